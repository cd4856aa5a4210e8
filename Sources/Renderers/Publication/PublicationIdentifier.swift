/// Identifiers of publications, and of the works they are made from.
enum PublicationIdentifier {
  /// A UUID of the kind whose bits are the maker's own (RFC 9562, 5.8), from the first sixteen bytes.
  static func uuid(_ bytes: [UInt8]) -> String {
    var bytes = Array((bytes + Array(repeating: 0, count: 16)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = "urn:uuid:"
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      let digits = String(byte, radix: 16)
      text += digits.count < 2 ? "0" + digits : digits
    }
    return text
  }

  /// Whether an identifier says that it is a UUID and is none (RFC 9562, 4): validators object to it.
  static func isBrokenUUID(_ identifier: String) -> Bool {
    guard identifier.lowercased().hasPrefix("urn:uuid:") else { return false }
    let groups = identifier.dropFirst(9).split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) != [8, 4, 4, 4, 12]
      || !groups.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// An identifier of a work as an URN, where it is an ISBN or a DOI. What says that it is a UUID and is none
  /// stays as the text it is, without saying so.
  static func urn(_ identifier: String) -> String {
    let lower = identifier.lowercased()
    if isBrokenUUID(identifier) { return String(identifier.dropFirst(9)) }
    if lower.hasPrefix("urn:") || lower.contains("://") { return identifier }
    let body = lower.hasPrefix("isbn") ? identifier.dropFirst(4).drop { " :-".contains($0) } : identifier[...]
    let digits = body.filter { $0 != "-" && $0 != " " }
    if [10, 13].contains(digits.count), digits.dropLast().allSatisfy(\.isNumber),
      digits.last.map({ $0.isNumber || $0 == "X" || $0 == "x" }) == true
    {
      return "urn:isbn:\(digits)"
    }
    let doi = lower.hasPrefix("doi:") ? identifier.dropFirst(4).drop { $0 == " " } : identifier[...]
    return doi.hasPrefix("10.") && doi.contains("/") ? "urn:doi:\(doi)" : identifier
  }
}

/// Sixteen bytes that tell what was hashed from anything else, and are the same for the same bytes
/// (FNV-1a, twice with different beginnings).
struct Fingerprint {
  private var hashes: [UInt64] = [0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4]

  /// Takes more bytes in.
  mutating func add(_ bytes: [UInt8]) {
    var (first, second) = (hashes[0], hashes[1])
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second ^ UInt64(~byte)) &* 0x100_0000_01b3
    }
    hashes = [first, second]
  }

  /// The sixteen bytes.
  var bytes: [UInt8] {
    hashes.flatMap { hash in (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) } }
  }
}
