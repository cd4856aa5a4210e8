import BrailleLayout
import BrailleTranslation
import Coformat
import Foundation
import TestSupport
import Testing
import Validation

/// Laws that hold for every document, whatever is in it.
///
/// Words are conserved from the source to the model and from there to the braille; lines and pages
/// fit; no heading stands last on a page; print pages come in order; the files are valid, and the
/// same source gives the same bytes.
struct Laws {
  /// The page sizes the laws are checked at, each in both profiles.
  static let sizes = [(cells: 40, lines: 25), (cells: 32, lines: 27), (cells: 20, lines: 10)]
  static let profiles = ["ukaaf", "bana"]

  struct Grades: OptionSet {
    let rawValue: Int
    static let grade1 = Grades(rawValue: 1)
    static let grade2 = Grades(rawValue: 2)
  }

  let file: URL
  let source: Source
  let reader: any Reader

  init(file: URL) throws {
    self.file = file
    source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    switch file.pathExtension {
    case "html": reader = HTMLReader()
    case "docx": reader = WordReader()
    default: reader = MarkdownReader()
    }
  }

  func check(in grades: Grades) throws {
    var log = DiagnosticLog(source: source.name)
    let document: Document
    do throws(ConversionFailure) {
      document = try reader.read(source, options: ReadingOptions(), log: &log)
    } catch {
      // A clear refusal is allowed; it says what is wrong and what to do.
      #expect(!error.diagnostic.message.isEmpty && error.diagnostic.hint != nil)
      return
    }
    try checkModel(document)
    if grades.contains(.grade1) { try checkPages(of: document, grade: .one) }
    if grades.contains(.grade2) { try checkPages(of: document, grade: .two) }
  }

  // MARK: From the source to the model

  private func checkModel(_ document: Document) throws {
    // `WordLawTests` has a law of its own for this step.
    if file.pathExtension == "docx" { return }
    let expected: [String]
    let found: [String]
    if file.pathExtension == "html" {
      expected = PageText.words(of: String(decoding: source.bytes, as: UTF8.self))
      var log = DiagnosticLog(source: source.name)
      found = try reader.read(source, options: ReadingOptions(pageContent: .whole), log: &log).allWords
    } else {
      expected = try MarkdownText.words(of: source.bytes)
      found = document.allWords
    }
    let lost = found.lacking(expected)
    #expect(lost.isEmpty, "words of \(source.name) are not in the model: \(lost.prefix(60))")
  }

  // MARK: From the model to the braille

  private func checkPages(of document: Document, grade: BrailleOptions.Grade) throws {
    let conservation = try Conservation(document)
    for profile in Self.profiles {
      for (cells, lines) in Self.sizes {
        let name = "\(source.name) as \(profile), \(cells) by \(lines), grade \(grade.rawValue)"
        var log = DiagnosticLog(source: source.name)
        let options = BrailleOptions(
          grade: grade, code: "ueb", languages: .documentCode, profile: profile, cells: cells, lines: lines)
        let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
        checkShape(of: pages, name)
        #expect(pages.leadersLeftBehind.isEmpty, "\(name): nothing follows a heading or box line on its page")
        #expect(document.printPageNumbers.isInOrder(pages.pages.compactMap(\.printPage)), "\(name)")
        if grade == .one {
          let lost = try conservation.lost(in: pages)
          #expect(lost.isEmpty, "\(name): words are not in the braille: \(lost.prefix(60))")
        }
      }
    }
    if grade == .one, !document.notes.isEmpty { try checkNotes(of: document, conservation) }
    try checkFile(of: document, grade: grade)
  }

  /// Wherever notes stand, nothing of them is lost and no heading left alone.
  private func checkNotes(of document: Document, _ conservation: Conservation) throws {
    for placement in NotesStyle.Placement.allCases where placement != .end {
      for profile in Self.profiles {
        let name = "\(source.name) as \(profile), notes at \(placement)"
        var log = DiagnosticLog(source: source.name)
        let options = BrailleOptions(
          grade: .one, code: "ueb", languages: .documentCode, profile: profile, cells: 32, lines: 27,
          notes: placement)
        let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
        checkShape(of: pages, name)
        #expect(pages.leadersLeftBehind.isEmpty, "\(name): nothing follows a heading or box line")
        var lost = try conservation.lost(in: pages)
        // A note that stands where it is referred to needs no mark.
        if placement == .inline {
          let numbers = document.notes.indices.map { "\($0 + 1)" }
          let marks = Set(numbers + document.notes.compactMap { $0.label?.lowercased() })
          lost.removeAll { marks.contains($0) }
        }
        #expect(lost.isEmpty, "\(name): words are not in the braille: \(lost.prefix(60))")
      }
    }
  }

  private func checkShape(of pages: BraillePages, _ name: String) {
    #expect(pages.pages.allSatisfy { $0.rows.count <= pages.height }, "\(name)")
    #expect(
      pages.pages.allSatisfy { $0.rows.allSatisfy { $0.line(width: pages.width).count <= pages.width } },
      "\(name)")
    for section in pages.volumes.flatMap(\.sections) {
      #expect(section.pages.map(\.number) == Array(1...section.pages.count), "\(name)")
    }
  }

  private func checkFile(of document: Document, grade: BrailleOptions.Grade) throws {
    var log = DiagnosticLog(source: source.name)
    let renderer = BrailleRenderer(options: BrailleOptions(grade: grade, code: "ueb", cells: 32, lines: 27))
    let first = try renderer.render(document, log: &log)
    let second = try renderer.render(document, log: &log)
    #expect(first == second)
    let faults = PagedTextCheck.brf.faults(in: first.artifacts[0].bytes, cells: 32, lines: 27)
    #expect(faults.isEmpty, "\(source.name): \(faults.prefix(3).map(\.message))")
  }
}

extension [String] {
  /// The words of `expected` that are in the list less often.
  func lacking(_ expected: [String]) -> [String] {
    let found = counted
    return expected.counted.flatMap { word, count in
      Array(repeating: word, count: Swift.max(0, count - found[word, default: 0]))
    }.sorted()
  }
}

extension Document {
  /// The numbers of the print pages, in the order of the text; the first page of all may have been
  /// inferred.
  fileprivate var printPageNumbers: [String] {
    var numbers: [String] = []
    walk { node in
      switch node {
      case .block(.pageBreak(let page)): numbers.append(page.number)
      case .inline(.pageBreak(let page)): numbers.append(page.number)
      case .block, .inline: break
      }
    }
    if let first = numbers.first.flatMap({ Int($0) }), first > 1 { numbers.insert("\(first - 1)", at: 0) }
    return numbers
  }
}

extension [String] {
  /// Whether `others`, each named once or more in a row, come in the order of the list.
  fileprivate func isInOrder(_ others: [String]) -> Bool {
    var place = startIndex
    for other in others {
      guard let next = self[place...].firstIndex(of: other) else { return false }
      place = next
    }
    return true
  }
}
