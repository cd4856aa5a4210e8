import Foundation
import TestSupport
import Testing

/// The help, the manual and the completions speak of the same options.
@Suite struct ManualTests {
  private static let commands = [
    "build", "init", "braille", "large-print", "easy-read", "epub", "daisy", "audio", "check", "inspect",
    "formats", "codes",
  ]

  private func output(_ arguments: String...) throws -> String {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(arguments, in: URL(filePath: folder.path))
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    return String(decoding: outcome.output, as: UTF8.self)
  }

  private func options(in text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z]+(?:-[a-z]+)*/).map { String($0.output) })
  }

  @Test func `The manual has every option of the help, and no other`() throws {
    let help = try Self.commands.map { try output($0, "--help") }
      .joined()
    let manual = try String(
      contentsOf: SharedData.packageRoot.appending(path: "Documentation/coformat.1"), encoding: .utf8
    ).replacing("\\-", with: "-")
    #expect(options(in: help).count > 15)
    #expect(options(in: manual) == options(in: help))
  }

  @Test func `The manual has every command of the help`() throws {
    let manual = try String(
      contentsOf: SharedData.packageRoot.appending(path: "Documentation/coformat.1"), encoding: .utf8)
    for command in Self.commands {
      #expect(try output("--help").contains("  \(command) "))
      #expect(manual.contains("\n.B \(command.replacing("-", with: "\\-"))\n"))
    }
  }

  @Test func `The manual is of this version`() throws {
    let version = try output("--version").trimmingCharacters(in: .newlines)
    let manual = try String(
      contentsOf: SharedData.packageRoot.appending(path: "Documentation/coformat.1"), encoding: .utf8)
    #expect(manual.contains("\"\(version)\""))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `Completions know the options`(shell: String) throws {
    let script = try output("--generate-completion-script", shell)
    #expect(script.contains("diagnostics-file"))
    #expect(script.contains("ukaaf"))
  }

  @Test func `Help fits a terminal of 80 columns`() throws {
    for command in Self.commands {
      for line in try output(command, "--help").split(separator: "\n") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }
}
