import Testing

@testable import Coformat

/// Text that only holds a place.
@Suite struct FillerTextTests {
  private static let filler =
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore."

  private func said(_ text: String) throws -> [Diagnostic] {
    let source = Source(name: "report.md", bytes: Array("---\nlang: en\n---\n# A\n\n\(text)\n".utf8))
    return try convert(source, to: .largePrint(LargePrintOptions())).log.diagnostics.filter {
      $0.code == "ACC-008"
    }
  }

  @Test func `It is said once, where it stands first`() throws {
    let said = try said("Words.\n\n\(Self.filler)\n\n- \(Self.filler.uppercased())")
    #expect(said.count == 1)
    #expect(said.first?.message.contains("2 places") == true)
    #expect(said.first?.range?.start.line == 8)
  }

  @Test(arguments: [
    "Designers write \u{201C}Lorem ipsum dolor sit amet\u{201D} where words are to come; readers hear nonsense.",
    "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua.",
    "The gypsum board is laid on the adipose side, and the equipment is sent to the depot in Leeds by nine.",
  ])
  func `Nothing is said of quotations and of Latin`(text: String) throws {
    #expect(try said(text).isEmpty)
  }
}
