import Testing

@testable import BrailleTranslation

@Suite struct NumericSpacesTests {
  @Test(arguments: [
    ("In 2019 500 people", ",9 #BJAI #EJJ P"), ("NE5 3AB", ",,NE#E #C,,AB"),
    ("pages 12 345", "PAGES #AB #CDE"),
    ("1 000 000", "#A\"JJJ\"JJJ"), ("1\u{2009}000", "#A\"JJJ"), ("1\u{A0}000", "#A\"JJJ"),
    ("10\u{202F}000 x", "#AJ\"JJJ ;X"),
    ("Call 020 7946 0958 now", ",CALL #JBJ\"GIDF\"JIEH N["),
    ("ISBN: 978 1 55468 513 4", ",,ISBN3 #IGH\"A\"EEDFH\"EAC\"D"),
    ("3\u{A0}4 x", "#C #D ;X"), ("Results: 12 15 19", ",RESULTS3 #AB #AE #AI"),
  ])
  func onlyOneNumberIsJoined(_ print: String, braille: String) throws {
    #expect(try Translator.ueb("2").brf(print) == braille)
  }

  @Test func probeTellsWhichSpaceJoins() {
    let old = NumericSpaces { $0 == "1 2" ? [0x3C, 1, 0x10, 3] : [0x3C, 1, 0, 0x3C, 3] }
    #expect(old?.joining == 0x20 && old?.parting == 0xA0)
    let new = NumericSpaces { $0 == "1 2" ? [0x3C, 1, 0, 0x3C, 3] : [0x3C, 1, 0x10, 3] }
    #expect(new?.joining == 0xA0 && new?.parting == 0x20)
    let neither = NumericSpaces { _ in [1, 0, 3] }
    #expect(neither?.joining == nil)
  }
}
