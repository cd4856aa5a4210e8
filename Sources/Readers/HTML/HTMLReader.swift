public import Diagnostics
public import DocumentModel

/// Reads web pages: the HTML parsing algorithm, then the main content, then the document it makes.
public struct HTMLReader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a page; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let input = try TextInput(
      source, declaredBy: .html, wanted: "a web page", options: options, log: &log)
    let lines = LineIndex(input.bytes)
    let parse = try GumboParse(input.bytes, as: .document, log: &log) { lines.range($0, $1) }
    var metadata = HeadMetadata(parse).metadata
    var survey = Survey(tree: parse.body)
    if options.pageContent == .main {
      var content = MainContent(parse.body, survey)
      content.choose()
      for part in content.leftOut where part.count > 0 { log.report(.leftOut(part)) }
      survey.leaveOut(content.leftOut.map(\.node))
    }
    var builder = DocumentBuilder(
      tree: parse.body, survey: survey, options: DocumentBuilder.Options(language: metadata.language))
    builder.saidFlattened = parse.isFlattened
    var document = builder.build(log: &log)
    metadata.subtitle = document.metadata.subtitle
    if metadata.title == nil { metadata.title = document.firstHeading }
    document.metadata = metadata
    document.parts = [source.name]
    return document
  }
}

extension Document {
  /// The words of the first heading of the first level.
  fileprivate var firstHeading: String? {
    for case .heading(let heading) in blocks where heading.level == 1 {
      let words = heading.inlines.plainText
      if !words.isEmpty { return words }
    }
    return nil
  }
}
