import DocumentModel
import Tables
import Testing

@testable import Wording

/// The program's own words, by language.
@Suite("Program words")
struct ProgramWordsTests {
  private static let english = WordTable(Tables.words[0].lines).words

  @Test("English has all words")
  func english() {
    #expect(Tables.words[0].language == "en")
    for name in ProgramWords.Name.allCases { #expect(Self.english[name.rawValue] != nil, "\(name.rawValue)") }
  }

  @Test("Every table is of words there are, with what English has put in", arguments: ProgramWords.languages)
  func tables(language: String) throws {
    let lines = try #require(Tables.words.first { $0.language == language }?.lines)
    let table = WordTable(lines)
    #expect(table.faults.isEmpty)
    #expect(table.words.count > 15)
    for (name, words) in table.words {
      #expect(slots(words) == slots(Self.english[name] ?? ""), "\(language) \(name)")
    }
    #expect(String(decoding: lines, as: UTF8.self).hasPrefix("# "))
    #expect(ProgramWords(Language(language)).table == language)
  }

  @Test("Languages that are to have words have the ones every book needs")
  func languages() {
    let needed: [ProgramWords.Name] = [
      .contents, .volume, .volumeOfVolumes, .endOfVolume, .notes, .page, .picture,
    ]
    for tag in "cy ga fr de es pt it nl pl uk ru el tr ar ur fa hi pa bn gu zh so".split(separator: " ") {
      let words = ProgramWords(Language(String(tag)))
      for name in needed { #expect(!words[name].isStandIn, "\(tag) \(name.rawValue)") }
    }
  }

  @Test("The page of formats is in one language: a table has all its words or none")
  func formatsPage() {
    for language in ["en", "cy", "de", "fr", "es", "es-MX"] {
      #expect(ProgramWords.ofFormatsPage(Language(language)).language.tag == language)
    }
    for language in ["pl", "ru", "ar", "ha"] {
      #expect(ProgramWords.ofFormatsPage(Language(language)).language.tag == "en")
    }
    for table in Tables.words {
      let words = WordTable(table.lines).words.keys.filter { $0.hasPrefix("formats-") }
      let all = ProgramWords.Name.allCases.filter(\.isOfFormatsPage)
      #expect(words.isEmpty || words.count == all.count, "\(table.language)")
    }
    // Braille is tried with the words of documents alone.
    #expect(!ProgramWords(Language("fr")).all.contains("Courriel"))
  }

  @Test(
    "The tag decides, its script first",
    arguments: [
      ("cy", "Cynnwys"), ("cy-GB", "Cynnwys"), ("en-GB", "Contents"), ("zh", "目录"), ("zh-CN", "目录"),
      ("zh-TW", "目錄"), ("zh-Hant-HK", "目錄"), ("yue", "目錄"), ("pa-Guru", "ਤਤਕਰਾ"), ("pnb", "فہرست"),
      ("pa-PK", "فہرست"), ("ru-Latn", "Contents"), ("ha", "Contents"), ("FR", "Table des matières"),
    ])
  func finding(tag: String, contents: String) {
    #expect(ProgramWords(Language(tag)).text(.contents) == contents)
  }

  @Test("What is put in stands where the language has it; braces in it stay")
  func filling() {
    #expect(
      ProgramWords(Language("cy")).text(.volumeOfVolumes, ["volume": "1", "volumes": "3"]) == "Cyfrol 1 o 3")
    #expect(ProgramWords(Language("zh")).text(.endOfVolume, ["volume": "2"]) == "第2卷完")
    #expect(ProgramWords(nil).text(.firstHeading, ["heading": "{volume} {"]) == "first heading: {volume} {")
  }

  @Test("English that stands in says so")
  func standingIn() {
    let hausa = ProgramWords(Language("ha"))[.contents]
    #expect(hausa.isStandIn && hausa.language.tag == "en" && hausa.text == "Contents")
    #expect(ProgramWords(Language("so"))[.footnote].isStandIn)
    #expect(!ProgramWords(Language("en-GB"))[.contents].isStandIn)
    #expect(ProgramWords(Language("en-GB"))[.contents].language.tag == "en-GB")
    #expect(ProgramWords(Language("cy"))[.contents].language.tag == "cy")
  }

  /// What a text has put in, in alphabetical order.
  private func slots(_ text: String) -> [String] {
    text.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) }.sorted()
  }
}
