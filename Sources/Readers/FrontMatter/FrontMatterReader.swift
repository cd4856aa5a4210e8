import Diagnostics
import DocumentModel

/// Reads what a text says of itself before it begins.
struct FrontMatterReader {
  /// What the front matter says.
  private(set) var metadata = Metadata()
  /// The line the body begins on, from 1.
  private(set) var bodyLine = 1

  /// Reads the front matter of a text that has any.
  ///
  /// - Throws: front matter that cannot be read, with its line, unless the options are lenient: then
  ///   the text is converted without it, and what it said is kept in `metadata.other`.
  init(
    _ text: MarkdownText, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) {
    guard let fence = FrontMatterFence.find(in: text) else { return }
    do throws(YAMLProblem) {
      try read(fence, of: text, log: &log)
    } catch {
      let line = fence.contentLine + error.line - 1
      let place = Self.place(of: line, in: text)
      guard fence.syntax != .json else { return }
      switch options.invalidBytes {
      case .refuse:
        guard fence.syntax == .yaml else { break }
        throw ConversionFailure(.frontMatterBroken(error.message, line: line, at: place))
      case .replace: break
      }
      log.report(.frontMatterLeft(error.message, fence.syntax.rawValue, line: line, at: place))
      metadata = Metadata()
      let raw = String(decoding: text.bytes[fence.content], as: UTF8.self)
      metadata.other = [MetadataField(name: "front-matter", value: raw)]
      bodyLine = fence.bodyLine
    }
  }

  private mutating func read(
    _ fence: FrontMatterFence, of text: MarkdownText, log: inout DiagnosticLog
  ) throws(YAMLProblem) {
    let bytes = Array(text.bytes[fence.content])
    let place = { (line: Int) in Self.place(of: fence.contentLine + line - 1, in: text) }
    var fields: [YAMLField] = []
    switch fence.syntax {
    case .toml:
      fields = try TOMLReader.read(String(decoding: bytes, as: UTF8.self))
      log.report(.tomlRead(at: place(0)))
    case .yaml, .json:
      var reader = YAMLReader()
      let value: YAMLValue?
      do throws(YAMLProblem) { value = try reader.read(bytes) } catch {
        // Text between two thematic breaks need not be YAML at all.
        guard Self.holdsFields(bytes) else { return log.report(.notFrontMatter(at: place(1))) }
        throw error
      }
      switch value {
      case .mapping(let read): fields = read
      case nil: break
      case .scalar, .sequence:
        if fence.syntax == .yaml { log.report(.notFrontMatter(at: place(1))) }
        return
      }
      for line in reader.customTagLines { log.report(.tagIgnored(at: place(line))) }
    }
    var sorted = MetadataFields(place: place)
    sorted.add(fields, log: &log)
    metadata = sorted.metadata
    bodyLine = fence.bodyLine
  }

  private static func place(of line: Int, in text: MarkdownText) -> SourceRange {
    text.range(text.line(min(line, text.lineCount)))
  }

  /// Whether a line looks like `name: value`, so that what does not parse was meant as fields.
  private static func holdsFields(_ bytes: [UInt8]) -> Bool {
    bytes.split(whereSeparator: ASCII.isLineEnd).contains { line in
      guard let colon = line.firstIndex(of: ASCII.colon), colon > line.startIndex,
        line.first.map(ASCII.isLetter) == true
      else { return false }
      let name = line[..<colon]
      let after = line.index(after: colon)
      return name.allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
        && (after == line.endIndex || ASCII.isBlank(line[after]))
    }
  }
}

extension Diagnostic {
  fileprivate static func frontMatterBroken(
    _ message: String, line: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "FM-001", .error, "the front matter cannot be read: \(message), on line \(line)",
      hint: "correct the YAML between the --- lines, or go on without it: --lenient", at: range)
  }

  fileprivate static func frontMatterLeft(
    _ message: String, _ syntax: String, line: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "FM-002", .warning,
      "the \(syntax) front matter is not used: \(message), on line \(line); its title, language and the rest are not known",
      hint: "correct it, or write simple \"name: value\" lines between --- lines", at: range)
  }

  fileprivate static func notFrontMatter(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "FM-005", .warning, "what stands between the first --- lines holds no fields; it is read as text",
      hint: "write \"title: …\" for a field, or a blank line after the first --- for a thematic break",
      at: range)
  }

  fileprivate static func tagIgnored(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "FM-006", .warning, "a YAML tag in the front matter is not acted on; the value is kept as text",
      hint: "write plain values", at: range)
  }

  fileprivate static func tomlRead(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "FM-007", .warning, "the front matter is TOML, of which only simple fields are read",
      hint: "YAML between --- lines is read in full", at: range)
  }
}
