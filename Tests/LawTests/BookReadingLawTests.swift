import Foundation
import TestSupport
import Testing

@testable import Coformat

/// Nothing of a book is lost in reading it: every word that an independent scan of its markup finds is in
/// the model.
@Suite(.enabled(if: SharedData.isPresent)) struct BookReadingLawTests {
  static let books =
    SharedData.files(below: "corpora/epub", extensions: ["epub"])
    + SharedData.files(below: "corpora/dtbook", extensions: ["xml"])
    + SharedData.files(below: "daisy-samples/dtbook", extensions: ["xml"])
    + SharedData.files(below: "daisy-samples/epub", extensions: ["epub"])
    + [
      "daisy3-dontworrybehappy", "daisy3-mental_health-noaudio", "daisy3-minimal-text", "daisy202-minimal",
      "daisy202-dontworrybehappy", "daisy202-dontworrybehappy-invalid",
    ].map { SharedData.url("daisy-samples/\($0)") }

  /// Files that are rightly refused, with the reason.
  static let refused: [String: String] = [
    "epub20_minimal_encryption.epub": "locked",
    "corrupt_file.epub": "no zip",
    "ocf-zip-unreadable-no-end-header-fatal.epub": "no zip",
    "ocf-filename-duplicate-zip-entry-error.epub": "two files of one name",
    "ocf-filename-duplicate-after-canonical-normalization-error.epub": "two files of one name",
    "ocf-filepath-not-utf8-error.epub": "a name that is no text",
  ]

  /// Files whose words the scan and the reader rightly take differently, with the reason.
  static let exceptions: [String: String] = [
    "hauy-2005-1-charsetError.xml":
      "declares ISO 8859-1 and is UTF-8, which the reader says and the scan does not know",
    "kusamakura-preview.epub": "readings of ruby are in brackets",
    "mymedia_lite.epub": "readings of ruby are in brackets",
    "internallinks.epub": "the scan does not part Japanese at the marks of references",
    "epub30-test-0302.epub": "links back from notes are left out",
    "defaultbook.xml":
      "elements of braille from other namespaces stand within words, where the scan parts them",
    "features.epub": "formulas in HTML tables of tests",
    "ocf-container-not-ocf-error.epub": "a Word document under another name",
    "issue-290.epub": "the scan does not read addresses with twice escaped names",
  ]

  /// The largest take a minute in a debug build: `COFORMAT_ALL_BOOKS=1` reads them too.
  static let large: Set<String> = [
    "linear-algebra.epub", "moby-dick.epub", "indexing-for-eds-and-auths-3f.epub",
    "childrens-literature.epub",
    "kleinere_novellen.xml", "The_State_and_Revolution.xml", "valentin_hauy.epub", "hauy_valid.xml",
    "hauy-2005-1.xml",
    "hauy_invalid.xml", "C00000.xml", "C00000.epub",
  ]

  @Test func `The books are there`() { #expect(Self.books.count >= 70) }

  @Test func `Every word of every book is in its model`() throws {
    let readsAll = ProcessInfo.processInfo.environment["COFORMAT_ALL_BOOKS"] == "1"
    for book in Self.books {
      let name = book.lastPathComponent
      if Self.large.contains(name), !readsAll { continue }
      var log = DiagnosticLog(source: name)
      let document: Document
      do throws(ConversionFailure) {
        document = try Self.read(book, log: &log)
      } catch {
        #expect(Self.refused[name] != nil, "\(name) refused: \(error.diagnostic.message)")
        #expect(error.diagnostic.hint != nil)
        continue
      }
      #expect(Self.refused[name] == nil, "\(name) is read")
      guard Self.exceptions[name] == nil else { continue }
      let lost = Self.lost(try BookMarkupText.words(of: book), document)
      #expect(lost == [], "\(name) lost \(lost.prefix(12))")
    }
  }

  static func read(_ book: URL, log: inout DiagnosticLog) throws(ConversionFailure) -> Document {
    let source = try Input.file(book.path).load().source
    return try Registry.standard.reader(for: source, log: &log).reader
      .read(source, options: ReadingOptions(), log: &log)
  }

  /// The words of the source that are not in the model. Marks of notes and numbers of lines stand beside
  /// words without a space, so a word counts with and without the digits at its ends; so do formulas, and a
  /// word counts with and without them. Numbers of print pages are marks of pages in the model.
  static func lost(_ words: [String], _ document: Document) -> [String] {
    var kept = document.printedWords.counted
    kept.merge(document.wordsForPages(of: .epub).counted, uniquingKeysWith: max)
    document.walk { node in
      switch node {
      case .block(.pageBreak(let page)), .inline(.pageBreak(let page)):
        for word in page.number.printWords { kept[word, default: 0] += 1 }
      case .block, .inline: break
      }
    }
    for (word, count) in kept {
      let bare = word.withoutDigitsAtEnds
      if bare != word { kept[bare, default: 0] += count }
    }
    var lost: [String] = []
    for (word, count) in words.counted where count > kept[word, default: 0] {
      let bare = word.withoutDigitsAtEnds
      // Numbers of notes, lines and pages are held by the golden trees.
      if bare.isEmpty ? word.count < 4 : bare != word && kept[bare] != nil { continue }
      lost.append(word)
    }
    return lost.sorted()
  }
}

extension String {
  fileprivate var withoutDigitsAtEnds: String {
    var bare = self[...]
    while let first = bare.first, first.isNumber { bare.removeFirst() }
    while let last = bare.last, last.isNumber { bare.removeLast() }
    return String(bare)
  }
}
