import Testing

@testable import BrailleTranslation

@Suite struct CharacterNamesTests {
  let translator: Translator
  init() throws { translator = try .ueb("2") }

  @Test func equivalentsTableIsWellFormed() {
    #expect(Equivalents.shared.faults.isEmpty)
    #expect(Equivalents.shared.text.count > 50)
    #expect(Equivalents.shared.modifiers[0x301] == [0x18, 0x0C])
    #expect(Dots.cells("4-46-126") == [0x08, 0x28, 0x23])
    #expect(Dots.cells("9") == nil && Dots.cells("1--2") == nil)
    #expect(Dots.numbers(0x28) == "46")
  }

  /// Every equivalent can be brailled by the tables it is meant for.
  @Test func equivalentsAreThemselvesKnown() throws {
    var ueb = try Repertoire(tables: translator.tables, dots: 6)
    for (scalar, text) in Equivalents.shared.text where try !ueb.knows(scalar) {
      for part in text.unicodeScalars where !ScalarKinds.isSpace(part.value) {
        let known = try ueb.knows(part.value)
        #expect(known || ScalarKinds.isQuotationMark(part.value), "\(text) for \(scalar)")
      }
    }
  }

  @Test(
    arguments: [
      ("a☃b", "A@.<SN[MAN@.>B", "snowman"), ("👩🏽‍🦯", "@.<WOMAN1 M$IUM SK9 T\"O1 PROB+ CANE@.>", nil),
      ("🇬🇧", "@.<FLAG ,UNIT$ ,K+DOM@.>", "flag United Kingdom"), ("1️⃣", "#A@.<KEYCAP@.>", "keycap"),
      ("\u{E123}", "@.<,U\"6,E#ABC@.>", "U+E123"), ("☑ yes", "@.<TICK$ BOX@.> YES", "ticked box"),
    ] as [(String, String, String?)])
  func whatHasNoBrailleIsNamed(_ print: String, braille: String, name: String?) throws {
    let translation = try translator.translate([TextRun(print)])
    #expect(Brf.text(translation.text.cells) == braille)
    if let name { #expect(translation.substitutions.map(\.outcome) == [.named(name)]) }
  }

  @Test func lettersOfAnUnknownScriptShareOnePairOfSigns() throws {
    let translation = try translator.translate([TextRun("سلام ok")])
    #expect(Brf.text(translation.text.cells) == "@.<>ABIC LR SE51 LAM1 ALEF1 MEEM@.> OK")
    #expect(translation.substitutions.count == 4)
    #expect(CharacterName.list(["a b c", "a b d", "a e"]) == ["a b c", "b d", "e"])
  }

  @Test(arguments: [
    ("ﬃ", "FFI"), ("Ｆ", ";,F"), ("Ⅷ", ",,VIII"), ("№ 5", ",NO4 #E"), ("5‰", "#E P] MILLE"), ("㎡", "M;9#B"),
    ("٣", "#C"),
  ])
  func equivalentsAreBrailledAndReported(_ print: String, braille: String) throws {
    let translation = try translator.translate([TextRun(print)])
    #expect(Brf.text(translation.text.cells) == braille)
    #expect(translation.substitutions.count == 1)
  }

  /// Signs liblouis 3.24 lacks or has wrong (Guidelines for Technical Material 13, RUEB 6.4, 11.7).
  @Test(arguments: [
    ("a ↔ b", "A ;\\WRO ;B"), ("⇒", ";\\7O"), ("⇔", ";\\W7RO"), ("↦", ";\\\\RO"), ("1⁄2", "#A/B"),
    ("23⁄100", "#BC/AJJ"),
    ("2 1⁄2", "#B #A/B"), ("1⁄2a", "#A/B;A"), ("½", "#A/B"), ("✓", "@%"),
  ])
  func signsOfUEBAreBrailledWithoutAReport(_ print: String, braille: String) throws {
    let translation = try translator.translate([TextRun(print)])
    #expect(Brf.text(translation.text.cells) == braille)
    #expect(translation.substitutions.isEmpty)
  }

  /// Every letter of these languages has a sign in UEB, those with ogonek and dot by modifiers the
  /// document defines; nothing is named.
  @Test(arguments: [
    "âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ", "áéíóúḃċḋḟġṁṗṡṫ", "ąćęłńóśźż", "ăâîșțşţ", "ąčęėįšųūž", "āčēģīķļņšūž",
    "çğıöşüİ", "ãâáàçéêíóôõú",
    "áéíóöőúüű", "áčďéěíňóřšťúůýž", "ẹọṣàáèéìíòóùúẹ́ọ̀", "äöüßÄÖÜ", "ñ¿¡", "æøåÆØÅ",
    "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ", "đăâêôơưạảấầẩẫậ",
  ])
  func lettersOfCommunityLanguagesAreNotNamed(letters: String) throws {
    var survey = PrintSurvey()
    survey.add(letters)
    let translator = try Translator.ueb("2", survey: survey)
    let named = try translator.translate([TextRun(letters)]).substitutions.filter {
      if case .named = $0.outcome { true } else { false }
    }
    #expect(named.isEmpty, "\(named.map(\.scalar))")
  }

  @Test func thousandsOfMarksOnOneLetterAreCounted() throws {
    // The second kind is out of order, which naive sorting takes quadratic time over.
    for mark in ["\u{301}", "\u{301}\u{316}"] {
      let hostile = "KEEP1 a" + String(repeating: mark, count: 100_000 / mark.unicodeScalars.count) + " KEEP2"
      let translation = try translator.translate([TextRun(hostile)])
      let text = Brf.text(translation.text.cells)
      #expect(text.hasPrefix(",,KEEP#A ^/") && text.hasSuffix(" ,,KEEP#B"))
      #expect(text.contains("#IIIGJ M M>KS") && text.utf8.count < 200)
    }
  }

  @Test func aPictureOfThousandsOfPartsIsCounted() throws {
    let hostile = "KEEP1 " + String(repeating: "👨\u{200D}", count: 10_000) + "👨 KEEP2"
    let translation = try translator.translate([TextRun(hostile)])
    #expect(translation.text.cells.count < 200)
    #expect(translation.substitutions.count == 1)
    #expect(Brf.text(translation.text.cells).hasSuffix("#IIHE M@.> ,,KEEP#B"))
  }

  @Test func frequentMarksGetModifiersOfTheDocument() throws {
    var survey = PrintSurvey()
    survey.add("żą ża\u{328}")
    survey.add("Erdős, Łódź, café")
    let translator = try Translator.ueb("1", survey: survey)
    #expect(
      translator.transcriberDefinedModifiers.map(\.name) == ["dot above", "ogonek", "double acute accent"])
    #expect(try translator.brf("Ż ą ő") == ",^_1Z ^_2A ^_-O")
    #expect(try translator.translate([TextRun("Ż ą ő")]).substitutions.isEmpty)
    #expect(try Translator.ueb("1").brf("ő") == "O@.<DOUBLE ACUTE ACCENT@.>")
  }
}
