/// The encoding a page names in an XML declaration or a `meta` element in its first 1,024 bytes
/// (HTML, section 13.2.3.2, prescan), or nil.
func declaredCharset(in bytes: [UInt8]) -> String? {
  let head = String(decoding: bytes.prefix(1024).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
  var rest = head[...]
  if rest.hasPrefix("<?xml"), let end = rest.firstIndex(of: ">") {
    if let name = value(after: "encoding", in: rest[..<end]) { return name }
  }
  while let start = rest.firstIndex(of: "<") {
    rest = rest[start...]
    if rest.hasPrefix("<!--") {
      guard let end = rest.endOfComment else { return nil }
      rest = rest[end...]
      continue
    }
    guard rest.hasPrefix("<meta"), let end = rest.firstIndex(of: ">") else {
      rest = rest.dropFirst()
      continue
    }
    let tag = rest[..<end]
    rest = rest[end...]
    let isContentType = tag.contains("http-equiv") && tag.contains("content-type")
    if let name = value(after: "charset", in: tag), isContentType || !tag.contains("http-equiv") {
      return name
    }
  }
  return nil
}

/// What stands after `name` and an equals sign, with or without quotation marks.
private func value(after name: String, in text: Substring) -> String? {
  var rest = text
  while let found = rest.firstRange(of: name) {
    rest = rest[found.upperBound...].drop(while: \.isWhitespace)
    guard rest.first == "=" else { continue }
    rest = rest.dropFirst().drop(while: { $0.isWhitespace || $0 == "\"" || $0 == "'" })
    let value = rest.prefix { !$0.isWhitespace && !"\"';?/>".contains($0) }
    return value.isEmpty ? nil : String(value)
  }
  return nil
}

extension Substring {
  fileprivate var endOfComment: Index? { firstRange(of: "-->")?.upperBound }

  /// Where `words` stand first.
  fileprivate func firstRange(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }
}
