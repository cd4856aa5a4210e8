public import Readers

/// A format that can be read, and what reads it.
public struct ReaderDescriptor: Sendable {
  /// What a person types after `--from`.
  public var name: String
  /// What it is called in a sentence.
  public var title: String
  /// The extensions its files usually have, in lower case.
  public var extensions: [String]
  public var mediaTypes: [String]
  /// Whether bytes are of the format for certain, judged by their beginning.
  public var recognises: @Sendable (Beginning) -> Bool
  public var reader: any Reader

  /// Makes a descriptor.
  public init(
    name: String, title: String, extensions: [String], mediaTypes: [String],
    recognises: @escaping @Sendable (Beginning) -> Bool = { _ in false }, reader: any Reader
  ) {
    self.name = name
    self.title = title
    self.extensions = extensions
    self.mediaTypes = mediaTypes
    self.recognises = recognises
    self.reader = reader
  }
}

/// The first bytes of a source: enough to tell formats apart.
public struct Beginning: Sendable {
  /// How many bytes are looked at.
  public static let length = 8_192

  public let bytes: [UInt8]

  /// Takes the beginning of a source's bytes.
  public init(of bytes: [UInt8]) { self.bytes = Array(bytes.prefix(Self.length)) }

  /// The ASCII characters in lower case, without a byte order mark and without the zero bytes UTF-16
  /// puts beside them; white space at the start is gone.
  public var asciiText: String {
    let ascii = bytes.filter { $0 != 0 && $0 < 0x80 }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return String(decoding: ascii.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }, as: UTF8.self)
  }

  /// Whether it starts with these bytes.
  public func starts(with signature: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// Whether these ASCII characters occur in it.
  public func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  /// Why this cannot be text; nil when it may be.
  public var reasonNotText: String? {
    let controls = bytes.count { $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B }
    let zeros = bytes.count { $0 == 0 }
    if starts(with: [0xFF, 0xFE, 0, 0]) || starts(with: [0, 0, 0xFE, 0xFF]) { return "it is UTF-32" }
    if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) { return nil }
    if zeros * 4 > bytes.count { return "every few bytes are zero, as in UTF-16 without a byte order mark" }
    let whole = bytes.prefix(max(0, bytes.count - 3))  // the end may cut a character in two
    if controls * 20 > bytes.count, String(validating: whole, as: UTF8.self) == nil {
      return "it is full of bytes that no text has"
    }
    return nil
  }
}
