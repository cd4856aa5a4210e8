import TestSupport
import Testing

@testable import Coformat

@Suite struct InputTests {
  private func refusal(_ input: Input, limit: Int = 100) -> String? {
    #expect(throws: ConversionFailure.self) { try input.load(limit: limit) }?.diagnostic.code
  }

  @Test func `A file is read whole, with the folder it is in`() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "report ", count: 30_000)
    let loaded = try Input.file(folder.write("report.md", text)).load()
    #expect(loaded.source.bytes == Array(text.utf8))
    #expect(loaded.folder == folder.path)
  }

  @Test func `What is no file is refused`() throws {
    let folder = try TemporaryFolder()
    #expect(refusal(.file(folder("none.md"))) == "SRC-001")
    #expect(refusal(.file("")) == "SRC-001")
    #expect(refusal(.file(try folder.write("a.md") + "\0.txt")) == "SRC-001")
    #expect(refusal(.file(folder.path)) == "SRC-003")
    #expect(refusal(.file("/dev/zero")) == "SRC-004")
  }

  @Test func `A file up to the limit is read, one beyond it is not`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("report.md", String(repeating: "x", count: 100))
    #expect(try Input.file(path).load(limit: 100).source.bytes.count == 100)
    #expect(refusal(.file(path), limit: 99) == "SRC-005")
  }

  @Test func `A file that says it is empty and is not is read, up to the limit`() throws {
    guard (try? Platform.status("/proc/self/status")) != nil else { return }  // only Linux has it
    #expect(try Input.file("/proc/self/status").load().source.bytes.isEmpty == false)
    #expect(refusal(.file("/proc/self/status"), limit: 10) == "SRC-005")
  }

  @Test func `Bytes in memory belong to no folder`() throws {
    let loaded = try Input.source(Source(name: "a.md", bytes: [0x41])).load()
    #expect(loaded.source.bytes == [0x41])
    #expect(loaded.folder == nil)
  }
}
