import Foundation
import TestSupport
import Testing

@Suite struct InterruptionTests {
  /// The program waits for the standard input, which never ends, until the signal comes. A background
  /// process of a shell ignores SIGINT unless a trap says otherwise, so the parent is no shell.
  @Test(arguments: zip([SIGINT, SIGTERM, SIGHUP], [130, 143, 129] as [Int32]))
  func `A signal ends the program with 128 and its number, leaving nothing`(
    signal: Int32, expected: Int32
  ) throws {
    let folder = try TemporaryFolder()
    let input = Pipe()
    let process = Process()
    process.executableURL = BuiltProgram.url
    process.arguments = ["braille", "-o", folder("report.brf"), "-"]
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    input.fileHandleForWriting.write(Data("Hello".utf8))
    // Until the program waits for signals they would end it at once; asking often is no timing.
    let started = waitUntilSignalsAreBlocked(process.processIdentifier)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == (started ? expected : signal))
    #expect(try folder.names == [])
  }

  /// Whether the program has come to where it blocks the signals; only Linux tells.
  private func waitUntilSignalsAreBlocked(_ process: pid_t) -> Bool {
    for _ in 0..<5_000 {
      let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") } ?? ""
      if UInt64(line.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16) ?? 0 != 0 { return true }
      usleep(2_000)
    }
    return false
  }
}
