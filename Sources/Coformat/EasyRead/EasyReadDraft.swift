import Diagnostics
import DocumentModel
import EasyRead

/// Easy read of a document with its author's decisions, before it is laid out.
struct EasyReadDraft {
  let author: AuthorFile
  let result: EasyReadResult
  /// Whether the document was a draft already.
  let isDraft: Bool
  /// What the author decided about things the report does not have any more.
  let stale: [Diagnostic]

  /// Makes the draft.
  ///
  /// - Parameter isForReview: whether people look at what is only suggested.
  /// - Throws: when the author's decisions cannot be read.
  init(
    of document: Document, _ request: EasyReadRequest, from input: Input, isForReview: Bool,
    log: inout DiagnosticLog
  ) throws(ConversionFailure) {
    author = try AuthorFile.load(for: document, from: input, request.authorFile, log: &log)
    var stale: [Diagnostic] = []
    var source = author.leavingOut(document.forEasyRead, problems: &stale)
    let parts = DraftParts(in: document.metadata.language)
    let isDraft = author.isDraft ?? parts.isDraft(source)
    if isDraft {
      source = parts.restored(in: source)
      log.report(.draftAlready())
    }
    let accept = author.acceptance.union(request.accept)
    let options = EasyReadOptions(
      accept: accept, digits: request.digits, explanations: request.explanations,
      decisions: author.decisions,
      glossaryHeading: EasyReadEdition.glossaryHeading(in: document.metadata.language),
      isDraft: isDraft, offersSuggestions: isForReview)
    self.isDraft = isDraft
    result = EasyRead.simplify(source, options: options)
    let asked: Set<String> = if case .only(let ids) = request.accept { ids } else { [] }
    self.stale = stale + author.stale(in: result, asked: asked)
    for diagnostic in result.diagnostics { log.report(diagnostic) }
  }

  /// The edition readers get.
  func edition(
    _ request: EasyReadRequest, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> (document: Document, ideas: [EasyReadEdition.Idea]) {
    var edition = EasyReadEdition(result)
    edition.choices = author.pictures
    if let folder = request.pictures { edition.folder = try PictureFolder(folder, log: &log).pictures }
    // The report is not at hand any more.
    edition.original = isDraft ? .none : request.original
    edition.isDraft = isDraft
    let (document, ideas, diagnostics) = edition.document()
    for diagnostic in diagnostics { log.report(diagnostic) }
    return (document, ideas)
  }
}

extension Transform {
  /// Makes easy read of the document, with what its author has decided.
  ///
  /// - Parameter input: the report, beside which the author's decisions are.
  static func easyRead(_ request: EasyReadRequest, from input: Input) -> Transform {
    Transform("easy read") { document, _, log throws(ConversionFailure) in
      let draft = try EasyReadDraft(of: document, request, from: input, isForReview: false, log: &log)
      try log.reportAll(draft.stale)
      return try draft.edition(request, log: &log).document
    }
  }
}

extension Document {
  /// The document as easy read shows it. What was written for easy read alone has no audience from here
  /// on, so that a rendition that shows easy read shows it too.
  fileprivate var forEasyRead: Document {
    var opening = AudienceOpening()
    return opening.rewrite(keeping(for: .easyRead).document)
  }
}

private struct AudienceOpening: Rewriter {
  mutating func replacement(for block: Block) -> Block {
    var block = block
    if case .only = block.info.audience { block.info.audience = nil }
    return block
  }

  mutating func replacement(for inline: Inline) -> Inline {
    var inline = inline
    if case .only = inline.info.audience { inline.info.audience = nil }
    return inline
  }
}

extension Diagnostic {
  fileprivate static func draftAlready() -> Diagnostic {
    Diagnostic(
      "EZA-026", .note, "this is a draft in easy read already: its words stay as they are",
      hint: "say 'draft: false' under 'easy-read' in the front matter to have all rules applied to it")
  }
}
