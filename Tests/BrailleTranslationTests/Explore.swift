import BrailleTranslation
import Testing
@Suite struct Explore {
  @Test func explore() throws {
    let t = try Translator.ueb("2")
    for s in ["In 2019 500 people","NE5 3AB","1 000 000 people","1\u{2009}000\u{2009}000","10\u{202F}000 x","12 345 a","call 020 7946 0958 now","a\u{2060}b","\u{FEFF}the","know\u{AD}ledge","a\u{200B}b","a\u{2011}b","a\u{2003}b","a\tb\r\n\nc","5‰ of","1⁄2","✗ no","☐ yes ☑","H₂O and x⁶, m², 10²³, x²a, ½a, s⁻¹, xⁿ, CO₂, 10²²","1ª 2º","‹x› „so“ ‚so‘","Erdős ą ę ż Łódź Dvořák","№ 5 ℡","Привет мир","漢字 한글","سلام שלום","👨‍👩‍👧‍👦 ok 👩🏽‍🦯 🇬🇧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣ ☃︎","ά Σίσυφος","ﬁ ﬃ Ｆｕｌｌ Ⅷ ™ ㎥ ① ᴬ 𝗔","⠨⠂people it","a⠿b","the ⠓⠑⠇⠇⠕ x","⡀ x","‘Hello,’ he said. ‘It’s “fine”.’","“Hello ‘you’”","the dogs’ tails ’tis ’90s ‘90s","ROOM 2B AND FLOOR 3A","the US and IT team","IT IS US ALL","getFullName AttenTION CarLess ACTION","Tiếng Việt","Tiê\u{301}ng Viê\u{323}t","İstanbul ığdır ẞ","\u{378}\u{FFFE}\u{E123}","a\u{1B}[31mb","a☃b","٣ ३","Ő ŐŐŐ", "café cafe\u{301}","x\u{30C}X\u{30C} a\u{316}\u{317}\u{318}\u{319}b","THE ŐRSÉG AND ALL", "http://www.x.org/a_b?c=d and/or well-known – yes—no -in"] {
      let r = try t.translate([TextRun(s)])
      print("EX", s, "→", Brf.text(r.text.cells), r.substitutions.map { "\($0.offset):\($0.outcome)" }.joined(separator: ", "))
    }
    let r = try t.translate([TextRun("http://www.x.org/a_b?c=d and/or well-known – yes—no -in a\u{A0}b")])
    print("EX", Brf.text(r.text.cells)); print("EX", r.text.breaks.map { "\($0)".prefix(1) }.joined())
    for runs in [[TextRun("an "), TextRun("image of it", emphasis: .transcribersNote), TextRun(" here")], [TextRun("x"),TextRun("people", emphasis: .transcribersNote),TextRun("y")], [TextRun("See the "),TextRun("mot juste", treatment: .uncontracted),TextRun(" and the people")], [TextRun("a "),TextRun("very ☃ long bold", emphasis: .bold),TextRun(" x")]] { print("EX", try t.brf(runs)) }
    var survey = PrintSurvey(); survey.add("Erdős ő ż ą"); survey.add("‘Hello “x” y’"); print("EX", survey.transcriberDefinedModifiers, survey.quotation)
    let u = try Translator.ueb("2", survey: survey)
    print("EX", try u.brf("Erdős Ő ż ą ‘Hello,’ he “said”"))
  }
}
