public import Diagnostics
public import DocumentModel

/// Reads text that has no marks of its own: paragraphs, and what is clearly a heading, a list, a quotation
/// or a table.
///
/// Nothing but the layout says what such text is, so that all of it is a guess. A guess is made where the
/// layout can hardly mean anything else, and each kind of guess is said, with how often it was made and
/// where first. No character of the text is dropped but the marks that have become structure.
public struct PlainTextReader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a text; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let decoded = PlainTextEncoding.decode(source, options: options, log: &log)
    let pages = FormFeeds(decoded.bytes)
    var unpaged = decoded
    unpaged.bytes = pages.bytes
    let input = try TextInput(unpaged, wanted: "text", options: options, log: &log)
    let lines = PlainLines(input.bytes, pages: pages)
    var parser = PlainTextParser(lines)
    var document = Document(blocks: parser.parse())
    parser.guesses.report(to: &log)
    if lines.looksLikeMarkdown { log.report(.looksLikeMarkdown()) }
    document.metadata.title = document.firstTitle
    document.parts = [source.name]
    return document
  }
}

extension Document {
  /// The words of the first heading of the first level.
  fileprivate var firstTitle: String? {
    for case .heading(let heading) in blocks where heading.level == 1 { return heading.inlines.plainText }
    return nil
  }
}

/// The encodings plain text has when it says nothing of them.
enum PlainTextEncoding {
  /// The text in UTF-8, where it is in UTF-16 without a mark or in Windows-1252, which is said; the source
  /// as it is in all other cases.
  static func decode(_ source: Source, options: ReadingOptions, log: inout DiagnosticLog) -> Source {
    guard ByteOrderMark(of: source.bytes) == nil, sniff(source.bytes) == .text else { return source }
    if let order = UnmarkedUTF16(source.bytes) {
      let decoded = DecodedBytes.utf16(source.bytes, from: 0, isBigEndian: order == .bigEndian)
      guard decoded.firstInvalid == nil else { return source }
      log.report(.readAsUnmarkedUTF16())
      return Source(name: source.name, bytes: decoded.utf8)
    }
    let check = UTF8Check(source.bytes)
    guard let offset = check.firstInvalid, options.invalidBytes == .refuse else { return source }
    // Text in UTF-8 that is broken in a few places is not in another encoding.
    let high = source.bytes.count { $0 >= 0x80 }
    guard check.count * 2 >= high, !source.bytes.contains(where: Self.isUndefined) else { return source }
    log.report(.readAsWindows1252(offset: offset, count: high))
    return Source(name: source.name, bytes: DecodedBytes.windows1252(source.bytes).utf8)
  }

  /// The five bytes Windows-1252 has no character for.
  private static func isUndefined(_ byte: UInt8) -> Bool { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) }
}

/// Where form feeds begin new pages.
struct FormFeeds {
  /// The text with spaces for the form feeds.
  private(set) var bytes: [UInt8]
  /// The lines, from 1, before which a page begins, and those after which one does.
  private(set) var before: Set<Int> = []
  private(set) var after: Set<Int> = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Text in UTF-16 or UTF-32 has other bytes there.
    guard bytes.contains(0x0C), [nil, .utf8].contains(ByteOrderMark(of: bytes)) else { return }
    var line = 1
    var isBlank = true
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A:
        if index == 0 || bytes[index - 1] != 0x0D { line += 1 }
        isBlank = true
      case 0x0D:
        line += 1
        isBlank = true
      case 0x0C:
        if isBlank { before.insert(line) } else { after.insert(line) }
        self.bytes[index] = 0x20
      case 0x20, 0x09, 0xEF, 0xBB, 0xBF: break
      default: isBlank = false
      }
    }
  }
}
