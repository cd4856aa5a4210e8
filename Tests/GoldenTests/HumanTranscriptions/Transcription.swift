import BrailleLayout
import Diagnostics
import Foundation
import Readers
import TestSupport
import Testing

@testable import Renderers

/// A document brailled by a human transcriber, and our own braille of the same document.
///
/// The data is licensed for non-commercial use, so it is read where it stands and nothing of it is
/// in this repository.
struct Transcription: Sendable, CustomTestStringConvertible {
  /// Whose it is.
  var agency: String
  var options: BrailleOptions
  /// Where the lines of ours and theirs part company, one by one.
  var differences: [Difference]

  var testDescription: String { agency }

  private static let folder = "braille/brf_gold"

  static func source() throws -> String {
    try SharedData.text("\(folder)/international_simple_source_reconstructed.md")
  }

  /// The lines of each page of the transcription.
  func pages() throws -> [[String]] {
    let folder = SharedData.url("\(Self.folder)/international-brfs_\(agency)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard let name = names.first(where: { $0.hasSuffix(".brf") }) else { throw CocoaError(.fileNoSuchFile) }
    return Self.pages(try String(contentsOf: folder.appending(path: name), encoding: .ascii))
  }

  /// Our pages, made with some of the differences taken away.
  func ourPages(applying differences: [Difference]) throws -> [[String]] {
    var text = try Self.source()
    for difference in differences {
      if case .source(let change) = difference.change { change(&text) }
    }
    var log = DiagnosticLog()
    let document = try MarkdownReader().read(
      Source(name: "document.md", bytes: Array(text.utf8)), options: ReadingOptions(), log: &log)
    var composition = try BrailleRenderer(options: options).compose(document, log: &log)
    for difference in differences {
      if case .layout(let change) = difference.change { try change(&composition, self) }
    }
    let bytes = BRFWriter(lineEnding: .lf).bytes(try composition.layOut())
    return Self.pages(String(decoding: bytes, as: UTF8.self))
  }

  /// Their pages, with some of the differences taken away.
  func theirPages(applying differences: [Difference]) throws -> [[String]] {
    var pages = try self.pages()
    for difference in differences {
      switch difference.change {
      case .indicator(let signs):
        for sign in signs {
          pages = pages.map { page in page.map { $0.replacing(" ;\(sign) ", with: " \(sign) ") } }
        }
      case .blankPagesAtEnd:
        while let last = pages.last, last.allSatisfy(\.isEmpty) { pages.removeLast() }
      case .source, .layout: break
      }
    }
    return pages
  }

  private static func pages(_ brf: String) -> [[String]] {
    brf.split(separator: "\u{0C}").map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }
}

/// One way in which a transcription differs from what we make, and why that is right.
struct Difference: Sendable {
  /// What differs.
  var name: String
  /// Why it stays.
  var reason: String
  /// What takes it away; with every difference taken away nothing at all differs.
  var change: Change

  enum Change: Sendable {
    /// The source, had Markdown a way to say it, or had the writer used it.
    case source(@Sendable (inout String) -> Void)
    /// Our composition, before it is put on pages.
    case layout(@Sendable (inout Composition, Transcription) throws -> Void)
    /// A grade 1 symbol indicator of theirs before these signs.
    case indicator(before: [String])
    /// Pages of the transcription that hold nothing.
    case blankPagesAtEnd
  }
}

extension Transcription {
  /// The words on pages as they are brailled, with their punctuation and indicators, without page
  /// numbers, running heads and lines that are drawn.
  func words(of pages: [[String]]) -> [String] {
    let isDrawn = /\s*("3+|-+#[A-J]+|"3#[A-J]+)/
    let pageNumber = /\s{3,}[A-Z]?#[A-J]+$/
    var words: [String] = []
    for page in pages {
      var lines = page
      if options.profile == "ukaaf" { lines[0] = "" }
      for index in [0, lines.count - 1] { lines[index].replace(pageNumber, with: "") }
      for line in lines where line.wholeMatch(of: isDrawn) == nil {
        words += line.split(separator: " ").map(String.init)
      }
    }
    return words
  }
}
