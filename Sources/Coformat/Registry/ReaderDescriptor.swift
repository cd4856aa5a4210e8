public import Readers

/// A format that can be read, and what reads it.
public struct ReaderDescriptor: Sendable {
  /// What a person types after `--from`.
  public var name: String
  /// What it is called in a sentence.
  public var title: String
  /// The extensions its files usually have, in lower case.
  public var extensions: [String]
  /// The media types of the format, the usual one first.
  public var mediaTypes: [String]
  /// The kinds of bytes that are of the format for certain, whatever the file is called.
  public var kinds: Set<ContentKind>
  /// Whether bytes are of the format for certain, judged by their beginning.
  public var recognises: @Sendable (Beginning) -> Bool
  /// What turns its bytes into a document.
  public var reader: any Reader
  /// What its extensions say of a file.
  public var naming: Naming

  /// What the extensions of a format say of a file.
  public enum Naming: Sendable {
    /// That it is of the format, whatever its first characters are.
    case certain
    /// That it is text: another format may be told by its first characters.
    case vague
  }

  /// Makes a descriptor.
  public init(
    name: String, title: String, extensions: [String], mediaTypes: [String],
    kinds: Set<ContentKind> = [],
    recognises: @escaping @Sendable (Beginning) -> Bool = { _ in false }, reader: any Reader,
    naming: Naming = .certain
  ) {
    self.name = name
    self.title = title
    self.extensions = extensions
    self.mediaTypes = mediaTypes
    self.kinds = kinds
    self.recognises = recognises
    self.reader = reader
    self.naming = naming
  }
}

/// The first bytes of a source: enough to tell formats apart.
public struct Beginning: Sendable {
  /// How many bytes are looked at.
  public static let length = 8_192

  /// The bytes themselves, `length` of them at most.
  public let bytes: [UInt8]

  /// Takes the beginning of a source's bytes.
  public init(of bytes: [UInt8]) { self.bytes = Array(bytes.prefix(Self.length)) }

  /// The ASCII characters in lower case, without a byte order mark and without the zero bytes UTF-16
  /// puts beside them; white space at the start is gone.
  public var asciiText: String {
    let ascii = bytes.filter { $0 != 0 && $0 < 0x80 }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return String(decoding: ascii.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }, as: UTF8.self)
  }
}
