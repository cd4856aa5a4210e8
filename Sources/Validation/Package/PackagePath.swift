/// Paths in a package.
enum PackagePath {
  /// What follows the last `/`.
  static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// Where a relative address in a file leads; nil when it leads out of the package.
  static func resolve(_ address: String, from file: String) -> String? {
    var steps = file.split(separator: "/").dropLast().map(String.init)
    for step in decoded(address).split(separator: "/", omittingEmptySubsequences: false) {
      switch step {
      case ".", "": continue
      case "..":
        guard steps.popLast() != nil else { return nil }
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  /// An address with what is written in percents as characters.
  static func decoded(_ address: String) -> String {
    guard address.contains("%") else { return address }
    let bytes = Array(address.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether an address has a scheme, as `https:` or `mailto:`.
  static func isAbsolute(_ address: String) -> Bool {
    if address.hasPrefix("//") { return true }
    guard let colon = address.firstIndex(of: ":") else { return false }
    let scheme = address[..<colon]
    return scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }
}
