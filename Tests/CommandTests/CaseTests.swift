import Foundation
import Testing

/// Runs every file in `Cases`. With `COFORMAT_UPDATE_GOLDEN=1` in the environment the expectations are
/// rewritten to what came out, and the run still fails, so that nobody takes it for a check.
@Suite struct CaseTests {
  @Test func `There are cases`() { #expect(CommandCase.all.count > 20) }

  @Test(arguments: CommandCase.all) func `A case behaves as it says`(_ command: CommandCase) throws {
    let files = command.sections.filter { $0.kind == "file" }.map { ($0.argument, $0.text) }
    let run = try CommandRun(command.command, standardInput: command.text(of: "stdin"), files: files)
    if ProcessInfo.processInfo.environment["COFORMAT_UPDATE_GOLDEN"] == "1" {
      try update(command, run)
      Issue.record("rewritten, not checked")
      return
    }
    #expect(!command.sentence.isEmpty && command.exitCode != nil, "a case has a sentence and an exit code")
    #expect(run.exitCode == command.exitCode)
    #expect(shown(run.standardOutput) == command.text(of: "stdout"))
    #expect(shown(run.standardError) == command.text(of: "stderr"))
    for section in command.sections where section.kind == "made" {
      #expect(shown(try run.folder.contents(section.argument)) == section.text)
    }
    #expect(try made(run, command) == command.names(of: "made"))
    for name in command.names(of: "absent") {
      #expect(!FileManager.default.fileExists(atPath: run.folder(name)))
    }
  }

  /// The files that were not there before, with their paths in the folder.
  private func made(_ run: CommandRun, _ command: CommandCase) throws -> [String] {
    let before = Set(command.names(of: "file"))
    let found = FileManager.default.enumerator(atPath: run.folder.path)?.compactMap { $0 as? String } ?? []
    return found.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: run.folder(name), isDirectory: &isFolder)
        && !isFolder.boolValue && !before.contains(name)
    }.sorted()
  }

  private func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars where scalar != "\r" {
      shown += scalar == "\u{C}" ? "␌\n" : String(scalar)
    }
    return shown
  }

  private func update(_ command: CommandCase, _ run: CommandRun) throws {
    var text = "\(command.sentence)\n\n% \(command.command)\n"
    for section in command.sections where ["file", "stdin", "absent"].contains(section.kind) {
      text += "--- \(section.kind)\(section.argument.isEmpty ? "" : " ")\(section.argument)\n\(section.text)"
    }
    for (kind, output) in [("stdout", run.standardOutput), ("stderr", run.standardError)]
    where !output.isEmpty {
      text += "--- \(kind)\n\(shown(output))"
    }
    for name in try made(run, command) { text += "--- made \(name)\n\(shown(try run.folder.contents(name)))" }
    text += "--- exit \(run.exitCode)\n"
    try text.write(to: CommandCase.folder.appending(path: command.name), atomically: true, encoding: .utf8)
  }
}
