public import DocumentModel
import Wording

/// The parts of a draft that easy read put into it, found again in a draft that was written to a file,
/// worked on by people and read.
///
/// Formats without marks for them keep them as what they look like: Markdown has the statement as a
/// quotation and the explanations of words as paragraphs in bold and others.
public struct DraftParts: Sendable {
  private let statement: String
  private let maker: String
  private let glossary: String

  /// Parts of drafts in a language.
  public init(in language: Language?) {
    let words = ProgramWords(language)
    statement = words.text(.easyReadDraft)
    maker = words.text(.easyReadMadeByProgram)
    glossary = words.text(.whatTheWordsMean)
  }

  /// Whether a document says at its beginning that it is a draft of easy read made by a program.
  public func isDraft(_ document: Document) -> Bool {
    document.blocks.prefix(12).contains { block in
      let text = block.allText
      return text.contains(statement) && text.contains(maker)
    }
  }

  /// Whether a block is the statement that this is a draft.
  func isStatement(_ block: Block) -> Bool {
    guard case .aside(let node) = block else { return false }
    return node.title.plainText == statement
  }

  /// The draft with the statement and the explanations of words as easy read makes them. No word and no
  /// order changes.
  public func restored(in document: Document) -> Document {
    var document = document
    document.blocks = withGlossary(document.blocks.map(withStatement))
    return document
  }

  private func withStatement(_ block: Block) -> Block {
    guard case .blockQuote(let node) = block, node.attribution.isEmpty,
      case .paragraph(let title)? = node.blocks.first, let words = title.inlines.asStrong,
      words.plainText == statement
    else { return block }
    return .aside(Aside(.important, title: words, Array(node.blocks.dropFirst()), info: node.info))
  }

  /// The last section with the heading of the explanations, up to the next heading, as a glossary.
  private func withGlossary(_ blocks: [Block]) -> [Block] {
    let place = blocks.lastIndex {
      if case .heading(let node) = $0 { node.inlines.plainText == glossary } else { false }
    }
    guard let place else { return blocks }
    let end =
      blocks[(place + 1)...].firstIndex { if case .heading = $0 { true } else { false } } ?? blocks.count
    let section = [blocks[place]] + Self.withDefinitions(blocks[(place + 1)..<end])
    return blocks[..<place] + [.division(Division(section, role: "glossary"))] + blocks[end...]
  }

  /// Paragraphs in bold, each with the paragraphs after it, as a list of definitions.
  private static func withDefinitions(_ blocks: ArraySlice<Block>) -> [Block] {
    var result: [Block] = []
    var items: [DefinitionItem] = []
    func flush() {
      if !items.isEmpty { result.append(.definitionList(DefinitionList(items))) }
      items = []
    }
    for block in blocks {
      guard case .paragraph(let node) = block else {
        flush()
        result.append(block)
        continue
      }
      if let term = node.inlines.asStrong {
        items.append(DefinitionItem(terms: [DefinitionTerm(term, info: node.info)], definitions: []))
      } else if let last = items.indices.last {
        if items[last].definitions.isEmpty { items[last].definitions.append(Definition([])) }
        items[last].definitions[0].blocks.append(block)
      } else {
        result.append(block)
      }
    }
    flush()
    return result
  }
}

extension [Inline] {
  /// What is in bold, where all of it is.
  fileprivate var asStrong: [Inline]? {
    guard count == 1, case .styled(let node) = self[0], node.style == .strong else { return nil }
    return node.inlines
  }
}
