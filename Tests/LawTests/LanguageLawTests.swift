import BrailleLayout
import BrailleTranslation
import Coformat
import Foundation
import TestSupport
import Testing

/// The Universal Declaration of Human Rights and an essay in many languages: brailled by the table of
/// each, laid out, read back from the pages, and compared word by word.
@Suite(.enabled(if: SharedData.isPresent)) struct LanguageLawTests {
  /// A document, the code and grade it is brailled in, and the share of its words that must come back.
  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var code: String
    var grade: String
    var least: Double
    /// Why it is less than 99 in 100; empty when it is not.
    var reason: String

    init(_ file: String, _ code: String, _ grade: String, least: Double = 0.99, _ reason: String = "") {
      self.file = file
      self.code = code
      self.grade = grade
      self.least = least
      self.reason = reason
    }

    var testDescription: String { "\(file) in \(code) grade \(grade)" }
  }

  private static let udhr = "corpora/languages/udhr-derived/"
  private static let guide = "corpora/languages/github__opensource.guide/_articles/"

  private static let contractions = "liblouis's table does not read its own contractions back"
  private static let homophones = "characters are brailled by their sound, which many share"
  private static let latin =
    "Latin words have no indicator in the code and read as its own letters, as they do to a reader"

  static let cases = [
    Case(udhr + "eng.md", "ueb", "1"), Case(udhr + "eng.md", "ueb", "2"),
    Case(udhr + "cym.md", "cy", "1"), Case(udhr + "cym.md", "cy", "2"),
    Case(udhr + "gle.md", "ga", "1"), Case(udhr + "gle.md", "ga", "2"),
    Case(udhr + "fra.md", "fr", "1"), Case(udhr + "fra.md", "fr", "2"),
    Case(udhr + "spa.md", "es", "1"), Case(udhr + "spa.md", "es", "2", least: 0.7, contractions),
    Case(udhr + "deu_1996.md", "de", "0"), Case(udhr + "deu_1996.md", "de", "1"),
    Case(udhr + "deu_1996.md", "de", "2", least: 0.25, contractions),
    Case(udhr + "pol.md", "pl", "1"), Case(udhr + "rus.md", "ru", "1"),
    Case(udhr + "arb.md", "ar", "1"), Case(udhr + "arb.md", "ar", "2"),
    Case(
      udhr + "pes_1.md", "fa", "1", least: 0.97,
      "the table has no sign for the hamza of the ezafe, which is reported when the text is brailled"),
    Case(udhr + "pan.md", "pa", "1"), Case(udhr + "pnb.md", "pnb", "1"),
    Case(
      udhr + "pnb.md", "pnb", "2", least: 0.985,
      "a few contractions are read as other words or letters, and a few characters share a sign"),
    Case(udhr + "ben.md", "bn", "1"),
    Case(
      udhr + "hin.md", "hi", "1", least: 0.97,
      "the table gives letters with a nukta the sign of those without, which is reported"),
    Case(udhr + "cmn_hans.md", "zh", "1", least: 0, homophones),
    Case(udhr + "cmn_hant.md", "zh-tw", "1", least: 0, homophones),
    Case(udhr + "som.md", "ueb", "1"), Case(udhr + "som.md", "ueb", "2"),
    Case(guide + "how-to-contribute.md", "ueb", "1"), Case(guide + "pl/how-to-contribute.md", "pl", "1"),
    Case(guide + "fr/how-to-contribute.md", "fr", "1"), Case(guide + "es/how-to-contribute.md", "es", "1"),
    Case(guide + "fa/how-to-contribute.md", "fa", "1", least: 0.8, latin),
    Case(guide + "ar/how-to-contribute.md", "ar", "1", least: 0.8, latin),
  ]

  @Test(arguments: cases) func wordsComeBack(_ law: Case) throws {
    let url = SharedData.url(law.file)
    var log = DiagnosticLog(source: url.lastPathComponent)
    let source = Source(name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
    let document = try MarkdownReader().read(source, options: ReadingOptions(), log: &log)
    let options = BrailleOptions(
      grade: .init(rawValue: law.grade), code: law.code, languages: .documentCode)
    let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
    let translator = try Translator(code: BrailleCodes.find(law.code), grade: law.grade)
    var text = ""
    var doubtful = 0
    for page in pages.pages {
      let rows = page.rows.filter { $0.kind == .text }
      let read = try translator.readBack(rows.map { $0.line(width: pages.width) })
      text += zip(read.lines, rows).map { $0 + ($1.ending == .insideWord ? "" : " ") }.joined()
      doubtful += read.doubtful.count
    }
    let expected = document.wordsForBraille(with: translator).flatMap(\.comparable)
    let lost = text.words.flatMap(\.comparable).lacking(expected)
    let share = 1 - Double(lost.count) / Double(expected.count)
    #expect(share >= law.least, "\(share) of \(expected.count), \(doubtful) doubtful: \(lost.prefix(40))")
    #expect(law.least >= 0.99 || !law.reason.isEmpty)
  }
}

extension LanguageLawTests {
  /// What is read back of Chinese has other characters of the same sounds: brailled again it gives the
  /// very cells.
  ///
  /// The table for the mainland chooses among readings by the characters around, which are others then.
  @Test(arguments: [("cmn_hans.md", "zh", 0.6), ("cmn_hant.md", "zh-tw", 0.9)])
  func soundsComeBack(file: String, code: String, least: Double) throws {
    let translator = try Translator(code: BrailleCodes.find(code), grade: "1")
    let text = try String(contentsOf: SharedData.url(Self.udhr + file), encoding: .utf8)
    var words = 0
    var same = 0
    for line in text.split(separator: "\n").dropFirst(4) where !line.isEmpty {
      let cells = try translator.translate([TextRun(String(line))]).text.cells
      let read = try translator.readBack([cells])
      words += read.wordCount
      same += read.wordCount - read.doubtful.count
    }
    #expect(words > 100)
    #expect(Double(same) >= least * Double(words), "\(same) of \(words)")
  }
}

extension String {
  /// The word with its digits in the figures of ASCII, whatever script they are of.
  fileprivate var comparable: [String] {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .decimalNumber: text.append(Unicode.Scalar(UInt8(0x30 + Int(scalar.properties.numericValue ?? 0))))
      case .format: break  // joiners have no braille
      default:
        // A nukta typed after the sign of a vowel looks the same before it, and stands there in braille.
        if (0x900..<0xD80).contains(scalar.value), scalar.value & 0x7F == 0x3C, let last = text.last,
          (0x3E...0x4C).contains(last.value & 0x7F)
        {
          text.insert(scalar, at: text.index(before: text.endIndex))
        } else {
          text.append(scalar)
        }
      }
    }
    return String(text).folded
  }
}
