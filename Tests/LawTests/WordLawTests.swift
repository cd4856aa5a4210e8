import Coformat
import Foundation
import TestSupport
import Testing

/// Nothing of a Word document is lost in reading it: the letters of every paragraph, as an independent
/// reading of the parts' XML finds them, stand together in the model.
@Suite(.enabled(if: SharedData.isPresent)) struct WordLawTests {
  static let files = SharedData.files(below: "corpora/docx", extensions: ["docx"])

  /// Files that are rightly refused, with the reason.
  static let refused: [String: String] = [
    "ExternalEntityInText.docx": "a document type declaration, which no part of a Word document has",
    "clusterfuzz-testcase-minimized-POIFuzzer-6709287337197568.docx": "damaged",
    "clusterfuzz-testcase-minimized-POIXWPFFuzzer-4959857092198400.docx": "damaged",
    "clusterfuzz-testcase-minimized-POIXWPFFuzzer-5166796835258368.docx": "damaged",
    "clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160.docx": "no zip",
    "clusterfuzz-testcase-minimized-POIXWPFFuzzer-6120975439364096.docx": "damaged",
    "protected_agile.docx": "locked with a password",
  ]

  @Test func `The corpus is there`() { #expect(Self.files.count >= 293) }

  @Test func `Every paragraph of every document is in its model`() throws {
    for file in Self.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      var log = DiagnosticLog(source: file.lastPathComponent)
      let document: Document
      do throws(ConversionFailure) {
        document = try WordReader().read(
          Source(name: file.lastPathComponent, bytes: bytes), options: ReadingOptions(), log: &log)
      } catch {
        #expect(error.diagnostic.hint != nil)
        #expect(Self.refused[file.lastPathComponent] != nil, "\(file.lastPathComponent) is refused")
        continue
      }
      #expect(Self.refused[file.lastPathComponent] == nil, "\(file.lastPathComponent) is read")
      let source = WordText(bytes)
      #expect(source.isRead, "\(file.lastPathComponent) cannot be scanned")
      let found = ModelText(document)
      for paragraph in source.paragraphs {
        #expect(found.holds(paragraph), "\(file.lastPathComponent) lost: \(paragraph.prefix(120))")
      }
    }
  }
}

/// The letters and digits of a model, block by block.
struct ModelText {
  private var blocks: Set<String> = []
  private var all = Data()

  init(_ document: Document) {
    let metadata = document.metadata
    for text in [metadata.title, metadata.subtitle, metadata.date] + metadata.authors { add(text ?? "") }
    document.walk { node in
      switch node {
      case .block(.heading(let node)): add(Self.text(node.inlines))
      case .block(.paragraph(let node)): add(Self.text(node.inlines))
      case .block(.code(let node)): add(node.text)
      case .block(.lineGroup(let node)): for line in node.lines { add(Self.text(line.inlines)) }
      case .block(.definitionList(let node)):
        for item in node.items { for term in item.terms { add(Self.text(term.inlines)) } }
      case .block, .inline: break
      }
    }
    for note in document.notes { add(note.label ?? "") }
  }

  private mutating func add(_ text: String) {
    let folded = WordText.folded(text)
    guard blocks.insert(folded).inserted else { return }
    all.append(Data((folded + "\n").utf8))
  }

  func holds(_ text: String) -> Bool { blocks.contains(text) || all.range(of: Data(text.utf8)) != nil }

  /// Running text without what the scan does not have: formulas, numbers of pages.
  private static func text(_ inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines {
      switch inline {
      case .text(let node): text += node.string
      case .styled(let node): text += Self.text(node.inlines)
      case .span(let node): text += Self.text(node.inlines)
      case .link(let node): text += Self.text(node.inlines)
      case .crossReference(let node): text += Self.text(node.inlines)
      case .abbreviation(let node): text += Self.text(node.inlines)
      case .code(let node): text += node.text
      case .noteReference, .image, .mathematics, .lineBreak, .pageBreak: break
      }
    }
    return text
  }
}

/// The laws of `Laws` for Word documents: thirty of the corpus, of all the programs in it.
@Suite(.enabled(if: SharedData.isPresent)) struct WordPageLawTests {
  static let files = WordLawTests.files.enumerated().filter { $0.offset % 9 == 4 }.map(\.element)

  @Test func `There are thirty`() { #expect(Self.files.count >= 30) }

  @Test(arguments: files) func `Pages of Word documents keep the laws`(file: URL) throws {
    try Laws(file: file).check(in: [.grade1])
  }
}
