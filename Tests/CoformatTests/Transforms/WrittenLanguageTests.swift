import Coformat
import Testing

/// Languages that are declared where others are written.
@Suite struct WrittenLanguageTests {
  private static let texts = [
    "en":
      "The council has asked what people think of the new bins, and most of them have said that they like the colours. There will be a meeting for those who want to know when their street is next, and what they can do with glass. The lorries are to come by each week, and not at night.",
    "de":
      "Der Rat hat gefragt, was die Leute von den neuen Tonnen halten, und die meisten haben gesagt, dass sie die Farben mögen. Es wird eine Versammlung für alle geben, die wissen wollen, wann ihre Straße an der Reihe ist und was mit dem Glas wird. Die Wagen sollen in jeder Woche kommen, und nicht bei Nacht oder auch früh.",
    "cy":
      "Mae'r cyngor wedi gofyn beth mae pobl yn ei feddwl o'r biniau newydd, ac mae'r rhan fwyaf wedi dweud eu bod yn hoffi'r lliwiau. Bydd cyfarfod ar gyfer y rhai sydd am wybod pryd y bydd eu stryd yn cael biniau, a beth i'w wneud gyda gwydr neu bapur. Mae'r lorïau i fod i ddod bob wythnos, ac nid yn y nos.",
  ]

  private func said(_ text: String, as language: String) throws -> [String] {
    let source = Source(name: "report.md", bytes: Array("---\nlang: \(language)\n---\n# A\n\n\(text)\n".utf8))
    return try convert(source, to: .largePrint(LargePrintOptions())).log.diagnostics.map(\.code).filter {
      $0 == "ACC-007"
    }
  }

  @Test("A text is in the language it says, or it is said that it is not", arguments: ["en", "de", "cy"])
  func pairs(_ written: String) throws {
    let text = try #require(Self.texts[written])
    for declared in ["en-GB", "de-DE", "cy", "ar", "ja"] {
      let isSaid = try !said(text, as: declared).isEmpty
      #expect(isSaid == !declared.hasPrefix(written), "\(written) as \(declared)")
    }
  }

  @Test("Languages nothing is known of are believed", arguments: ["sco", "so", "tr"])
  func unknown(_ language: String) throws {
    #expect(try said(#require(Self.texts["en"]), as: language).isEmpty)
  }

  @Test("Nothing is said of few words, of two languages in one text, and of passages that have their own")
  func doubt() throws {
    #expect(try said("This is the first of the reports for those who have asked.", as: "de").isEmpty)
    let english = try #require(Self.texts["en"])
    #expect(try said(english + "\n\n" + (Self.texts["de"] ?? ""), as: "de").isEmpty)
    #expect(try said("<div lang=en>\n\n\(english)\n\n</div>", as: "de").isEmpty)
    #expect(
      try said(String(repeating: "报告说明城市的新垃圾桶以及人们的意见。", count: 30) + " The of and to in that.", as: "zh")
        .isEmpty)
  }
}
