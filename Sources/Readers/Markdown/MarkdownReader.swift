public import Diagnostics
public import DocumentModel

/// Reads Markdown: CommonMark (0.29, as cmark-gfm has it), GitHub's tables, strikethrough, autolinks, task lists and
/// footnotes, notes in the text, mathematics, front matter, and raw HTML joined with the Markdown in it.
///
/// What authors can write is in the `MarkdownVocabulary` article.
public struct MarkdownReader: Reader {
  /// Makes a reader.
  public init() {}

  /// The largest source, in bytes: cmark ends the process where one of its buffers would pass 1 GiB.
  static let maximumSize = 1 << 28

  /// Reads a text; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    guard source.bytes.count <= Self.maximumSize else {
      throw ConversionFailure(.tooLarge(source.bytes.count))
    }
    let input = try TextInput(source, wanted: "Markdown", options: options, log: &log)
    let text = MarkdownText(input.bytes)
    let frontMatter = try FrontMatterReader(text, options: options, log: &log)
    let tree = try Self.tree(of: text, firstLine: frontMatter.bodyLine, log: &log)
    var builderOptions = DocumentBuilder.Options()
    builderOptions.teXElements = .honoured
    builderOptions.language = frontMatter.metadata.language
    var builder = DocumentBuilder(tree: tree, options: builderOptions)
    var document = builder.build(log: &log)
    var metadata = frontMatter.metadata
    metadata.subtitle = metadata.subtitle ?? document.metadata.subtitle
    document.metadata = metadata
    document.parts = [source.name]
    return document
  }

  /// The Markdown from a line on as a tree of HTML-named elements.
  static func tree(
    of text: MarkdownText, firstLine: Int, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> MarkupTree {
    let input = ParserInput(text, firstLine: firstLine, log: &log)
    let outer = log
    let converter = MarkdownParser.withTree(of: input) { root, state in
      var converter = MarkdownConverter(text: text, state: state, log: outer)
      converter.convert(root)
      return converter
    }
    guard let converter else { throw ConversionFailure(.parserFailed()) }
    log = converter.log
    return RawHTMLJoin.tree(
      of: RawHTMLSource(tree: converter.tree, rawPieces: converter.rawPieces, text: text), log: &log)
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(_ count: Int) -> Diagnostic {
    Diagnostic(
      "MD-010", .error,
      "the file has \(count) bytes, more than the \(MarkdownReader.maximumSize) that can be read",
      hint: "divide the document into several files")
  }

  fileprivate static func parserFailed() -> Diagnostic {
    Diagnostic("MD-011", .error, "the Markdown parser has no memory")
  }
}
