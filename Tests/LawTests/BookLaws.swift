import BrailleLayout
import BrailleTranslation
import Coformat
import Foundation
import TestSupport
import Testing

/// Laws of books, for every report of the corpora: volumes are no larger than was asked, contents and
/// references name the page their targets are on, words are conserved, and the same source gives the
/// same bytes.
struct BookLaws {
  /// One way of making a book.
  struct Making: Sendable {
    var profile: String
    var cells: Int
    var lines: Int
    var maximum: Int
    var sides: Sides
  }

  static let makings = [
    Making(profile: "ukaaf", cells: 40, lines: 25, maximum: 24, sides: .single),
    Making(profile: "bana", cells: 32, lines: 27, maximum: 31, sides: .double),
    Making(profile: "bana", cells: 40, lines: 25, maximum: 70, sides: .single),
  ]

  let document: Document
  let name: String

  /// Nil where the source is refused.
  init?(file: URL) throws {
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    let reader: any Reader = file.pathExtension == "html" ? HTMLReader() : MarkdownReader()
    var log = DiagnosticLog()
    guard let document = try? reader.read(source, options: ReadingOptions(), log: &log) else { return nil }
    self.document = document
    name = source.name
  }

  /// Checks the laws in one of the ways; which, depends on the name, so that all have their turn.
  func check() throws {
    let conservation = try Conservation(document)
    for making in [Self.makings[name.utf8.reduce(0) { $0 + Int($1) } % Self.makings.count]] {
      let options = BrailleOptions(
        grade: .one, code: "ueb", languages: .documentCode, profile: making.profile, cells: making.cells,
        lines: making.lines,
        frontMatter: .full, maximumPages: making.maximum, sides: making.sides, references: .pages)
      var log = DiagnosticLog()
      let pages: BraillePages
      do throws(ConversionFailure) {
        pages = try BrailleRenderer(options: options).layOut(document, log: &log)
      } catch {
        // Contents longer than a volume are refused, and nothing else is.
        #expect(error.diagnostic.code == "LAY-010", "\(name): \(error.diagnostic.message)")
        continue
      }
      let name = "\(name) as \(making)"
      checkVolumes(pages, making, name)
      checkContents(pages, name)
      let lost = try conservation.lost(in: pages)
      #expect(lost.isEmpty, "\(name): words are not in the braille: \(lost.prefix(60))")
      let again = try BrailleRenderer(options: options).layOut(document, log: &log)
      let isSame = pages == again
      #expect(isSame, "\(name)")
    }
  }

  private func checkVolumes(_ pages: BraillePages, _ making: Making, _ name: String) {
    for volume in pages.volumes {
      #expect(volume.pages.count <= making.maximum, "\(name)")
      for section in volume.sections {
        #expect(section.pages.map(\.number) == Array(1...section.pages.count), "\(name)")
        #expect(section.pages.allSatisfy { $0.rows.count <= making.lines }, "\(name)")
        for row in section.pages.flatMap(\.rows) {
          #expect(row.line(width: making.cells).count <= making.cells, "\(name)")
        }
      }
      // Each part begins on a right-hand page, which has an odd number.
      if making.sides == .double {
        for section in volume.sections.dropLast() {
          #expect(section.pages.count.isMultiple(of: 2), "\(name)")
        }
      }
    }
  }

  /// The pages the contents of the first volume name, against those the headings stand on.
  private func checkContents(_ pages: BraillePages, _ name: String) {
    let hasPrintPages = pages.pages.contains { $0.printPage != nil }
    guard !hasPrintPages || name.contains("ukaaf") else { return }
    let listed = Self.numbersInContents(of: pages)
    var headings: [[Int]] = []
    var seen: Set<String> = []
    for (volume, content) in zip(1..., pages.volumes) {
      for page in content.sections.filter({ $0.kind == .text }).flatMap(\.pages) {
        for anchor in page.rows.flatMap(\.anchors) where seen.insert(anchor.id).inserted {
          if case .heading = anchor.kind { headings.append([volume, page.number]) }
        }
      }
    }
    // Contents leave out the title and deep levels, and keep the order.
    var rest = headings[...]
    for entry in listed {
      guard let found = rest.firstIndex(of: entry) else {
        Issue.record("\(name): contents name page \(entry), where no heading is")
        return
      }
      rest = rest[(found + 1)...]
    }
  }

  /// Volume and page of every entry of the first volume's contents.
  static func numbersInContents(of pages: BraillePages) -> [[Int]] {
    var result: [[Int]] = []
    var volume = 1
    var isInContents = false
    for row in pages.volumes[0].sections.filter({ $0.kind == .preliminary }).flatMap(\.pages).flatMap(\.rows)
    {
      if row.role.isHeading { isInContents = row.cells.drop { $0 == 0 }.starts(with: contents) }
      guard isInContents else { continue }
      let words = row.cells.split(separator: 0)
      guard let last = words.last, let number = number(last) else { continue }
      if words.count == 2, Array(words[0]) == Self.volume {
        volume = number
      } else if words.count > 2, Set(words[words.count - 2]).isSubset(of: [0x24, 0x10]) {
        result.append([volume, number])
      }
    }
    return result
  }

  private static func number(_ cells: ArraySlice<UInt8>) -> Int? {
    guard cells.first == 0x3C else { return nil }
    let digits = cells.dropFirst().compactMap { digitCells.firstIndex(of: $0) }
    return digits.count == cells.count - 1 && !digits.isEmpty ? digits.reduce(0) { $0 * 10 + $1 } : nil
  }

  private static let digitCells: [UInt8] = [0x1A, 0x01, 0x03, 0x09, 0x19, 0x11, 0x0B, 0x1B, 0x13, 0x0A]
  /// “Contents” and “Volume” in grade 1.
  private static let contents = cells(of: "contents")
  private static let volume = cells(of: "volume")

  private static func cells(of word: String) -> [UInt8] {
    let letters: [Character: UInt8] = [
      "c": 0x09, "o": 0x15, "n": 0x1D, "t": 0x1E, "e": 0x11, "s": 0x0E, "v": 0x27, "l": 0x07, "u": 0x25,
      "m": 0x0D,
    ]
    return [0x20] + word.compactMap { letters[$0] }
  }
}

@Suite(.enabled(if: SharedData.isPresent)) struct BookLawTests {
  @Test(arguments: CorpusLawTests.markdown + CorpusLawTests.html) func bookKeepsTheLaws(file: URL) throws {
    try BookLaws(file: file)?.check()
  }
}

/// References in a document made so that where its sections fall can be read back from the braille.
@Suite struct ReferenceLawTests {
  @Test(arguments: ["ukaaf", "bana"], [nil, 12, 40])
  func referencesNameTheRightPage(profile: String, maximum: Int?) throws {
    let sections = 40
    var text = ""
    for section in 1...sections {
      text += "# Part \(section) {#part-\(section)}\n\n"
      for paragraph in 0..<(section * 7 % 5 + 1) {
        let target = (section * 13 + paragraph * 5) % sections + 1
        text += "As [section\(target)](#part-\(target)) has it, "
        text += String(repeating: "and so on and on ", count: section * 3 % 11) + "it is so.\n\n"
      }
    }
    var log = DiagnosticLog()
    let document = try MarkdownReader().read(
      Source(name: "made.md", bytes: Array(text.utf8)), options: ReadingOptions(), log: &log)
    let options = BrailleOptions(
      grade: .one, profile: profile, cells: 32, lines: 15, maximumPages: maximum, references: .pages)
    let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
    #expect(log.count(code: "BRL-052") == 0)
    let translator = try Translator(code: BrailleCodes.find("ueb"), grade: "1")
    // Where each part begins, by its heading.
    var places: [Int: (volume: Int, page: Int)] = [:]
    for (volume, content) in zip(1..., pages.volumes) {
      for page in content.sections.filter({ $0.kind == .text }).flatMap(\.pages) {
        for row in page.rows where row.role.isHeading {
          let words = try BrailleReadBack.text(of: row.cells, with: translator).printWords
          if words.first == "Part", let number = words.dropFirst().first.flatMap({ Int($0) }) {
            places[number] = (volume, page.number)
          }
        }
      }
    }
    #expect(places.count == sections)
    var found = 0
    for (volume, content) in zip(1..., pages.volumes) {
      let only = BraillePages(
        width: pages.width, height: pages.height, sides: pages.sides, volumes: [content])
      let words = try BrailleReadBack.text(of: only, with: translator).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      for match in words.matches(of: /section(\d+) page (\d+)( of volume (\d+))?/) {
        found += 1
        let place = try #require(Int(match.1).flatMap { places[$0] })
        #expect(Int(match.2) == place.page)
        #expect(match.4.map { Int($0) } ?? volume == place.volume)
      }
    }
    #expect(found == text.matches(of: /\[section/).count)
  }
}
