import DocumentModel
import Testing

@testable import Readers

@Suite struct StyleNameTests {
  @Test(arguments: [
    ("Heading_20_1", "Heading 1"), ("_dc_berschrift", "Überschrift"), ("Plain", "Plain"), ("a_b", "a_b"),
    ("_", "_"), ("x_zz_y", "x_zz_y"),
  ])
  func `Escapes are undone`(name: String, shown: String) { #expect(name.decodingStyleName == shown) }
}

@Suite struct Base64Tests {
  @Test func `Letters are bytes`() {
    #expect(Base64.decode("TWFu\n TQ==") == [0x4D, 0x61, 0x6E, 0x4D])
    #expect(Base64.decode("") == [])
    #expect(Base64.decode("a*b") == nil)
  }
}

@Suite struct ScriptLanguageTests {
  private let languages = ScriptLanguages(western: "en", eastAsian: "ja", complex: "ar")

  @Test func `The script of letters chooses the language`() {
    #expect(languages.tag(of: "word") == "en")
    #expect(languages.tag(of: "日本") == "ja")
    #expect(languages.tag(of: "مرحبا") == "ar")
    #expect(languages.tag(of: "ქართული", isComplex: true) == "ar")
    #expect(ScriptLanguages.parts(of: "and 日本語, too.") == ["and ", "日本語, ", "too."])
    #expect(ScriptLanguages().over(languages).tag(of: "a") == "en")
  }
}

@Suite struct ItemMarkTests {
  @Test func `Marks of one number have a kind`() {
    #expect(
      ItemMark.kind(3, "lowerRoman", before: "(", after: ")")
        == .numbered(start: 3, style: .lowerRoman, delimiter: .parentheses))
    #expect(ItemMark.kind(3, "decimal", before: "Article ", after: "") == nil)
    #expect(ItemMark.kind(-1, "decimal", before: "", after: ".") == nil)
  }
}
