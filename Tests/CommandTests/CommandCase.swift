import Foundation
import Testing

/// One behaviour of the command, as a text file tells it:
///
///     What is shown, in a sentence.
///
///     % coformat braille report.md
///     --- file report.md
///     Hello
///     --- stderr
///     report.md: 1 page of …
///     --- exit 0
///
/// The line after `%` is run by the shell in a folder of its own. `file` sections are there before,
/// `stdin` is piped in, `stdout` and `stderr` are what must come out (nothing, when there is no such
/// section), `made` is a file that must be there afterwards with this text (carriage returns are
/// left out, a form feed is shown as a line with `␌`), `absent` one that must not. Nothing else may be made.
struct CommandCase: CustomTestStringConvertible, Sendable {
  var name: String
  var sentence: String
  var command: String
  var sections: [Section]

  struct Section: Sendable {
    var kind: String
    var argument: String
    var text: String
  }

  var testDescription: String { "\(name): \(sentence)" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// All cases, in the order of their names.
  static let all: [CommandCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
        CommandCase(name: name, $0)
      }
    }
  }()

  init(name: String, _ text: String) {
    self.name = name
    sentence = ""
    command = ""
    sections = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- ") {
        let words = line.dropFirst(4).split(separator: " ", maxSplits: 1).map(String.init)
        sections.append(Section(kind: words[0], argument: words.count > 1 ? words[1] : "", text: ""))
      } else if let last = sections.indices.last {
        sections[last].text += line + "\n"
      } else if line.hasPrefix("% ") {
        command = String(line.dropFirst(2))
      } else if !line.isEmpty {
        sentence += (sentence.isEmpty ? "" : " ") + line
      }
    }
    // The file's own last line end is no line of the last section.
    if let last = sections.indices.last, sections[last].text.hasSuffix("\n") {
      sections[last].text.removeLast()
    }
  }

  func text(of kind: String) -> String { sections.first { $0.kind == kind }?.text ?? "" }

  var exitCode: Int32? { sections.first { $0.kind == "exit" }.flatMap { Int32($0.argument) } }

  func names(of kind: String) -> [String] { sections.filter { $0.kind == kind }.map(\.argument) }
}
