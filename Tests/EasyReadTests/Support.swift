import DocumentModel
import EasyRead

/// A document of one paragraph a text.
func document(_ texts: String...) -> Document {
  Document(blocks: texts.map { .paragraph(Paragraph([.text(Text($0))])) })
}

/// The lines easy read makes of a sentence, without explanations.
func lines(_ text: String, accept: EasyReadOptions.Acceptance = .none) -> [String] {
  let result = EasyRead.simplify(
    document(text), options: EasyReadOptions(accept: accept, explanations: .none))
  return result.blocks.flatMap(\.sentences).flatMap(\.lines).map(\.text)
}

/// The edits of a sentence.
func edits(_ text: String, accept: EasyReadOptions.Acceptance = .none) -> [Edit] {
  EasyRead.simplify(document(text), options: EasyReadOptions(accept: accept, explanations: .none))
    .blocks.flatMap(\.sentences).flatMap(\.edits)
}

/// The rules that changed a sentence.
func rules(_ text: String, accept: EasyReadOptions.Acceptance = .none) -> Set<RuleID> {
  Set(edits(text, accept: accept).filter(\.isMade).map(\.rule))
}
