import Diagnostics

/// The text of a source: valid UTF-8 without a byte order mark or control characters.
struct TextInput: Sendable {
  var bytes: [UInt8]
  /// The name of the encoding it was read from.
  var encoding: String

  /// Where a text may say in itself which encoding it is in.
  enum Declaration {
    /// Nowhere: without a byte order mark it is UTF-8.
    case none
    /// In a `meta` element or an XML declaration in the first 1,024 bytes.
    case html
  }

  /// Reads a source's bytes as text.
  ///
  /// A byte order mark comes before what the text declares; what it declares comes before UTF-8; but
  /// a page that declares another encoding and is valid UTF-8 beyond ASCII is read as UTF-8, with a
  /// warning, since text in another encoding is almost never valid UTF-8 by chance.
  ///
  /// - Throws: what `notText`, `invalidBytes`, `unmarkedUTF16` and `unknownCharset` say.
  init(
    _ source: Source, declaredBy declaration: Declaration = .none, wanted: String = "text",
    options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) {
    let kind = sniff(source.bytes)
    guard kind == .text || kind == .empty else {
      throw ConversionFailure(.notText(kind, wanted: wanted))
    }
    let decoded = try Self.decode(source.bytes, declaration, options, &log)
    encoding = decoded.encoding
    if encoding != "UTF-8" { log.report(.readAs(encoding)) }
    var controls = ControlCharacters()
    bytes = controls.clean(decoded.utf8)
    if let first = controls.first {
      let position = LineIndex(decoded.utf8).position(of: first)
      let range = SourceRange(position, position)
      if controls.nulls > 0 { log.report(.nullsReplaced(count: controls.nulls, at: range)) }
      if controls.removed > 0 { log.report(.controlsRemoved(count: controls.removed, at: range)) }
    }
    if String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      log.report(.nothingToConvert())
    }
  }

  private static func decode(
    _ bytes: [UInt8], _ declaration: Declaration, _ options: ReadingOptions, _ log: inout DiagnosticLog
  ) throws(ConversionFailure) -> (utf8: [UInt8], encoding: String) {
    if let mark = ByteOrderMark(of: bytes) {
      let decoded: DecodedBytes =
        switch mark {
        case .utf8: .utf8(bytes, from: 3)
        case .utf16LittleEndian: .utf16(bytes, from: 2, isBigEndian: false)
        case .utf16BigEndian: .utf16(bytes, from: 2, isBigEndian: true)
        case .utf32LittleEndian: .utf32(bytes, from: 4, isBigEndian: false)
        case .utf32BigEndian: .utf32(bytes, from: 4, isBigEndian: true)
        }
      return (try accept(decoded, mark.name, options, &log), mark.name)
    }
    if UnmarkedUTF16(bytes) != nil { throw ConversionFailure(.unmarkedUTF16()) }
    guard declaration == .html, let label = declaredCharset(in: bytes) else {
      return (try accept(.utf8(bytes, from: 0), "UTF-8", options, &log), "UTF-8")
    }
    let encoding = DeclaredEncoding(label: label)
    if encoding == .utf8 { return (try accept(.utf8(bytes, from: 0), "UTF-8", options, &log), "UTF-8") }
    if let text = validUTF8(bytes), encoding == nil || bytes.contains(where: { $0 >= 0x80 }),
      encoding != .converted("ISO-2022-JP")
    {
      log.report(.unknownCharsetIgnored(label))
      return (text, "UTF-8")
    }
    switch encoding {
    case nil: throw ConversionFailure(.unknownCharset(label))
    case .utf8: return (try accept(.utf8(bytes, from: 0), "UTF-8", options, &log), "UTF-8")
    case .windows1252: return (DecodedBytes.windows1252(bytes).utf8, "windows-1252")
    case .converted(let name):
      guard let decoded = DecodedBytes.converted(bytes, from: name) else {
        throw ConversionFailure(.unknownCharset(label))
      }
      return (try accept(decoded, label, options, &log), label)
    }
  }

  /// The text, or a failure when it was not valid and that is not allowed.
  private static func accept(
    _ decoded: DecodedBytes, _ encoding: String, _ options: ReadingOptions, _ log: inout DiagnosticLog
  ) throws(ConversionFailure) -> [UInt8] {
    guard let offset = decoded.firstInvalid else { return decoded.utf8 }
    switch options.invalidBytes {
    case .refuse:
      throw ConversionFailure(.invalidBytes(encoding, offset: offset, count: decoded.invalidCount))
    case .replace:
      log.report(.invalidBytesReplaced(encoding, offset: offset, count: decoded.invalidCount))
      return decoded.utf8
    }
  }

  private static func validUTF8(_ bytes: [UInt8]) -> [UInt8]? {
    UTF8Check(bytes).firstInvalid == nil ? bytes : nil
  }
}

extension DecodedBytes {
  /// Reads UTF-8 from `offset` on.
  static func utf8(_ bytes: [UInt8], from offset: Int) -> DecodedBytes {
    let text = offset == 0 ? bytes : Array(bytes[offset...])
    let check = UTF8Check(text)
    guard let first = check.firstInvalid else { return DecodedBytes(utf8: text) }
    return DecodedBytes(
      utf8: Array(String(decoding: text, as: UTF8.self).utf8), firstInvalid: first + offset,
      invalidCount: check.count)
  }
}
