import EasyRead

/// The lines that say something in an author file, as YAML (`report.easy-read.yml`).
enum AuthorLines {
  /// A text as YAML writes it so that no character in it means anything: between quotation marks.
  static func scalar(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A suggestion accepted.
  static func accept(_ ids: [String]) -> String {
    (["accept:"] + ids.map { "  - \($0)" }).joined(separator: "\n")
  }

  /// A sentence with the author's own words, to begin with those of the draft.
  static func wording(_ sentence: SimplifiedSentence) -> String {
    var lines = ["sentences:", "  - original: \(scalar(sentence.plainSource))", "    write:"]
    let own = sentence.lines.filter { $0.kind != .explanation }
    lines += own.map { "      - \(scalar($0.plainText))" }
    return lines.joined(separator: "\n")
  }

  /// Words to be explained; those with a proposal say what is proposed.
  static func define(_ words: [UnexplainedWord]) -> String {
    (["define:"] + words.map { "  \(scalar($0.word)): \(scalar($0.proposal ?? ""))" }).joined(separator: "\n")
  }

  /// A picture beside a sentence.
  static func picture(_ sentence: SimplifiedSentence) -> String {
    """
    pictures:
      - sentence: \(scalar(sentence.plainSource))
        file: "images/…"
        description: "…"
    """
  }
}

extension SimplifiedSentence {
  /// The words of the source on one line, without what has none.
  var plainSource: String { source.plainWords }
}

extension SimplifiedSentence.Line {
  /// The words on one line, without what has none.
  var plainText: String { text.plainWords }
}

extension String {
  /// The text on one line, without U+FFFC.
  fileprivate var plainWords: String {
    String(unicodeScalars.filter { $0 != "\u{FFFC}" }).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }
}
