/// What an address in a file of a package leads to.
enum PackageAddress: Equatable {
  /// A file of the package by its path from the root, which may not be there, and a place in it.
  case file(path: String, fragment: String?)
  /// Somewhere else: an address with a scheme, or one that climbs out of the package.
  case elsewhere
  /// Nothing.
  case empty

  /// Resolves an address (RFC 3986, 5.2) against the file it stands in.
  init(_ address: String, from base: String) {
    let address = String(address.trimmingSpace).withoutControls
    guard !address.isEmpty else { self = .empty; return }
    guard !Self.hasScheme(address), !address.hasPrefix("//") else { self = .elsewhere; return }
    let pieces = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(pieces[0].prefix { $0 != "?" }).percentDecoded
    let fragment = pieces.count > 1 && !pieces[1].isEmpty ? String(pieces[1]).percentDecoded : nil
    if path.isEmpty { self = .file(path: base, fragment: fragment); return }
    var steps = path.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if steps.isEmpty { self = .elsewhere; return }
        steps.removeLast()
      default: steps.append(String(step))
      }
    }
    self = .file(path: steps.joined(separator: "/"), fragment: fragment)
  }

  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":"), colon > address.startIndex else { return false }
    return address[..<colon].unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || $0.properties.numericType != nil
          || "+-.".unicodeScalars.contains($0))
    }
  }
}

extension String {
  /// The string with `%2F` and the like resolved once.
  var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(\.hexadecimalValue)
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The last step of a path, without its extension.
  var fileStem: String {
    let name = split(separator: "/").last ?? self[...]
    guard let stop = name.lastIndex(of: "."), stop > name.startIndex else { return String(name) }
    return String(name[..<stop])
  }

  /// What follows the last full stop of a path, in lower case; empty when there is none.
  var fileEnding: String {
    let name = split(separator: "/").last ?? self[...]
    guard let stop = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: stop)...].lowercased()
  }
}
