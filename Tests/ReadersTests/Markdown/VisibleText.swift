import DocumentModel

/// The characters of a document in reading order, without white space: what it must have in common with
/// any other rendering of the same source.
extension Document {
  var visibleCharacters: String {
    var text = ""
    walk { node in
      switch node {
      case .block(.code(let code)): text += code.text
      case .block(.mathematics(let block)): text += block.mathematics.shown
      case .block: break
      case .inline(.text(let run)): text += run.string
      case .inline(.code(let code)): text += code.text
      case .inline(.mathematics(let inline)): text += inline.mathematics.shown
      case .inline(.image(let image)):
        if case .text(let words, _) = image.alternative { text += words }
      case .inline: break
      }
    }
    return text.withoutWhiteSpace
  }
}

extension Mathematics {
  fileprivate var shown: String { tex ?? (mathML ?? "").charactersOfHTML }
}

extension String {
  var withoutWhiteSpace: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  /// The characters HTML shows, without white space: tags, comments, instructions, scripts and styles
  /// taken out, character references resolved, pictures as their alternative text. It knows just enough
  /// HTML for the specifications' examples, and shares no code with the reader it checks.
  var charactersOfHTML: String {
    var shown = ""
    var rest = self[...]
    while let character = rest.first {
      if rest.hasPrefix("<!--") {
        rest = rest.after("-->")
      } else if rest.hasPrefix("<?") {
        rest = rest.after("?>")
      } else if rest.hasPrefix("<![CDATA[") {
        shown += rest.dropFirst(9).before("]]>")
        rest = rest.after("]]>")
      } else if character == "<", let next = rest.dropFirst().first,
        next.isLetter || next == "/" || next == "!"
      {
        let tag = rest.prefix(rest.tagLength)
        rest = rest.dropFirst(tag.count + 1)
        if let alternative = tag.attribute("alt"), tag.hasPrefix("<img") {
          shown += alternative.withReferencesResolved
        }
        for name in ["script", "style"] where tag.lowercased().hasPrefix("<\(name)") {
          rest = rest.after("</\(name)>")
        }
        if tag.hasPrefix("<sup class=\"footnote-ref\"") { rest = rest.after("</sup>") }
        if tag.contains("footnote-backref") { rest = rest.after("</a>") }
      } else {
        let run = rest.prefix { $0 != "<" }
        shown += run.isEmpty ? "<" : String(run).withReferencesResolved
        rest = run.isEmpty ? rest.dropFirst() : rest.dropFirst(run.count)
      }
    }
    return shown.withoutWhiteSpace
  }

  private var withReferencesResolved: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
  }
}

extension Substring {
  /// How many characters stand before the `>` that ends the tag the text begins with.
  fileprivate var tagLength: Int {
    var quote: Character?
    for (offset, character) in self.enumerated() {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return offset
      }
    }
    return count
  }

  fileprivate func before(_ mark: String) -> Substring {
    firstRange(of: mark).map { self[..<$0.lowerBound] } ?? self
  }

  fileprivate func after(_ mark: String) -> Substring {
    firstRange(of: mark).map { self[$0.upperBound...] } ?? ""
  }

  fileprivate func attribute(_ name: String) -> String? {
    let after = self.after(" \(name)=\"")
    return firstRange(of: " \(name)=\"") == nil ? nil : String(after.before("\""))
  }
}
