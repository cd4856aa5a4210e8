import DocumentModel
import Testing

@Suite struct LanguageTests {
  @Test(arguments: ["en", "en-GB", "cy", "zh-Hant-TW", "sr-Latn"]) func accepts(_ tag: String) {
    #expect(Language(tag)?.tag == tag)
  }

  @Test(arguments: ["", "e", "english language!", "12", "en GB?", "-GB", "toolongprimary"])
  func refuses(_ tag: String) { #expect(Language(tag) == nil) }

  @Test func primaryIsInSmallLetters() {
    #expect(Language("EN-gb")?.primary == "en")
    #expect(Language("en_GB")?.tag == "en-GB")
    #expect(Language("es-ES_tradnl")?.tag == "es-ES")
    #expect(Language(" cy ")?.primary == "cy")
  }
}
