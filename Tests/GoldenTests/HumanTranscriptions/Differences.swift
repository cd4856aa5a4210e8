import BrailleLayout

@testable import Renderers

extension Transcription {
  /// The two transcriptions there are.
  static let all = [
    Transcription(
      agency: "RNIB_UK",
      options: BrailleOptions(grade: .one, profile: "ukaaf", cells: 38, lines: 27),
      differences: [.letteredItems, .runningHead, .linesOfCentredText]),
    Transcription(
      agency: "BANA_US-Canada",
      options: BrailleOptions(grade: .one, profile: "bana", cells: 40, lines: 25),
      differences: [
        .letteredItems, .blockedParagraphs, .gradeOneBullets, .gradeOneLetter, .blankPage,
      ]),
  ]
}

extension Difference {
  /// In the print, items a and b are a list of their own. CommonMark knows no lettered lists.
  static let letteredItems = Difference(
    name: "sub-items a and b begin lines of their own",
    reason: "CommonMark has no lettered lists: to it “a.” in an item is text of that item",
    change: .source { text in
      text.replace(/(?m)^   ([a-z])\. (.*)$/) {
        "   <ol type=\"a\"><li value=\"\($0.1 == "a" ? 1 : 2)\">\($0.2)</li></ol>"
      }
      text.replace(/<\/ol>\n   <ol type="a">/, with: "\n   ")
    })

  static let runningHead = Difference(
    name: "the running head",
    reason: """
      the agency made one up (note 4 of the transcription); the source has no title, so ours is its \
      first heading
      """,
    change: .layout { composition, transcription in
      let words = try transcription.pages()[0][0].split(separator: " ").dropFirst().dropLast()
      composition.furniture.runningHead = words.joined(separator: " ").utf8.map {
        UInt8(BRFWriter.alphabet.firstIndex(of: $0) ?? 0)
      }
    })

  static let linesOfCentredText = Difference(
    name: "centred text of two sentences begins each on its own line",
    reason: """
      the transcriber's eye: no rule asks for it, and the BANA transcription fills the lines of the \
      same text as we do
      """,
    change: .source { text in
      text.replace(#/(?m)^(<p style.*?!)\ /#) { "\($0.1)<br>" }
    })

  static let blockedParagraphs = Difference(
    name: "the three paragraphs after the first heading are blocked, with blank lines between",
    reason: """
      print mixes blocked and indented paragraphs, and the Markdown rebuilt from it does not say which \
      are which; marked as blocked they are
      """,
    change: .source { text in
      text.replace(/\n\nThis is a blocked/, with: "\n\n<div class=\"blocked\">\n\nThis is a blocked")
      text.replace(/\n\n## This is a heading 2\n\n<!--/, with: "\n\n</div>\n\n## This is a heading 2\n\n<!--")
    })

  static let gradeOneBullets = Difference(
    name: "a grade 1 symbol indicator before the bullets of the second and third levels",
    reason: """
      in uncontracted braille no shape can be read as a contraction, so these need none, as letters \
      need none in the other transcription
      """,
    change: .indicator(before: ["$=", "$#D"]))

  static let gradeOneLetter = Difference(
    name: "a grade 1 symbol indicator before the letter b",
    reason: """
      a lone letter cannot be read as a wordsign in uncontracted braille, so it needs none, as in the \
      other transcription
      """,
    change: .indicator(before: ["B4"]))

  static let blankPage = Difference(
    name: "an empty sixth page",
    reason: "the transcription's own notes count five pages; the last line of the fifth ends the text",
    change: .blankPagesAtEnd)
}
