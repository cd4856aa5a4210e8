public import Diagnostics
public import DocumentModel

/// Gives out easy read: a document that is easy read already, as ``EasyReadEdition`` lays it out, in
/// large type with pictures beside the words, or as text.
public struct EasyReadRenderer: Renderer {
  public typealias Options = EasyReadOutputOptions

  /// What was chosen.
  public let options: EasyReadOutputOptions

  /// Makes a renderer.
  public init(options: EasyReadOutputOptions = EasyReadOutputOptions()) { self.options = options }

  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    switch options.fileType {
    case .text: return text(document, .plain, log: &log)
    case .markdown: return text(document, .markdown, log: &log)
    case .html, .docx:
      var page = options.page
      page.fileType = options.fileType == .docx ? .docx : .html
      page.profile = LargePrintProfile.easyReadName
      return try LargePrintRenderer(options: page, edition: .easyRead).render(document, log: &log)
    }
  }

  private func text(
    _ document: Document, _ syntax: TextWriter.Syntax, log: inout DiagnosticLog
  ) -> Rendition {
    let document = document.keeping(for: .easyRead).document
    var writer = TextWriter(document.withTitle, syntax: syntax)
    let body = writer.text()
    let text = syntax == .markdown ? DraftFrontMatter(document.metadata).text + body : body
    if writer.decorations > 0 { log.report(.picturesNotInText(writer.decorations)) }
    let lines = body.split(separator: "\n").count
    let (path, mediaType, kind) =
      switch syntax {
      case .plain: ("report.easy-read.txt", "text/plain; charset=utf-8", "plain text")
      case .markdown: ("report.easy-read.md", "text/markdown; charset=utf-8", "Markdown")
      }
    return Rendition(
      artifacts: [Artifact(path: path, mediaType: mediaType, bytes: Array(text.utf8))], containment: .file,
      summary: "a draft in easy read to be checked by people, \(lines) lines of \(kind)")
  }
}

extension LargePrintProfile {
  /// The name of the profile of easy read, which is none of large print.
  static let easyReadName = "easy-read"
}

extension Document {
  /// The document with its title as its first heading, where metadata alone has it.
  fileprivate var withTitle: Document {
    let title = DocumentTitle(self, fallback: "")
    guard metadata.title?.allSatisfy(\.isWhitespace) == false, title.blocks == blocks else { return self }
    var document = self
    document.blocks.insert(.heading(Heading(level: 1, title.inlines)), at: 0)
    return document
  }
}

extension Diagnostic {
  fileprivate static func picturesNotInText(_ count: Int) -> Diagnostic {
    Diagnostic(
      "EZA-030", .note,
      "\(count) \(count == 1 ? "picture" : "pictures") beside the words \(count == 1 ? "is" : "are") not in plain text",
      hint: "make HTML or Word for pictures, or give them a description in the author file")
  }
}
