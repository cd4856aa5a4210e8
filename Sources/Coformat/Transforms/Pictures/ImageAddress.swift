/// What the address of a picture is, before anything is looked up.
enum ImageAddress: Equatable {
  /// There is no address.
  case empty
  /// The picture is in the document itself.
  case embedded
  /// It claims to be in the document, but what is there cannot be a picture's bytes.
  case embeddedBroken
  /// Somewhere that only a network reaches.
  case remote
  /// A place of its own choosing on the disk: an absolute path, a drive, a climb out of the folder.
  case outside
  /// A path below the document's folder, without `.` and `..`.
  case below(String)

  /// Tells what an address, as the source wrote it, is.
  init(_ source: String) {
    let address = source.drop(while: \.isWhitespace)
    guard !address.isEmpty else { self = .empty; return }
    // A browser takes `\` for `/` in addresses; so does Windows in paths.
    let slashed = String(address.map { $0 == "\\" ? "/" : $0 })
    if slashed.hasPrefix("//") { self = .remote; return }
    if let scheme = Self.scheme(of: slashed) {
      self = Self.address(scheme: scheme, rest: address.dropFirst(scheme.count + 1))
      return
    }
    let path = Self.decoded(slashed.prefix { $0 != "?" && $0 != "#" })
    if path.isEmpty { self = .empty; return }
    // Decoding may have brought slashes and NULs to light.
    if path.hasPrefix("/") || path.hasPrefix("\\") || path.hasPrefix("~") { self = .outside; return }
    let inFolder = path.map { $0 == "\\" ? "/" : $0 }
    self = Path.normalised(String(inFolder)).map(ImageAddress.below) ?? .outside
  }

  private static func address(scheme: String, rest: Substring) -> ImageAddress {
    switch scheme.lowercased() {
    case "data": holdsBytes(rest) ? .embedded : .embeddedBroken
    case "file": .outside
    case let drive where drive.count == 1: .outside  // `C:` is a drive
    default: .remote
    }
  }

  /// What stands before the first `:`, when that can be a scheme (RFC 3986, 3.1).
  private static func scheme(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":") else { return nil }
    let scheme = address[..<colon]
    guard let first = scheme.utf8.first, isLetter(first),
      scheme.utf8.allSatisfy({
        isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
      })
    else { return nil }
    return String(scheme)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Whether a `data:` address (RFC 2397), its scheme taken off, has bytes in it.
  private static func holdsBytes(_ rest: Substring) -> Bool {
    guard let comma = rest.utf8.firstIndex(of: UInt8(ascii: ",")) else { return false }
    let data = rest[rest.utf8.index(after: comma)...].utf8
    guard rest[..<comma].lowercased().hasSuffix(";base64") else { return !data.isEmpty }
    return !data.isEmpty
      && data.allSatisfy {
        isLetter($0) || (0x30...0x39).contains($0)
          || [0x2B, 0x2F, 0x3D, 0x2D, 0x5F, 0x25, 0x20, 0x0A, 0x0D].contains($0)
      }
  }

  /// The text with `%2F` and the like resolved once, as a browser does.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(DataAddress.hexadecimalValue)
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
