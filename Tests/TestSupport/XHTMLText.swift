/// The words a reader of a page of XHTML is given.
public enum XHTMLText {
  /// The words of a page as the program writes it, with alternative texts. Formulas are left out: what
  /// they hold is a law of their own.
  public static func words(of page: [UInt8]) -> [String] {
    var text = ""
    var isShown = false
    var formulas = 0
    var rest = String(decoding: page, as: UTF8.self)[...]
    while let first = rest.first {
      guard first == "<" else {
        let run = rest.prefix { $0 != "<" }
        rest = rest.dropFirst(run.count)
        if isShown, formulas == 0 { text += unescaped(run) }
        continue
      }
      let tag = rest.prefix { $0 != ">" }
      rest = rest.dropFirst(tag.count + 1)
      let isEnd = tag.hasPrefix("</")
      let name = String(tag.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber })
      if name == "body" { isShown = true }
      if name == "math" { formulas += isEnd ? -1 : 1 }
      if !inline.contains(name) { text += " " }
      if let words = tag.firstMatch(of: #/ alt="([^"]*)"/#) { text += " " + unescaped(words.1) + " " }
    }
    return text.words
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#13;", with: "\r").replacing("&#61;", with: "=").replacing("&#10;", with: "\n").replacing(
        "&amp;", with: "&")
  }

  /// Elements that part no words. Raised and lowered text, quotations and what was struck out are parted
  /// from the words beside them.
  private static let inline: Set<String> = [
    "a", "abbr", "cite", "code", "dfn", "em", "ins", "kbd", "mark", "samp", "small", "span", "strong", "var",
  ]
}
