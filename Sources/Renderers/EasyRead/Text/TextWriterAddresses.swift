import DocumentModel

/// Addresses in Markdown: readers of GitHub's make links of those that stand in text. A link that shows
/// its own address is written as that alone; an address in text that would not come back whole has an
/// escape, so that it stays text.
extension TextWriter {
  /// Whether a link can stand as its address alone: what readers make of that is the same link.
  static func isBare(_ link: Link, after text: String, before following: ArraySlice<Inline>) -> Bool {
    guard link.inlines.allSatisfy(\.isPlainText) else { return false }
    let shown = link.inlines.plainText
    let words = shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let text = shown.first?.isWhitespace == true ? " " : text
    let following = shown.last?.isWhitespace == true ? [] : following
    if let local = mailAddress(words, of: link.target) {
      return isPlainMail(local) && mayStand(after: text, before: following)
    }
    guard isPlainAddress(words[...]),
      link.target == words || words.hasPrefix("www.") && link.target == "http://" + words,
      mayPrecede(text.last), words.last.map(".,;:!?)".contains) == false
    else { return false }
    return ends(before: following) { rest in
      rest.drop { ".,;:!?)".contains($0) }.first.map(\.isWhitespace)
    }
  }

  /// Whether an address ends where what follows it begins.
  ///
  /// - Parameter isEnd: whether it ends before a text; nil for one that is over without telling.
  private static func ends(
    before following: ArraySlice<Inline>, _ isEnd: (Substring) -> Bool?
  ) -> Bool {
    switch following.first {
    case nil, .lineBreak: true
    case .text(let node): isEnd(node.string[...]) ?? ends(before: following.dropFirst()) { _ in false }
    default: false
    }
  }

  /// The address of mail a link shows and leads to, with or without its scheme.
  private static func mailAddress(_ words: String, of target: String) -> String? {
    if target == "mailto:" + words { return words }
    return target == words && words.hasPrefix("mailto:") ? String(words.dropFirst(7)) : nil
  }

  /// Whether no character around an address of mail would be taken for a part of it.
  private static func mayStand(after text: String, before following: ArraySlice<Inline>) -> Bool {
    if let last = text.last, isOfMail(last) || !last.isASCII && last.isLetter { return false }
    if text.hasSuffix("mailto:") || text.hasSuffix("xmpp:") { return false }
    return ends(before: following) { rest in
      rest.drop { $0 == "." }.first.map { $0 != "@" && $0 != "/" && !isOfMail($0) }
    }
  }

  private static func isOfMail(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._-+".contains(character))
  }

  /// Whether an address may begin after a character.
  static func mayPrecede(_ character: Character?) -> Bool {
    character.map { $0.isWhitespace || "(\"'“‘".contains($0) } ?? true
  }

  /// Whether readers of Markdown take all of a word, but for marks at its end, for an address.
  static func isPlainAddress(_ word: Substring) -> Bool {
    var word = word
    while let last = word.last, ".,;:!?)".contains(last) { word.removeLast() }
    guard let scheme = ["http://", "https://", "www."].first(where: { word.hasPrefix($0) }) else {
      return false
    }
    let rest = word.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1 || scheme == "www.", !parts.contains(where: \.isEmpty),
      host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })
    else { return false }
    return word.last?.isPlain == true
      && rest.allSatisfy { $0.isPlain || "._-~%#=?+@:".contains($0) }
  }

  private static func isPlainMail(_ word: String) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].contains(".."),
      parts[1].first != ".",
      let last = parts[1].last, last.isASCII, last.isLetter
    else { return false }
    return parts.allSatisfy { $0.allSatisfy(isOfMail) } && !parts[1].contains("+")
  }
}

extension Inline {
  /// Whether it is words without a mark of their own in Markdown.
  fileprivate var isPlainText: Bool {
    switch self {
    case .text: true
    case .styled(let node): node.style.isUnmarked && node.inlines.allSatisfy(\.isPlainText)
    default: false
    }
  }
}

extension Character {
  fileprivate var isPlain: Bool { isASCII && (isLetter || isNumber || self == "/") }
}
