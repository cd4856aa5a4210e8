import BrailleLayout
import TestSupport
import Testing

@testable import Renderers

@Suite(.enabled(if: SharedData.isPresent)) struct LayoutExampleTests {
  @Test func everyExampleIsListed() {
    let names = SharedData.files(below: "braille/gold_layout", extensions: ["json"])
      .map { $0.deletingPathExtension().lastPathComponent }
    #expect(names.count == 8)
    #expect(LayoutExample.all.map(\.name).sorted() == names)
  }

  @Test(arguments: LayoutExample.all.filter { $0.differs == nil }) func isReproduced(example: LayoutExample)
    throws
  {
    let differences = try example.ours().differences(from: example.theirs())
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  /// One that is reproduced after all leaves the list of those that are not.
  @Test func `Those that differ are as listed`() throws {
    for example in LayoutExample.all where example.differs != nil {
      #expect(try example.ours() != example.theirs(), "\(example)")
    }
  }
}
