import Diagnostics
import XMLTree

/// A file of braille pages, whoever made it, as lines of cells.
struct BrailleFile {
  /// The pages, each its lines from the top; blank lines at the end of a page are left out.
  var pages: [[[UInt8]]] = []
  /// The language a PEF file says it is in.
  var language: String?

  /// Reads BRF, Unicode braille or PEF, told apart by what is in them.
  ///
  /// - Throws: when the bytes are none of these, naming the first thing that is no braille.
  init(_ bytes: [UInt8]) throws(ConversionFailure) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw ConversionFailure(.packedBraille()) }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first(where: { $0 != "\u{FEFF}" && !$0.properties.isWhitespace }) == "<" {
      try readPEF(bytes)
    } else if text.unicodeScalars.contains(where: { (0x2800...0x28FF).contains($0.value) }) {
      try readLines(text) { scalar in
        (0x2800...0x28FF).contains(scalar.value)
          ? UInt8(truncatingIfNeeded: scalar.value) : scalar == " " ? 0 : nil
      }
    } else {
      try Self.refuseMixedCase(text)
      try readLines(text) { Self.cells[$0] }
    }
    for index in pages.indices {
      while pages[index].last?.allSatisfy({ $0 == 0 }) == true { pages[index].removeLast() }
    }
    if pages.allSatisfy(\.isEmpty) { throw ConversionFailure(.noBraille()) }
  }

  // MARK: - Text

  private mutating func readLines(
    _ text: String, _ cell: (Unicode.Scalar) -> UInt8?
  ) throws(ConversionFailure) {
    var page: [[UInt8]] = []
    var line: [UInt8] = []
    var lineNumber = 1
    var isOpen = false
    var previous: Unicode.Scalar = "\n"
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      defer { previous = scalar }
      switch scalar {
      case "\u{FEFF}" where index == 0: break
      // An end mark of old systems.
      case "\u{1A}" where index + 1 == scalars.count: break
      case "\n" where previous == "\r": break
      case "\r", "\n":
        page.append(line)
        line = []
        lineNumber += 1
        isOpen = true
      case "\u{C}":
        if !line.isEmpty { page.append(line) }
        pages.append(page)
        (page, line, isOpen) = ([], [], false)
      default:
        guard let cell = cell(scalar) else {
          throw ConversionFailure(.noCell(scalar, line: lineNumber, column: line.count + 1))
        }
        line.append(cell)
        isOpen = true
      }
    }
    if !line.isEmpty { page.append(line) }
    if isOpen { pages.append(page) }
  }

  /// The cells of North American ASCII braille, small letters and the characters that go with them
  /// standing for the same.
  private static let cells: [Unicode.Scalar: UInt8] = {
    var cells: [Unicode.Scalar: UInt8] = [:]
    for (cell, byte) in BRFWriter.alphabet.enumerated() {
      cells[Unicode.Scalar(byte)] = UInt8(cell)
      if (0x40...0x5E).contains(byte) { cells[Unicode.Scalar(byte + 0x20)] = UInt8(cell) }
    }
    return cells
  }()

  /// BRF has letters of one case. A file with both in many lines is print, which would read as
  /// nonsense.
  private static func refuseMixedCase(_ text: String) throws(ConversionFailure) {
    var small = 0
    var capital = 0
    for byte in text.utf8 {
      if (0x61...0x7A).contains(byte) { small += 1 }
      if (0x41...0x5A).contains(byte) { capital += 1 }
    }
    if small > 0, capital > 0 { throw ConversionFailure(.mixedCase()) }
  }

  // MARK: - PEF

  private mutating func readPEF(_ bytes: [UInt8]) throws(ConversionFailure) {
    var found = PEFPages()
    do {
      try XMLEvents.read(bytes) { found.handle($0) }
    } catch {
      throw ConversionFailure(.brokenPEF(error.message, line: error.line))
    }
    guard found.isPEF else { throw ConversionFailure(.otherXML()) }
    if let (scalar, line) = found.stranger {
      throw ConversionFailure(.noCell(scalar, line: line, column: nil))
    }
    pages = found.pages
    language = found.language
  }
}

/// Gathers the rows of a PEF file.
private struct PEFPages {
  var pages: [[[UInt8]]] = []
  var language: String?
  var isPEF = false
  /// The first character of a row that is no braille pattern.
  var stranger: (Unicode.Scalar, line: Int)?
  private var text = ""
  private var isRow = false

  mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let name, let space, _, _):
      text = ""
      guard space == "http://www.daisy.org/ns/2008/pef" else { return }
      switch name {
      case "pef": isPEF = true
      case "page": pages.append([])
      case "row": isRow = true
      default: break
      }
    case .text(let string, let line):
      text += string
      guard isRow, stranger == nil else { return }
      let other = string.unicodeScalars.first { !(0x2800...0x28FF).contains($0.value) && $0 != " " }
      if let other { stranger = (other, line) }
    case .end(let name, let space):
      if name == "row", isRow, !pages.isEmpty {
        pages[pages.count - 1].append(
          text.unicodeScalars.map { $0 == " " ? 0 : UInt8(truncatingIfNeeded: $0.value) })
        isRow = false
      }
      if name == "language", space == "http://purl.org/dc/elements/1.1/" { language = language ?? text }
    }
  }
}

extension Diagnostic {
  private static let kinds = "BRF, Unicode braille and PEF can be read back"

  static func packedBraille() -> Diagnostic {
    Diagnostic("BRL-033", .error, "the file is a package and no file of braille pages", hint: kinds)
  }

  static func noBraille() -> Diagnostic {
    Diagnostic("BRL-033", .error, "there is no braille in the file", hint: kinds)
  }

  static func mixedCase() -> Diagnostic {
    Diagnostic(
      "BRL-033", .error, "the file holds small and capital letters, as print does and BRF does not",
      hint: "to make braille of it leave out --reverse; " + kinds)
  }

  static func otherXML() -> Diagnostic {
    Diagnostic("BRL-033", .error, "the file is XML or HTML and not PEF", hint: kinds)
  }

  static func brokenPEF(_ message: String, line: Int) -> Diagnostic {
    Diagnostic(
      "BRL-033", .error, "the file is not well-formed XML at line \(line): \(message)", hint: kinds)
  }

  static func noCell(_ scalar: Unicode.Scalar, line: Int, column: Int?) -> Diagnostic {
    let place = column.map { "line \(line), character \($0)" } ?? "line \(line)"
    return Diagnostic(
      "BRL-033", .error, "\(place): \(quoted(String(scalar))) stands for no cell, so this is no braille file",
      hint: kinds)
  }
}
