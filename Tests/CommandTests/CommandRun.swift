import Foundation
import TestSupport

/// The command, run in a folder of its own.
struct CommandRun {
  var exitCode: Int32
  var standardOutput: String
  var standardError: String
  var folder: TemporaryFolder

  /// Runs a line of shell in which `coformat` is the command that was built.
  init(_ line: String, standardInput: String = "", files: [(name: String, text: String)] = []) throws {
    folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    for file in files { try folder.write(file.name, file.text) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = [
      "PATH": "\(BuiltProgram.url.deletingLastPathComponent().path):/usr/bin:/bin", "HOME": outside.path,
      "LOUIS_TABLEPATH": ProcessInfo.processInfo.environment["LOUIS_TABLEPATH"],
    ].compactMapValues(\.self)
    // Files and not pipes: a pipe that is full while nobody reads it would stop both sides.
    let output = URL(filePath: try outside.write("output"))
    let error = URL(filePath: try outside.write("error"))
    process.standardInput = try FileHandle(
      forReadingFrom: URL(filePath: try outside.write("input", standardInput)))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    exitCode = process.terminationStatus
    standardOutput = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    standardError = String(decoding: try Data(contentsOf: error), as: UTF8.self)
  }
}
