import TestSupport
import Testing

@testable import Coformat

@Suite struct TemporariesTests {
  @Test func `What is released is gone, with all that is in it`() throws {
    let folder = try TemporaryFolder()
    let temporary = Temporaries.reserve(beside: folder("book"))
    try Platform.makeFolder(temporary)
    for name in ["a", "a/b"] {
      Temporaries.add("\(temporary)/\(name)", to: temporary)
      try Platform.makeFolder("\(temporary)/\(name)")
    }
    #expect(try folder.names.count == 1)
    Temporaries.release(temporary)
    #expect(try folder.names == [])
  }

  @Test func `Two temporary names differ, and are hidden in the same folder`() {
    let first = Temporaries.reserve(beside: "out/report.brf")
    let second = Temporaries.reserve(beside: "out/report.brf")
    defer { for name in [first, second] { Temporaries.release(name) } }
    #expect(first != second)
    #expect(first.hasPrefix("out/.report.brf."))
  }
}
