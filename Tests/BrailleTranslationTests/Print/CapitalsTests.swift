import Testing

@testable import BrailleTranslation

@Suite struct CapitalsTests {
  @Test(arguments: [
    ("ROOM 2B AND FLOOR 3A", ",,ROOM #B,B ,,& ,,FLOOR #C,A"),  // `2B` would be 22
    ("See ROOM 2B AND FLOOR 3A now", ",SEE ,,ROOM #B,B ,,& ,,FLOOR #C,A N["),
    ("ROOM 2 AND FLOOR 3", ",,,ROOM #B & FLOOR,' #C"),
    ("GIVE IT TO US", ",,,GIVE X TO U,'"), ("the US and IT team", "! ,,US & ,,IT T1M"),
    ("US-based", ",,US-BAS$"),
    ("IT’S GOOD", ",,X',S ,,GD"), ("Use it with us", ",USE X ) U"),
    ("AttenTION", ",ATT5,,TION"), ("CarLess", ",C>,LESS"), ("getFullName", "GET,FULL,NAME"),
    ("ACTION", ",,AC;N"), ("YouTube", ",Y\\,TUBE"),
  ])
  func capitalsKeepTheirMeaning(_ print: String, braille: String) throws {
    #expect(try Translator.ueb("2").brf(print) == braille)
  }
}
