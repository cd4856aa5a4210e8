import Foundation
import TestSupport
import Testing

/// `coformat build --watch`, as somebody at work on reports has it running.
@Suite struct WatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("one.md", "# One\n\nWords ![a drawing](drawing.svg).\n")
    try folder.write("drawing.svg", #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#)
    try configure("formats: [braille-1]")
  }

  private func configure(_ line: String) throws {
    try folder.write("coformat.yml", "sources: [\"*.md\"]\noutput: out\n\(line)\n")
  }

  /// Starts the program; what it says is in a file.
  private func start() throws -> Process {
    let process = Process()
    process.executableURL = BuiltProgram.url
    process.arguments = ["build", "--watch", "--cache", folder("cache"), "--fail-on", "never"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    try folder.write("said")
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder("said")))
    try process.run()
    return process
  }

  /// Waits until something is so; false when it does not come about.
  private func waits(_ isSo: () -> Bool) -> Bool {
    for _ in 0..<6_000 {
      if isSo() { return true }
      usleep(10_000)
    }
    return false
  }

  /// How many builds have been done.
  private var builds: Int {
    said.components(separatedBy: ", in out").count - 1
  }

  private var said: String { (try? folder.contents("said")) ?? "" }

  @Test func `A report, its picture and the configuration are watched; a fault in it ends nothing`() throws {
    let process = try start()
    defer { process.terminate() }
    #expect(waits { builds == 1 })
    try folder.write("one.md", "# One\n\nOther words ![a drawing](drawing.svg).\n")
    #expect(waits { builds == 2 })
    #expect(waits { ((try? folder.contents("out/one-braille-1.brf")) ?? "").contains(",OTHER") })
    try folder.write("drawing.svg", #"<svg xmlns="http://www.w3.org/2000/svg" width="99" height="9"/>"#)
    #expect(waits { builds == 3 })
    try folder.write("two.md", "# Two\n")
    #expect(waits { FileManager.default.fileExists(atPath: folder("out/two-braille-1.brf")) })
    #expect(waits { builds == 4 })
    try configure("formats: [braille-1, nonsense]")
    #expect(waits { said.contains("coformat.yml:3:") && said.contains("nonsense") }, "\(said)")
    // While the configuration has a fault nothing is built; what was made stays.
    try folder.write("three.md", "# Three\n")
    #expect(waits { said.components(separatedBy: "nonsense").count > 2 })
    #expect(!FileManager.default.fileExists(atPath: folder("out/three-braille-1.brf")))
    #expect(FileManager.default.fileExists(atPath: folder("out/two-braille-1.brf")))
    try configure("formats: [braille-1, epub]")
    #expect(waits { builds == 5 }, "\(said)")
    #expect(FileManager.default.fileExists(atPath: folder("out/three-epub.epub")))
    #expect(process.isRunning)
    try FileManager.default.removeItem(atPath: folder("coformat.yml"))
    #expect(waits { said.contains("there is no coformat.yml here") }, "\(said)")
    try configure("formats: [braille-1]")
    #expect(waits { builds == 6 })
    #expect(process.isRunning)
  }
}
