/// A field that is open: its instruction is gathered, or its result is read (ISO/IEC 29500-1, 17.16).
struct Field {
  var instruction = ""
  var isResult = false
  /// The link its result is; 0 for none.
  var link = 0
  var isContents = false
  /// What shows for a field that has no result.
  var substitute: String?
}

/// The words of a field's instruction.
struct FieldInstruction {
  /// The kind of field, in upper case.
  var name: String
  /// The arguments that are no switches, in order.
  var words: [String] = []
  /// The arguments of switches, by letter in lower case; empty for a switch without one.
  var switches: [Character: String] = [:]

  init(_ text: String) {
    var tokens: [(text: String, isQuoted: Bool)] = []
    var current = ""
    var isQuoted = false
    var isEscaped = false
    func isEmptyToken() -> Bool { current.isEmpty }
    for character in text.prefix(10_000) {
      if isQuoted {
        if isEscaped {
          current.append(character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" || character == "”" {
          tokens.append((current, true))
          current = ""
          isQuoted = false
        } else {
          current.append(character)
        }
      } else if character == "\"" || character == "“" {
        if !current.isEmpty { tokens.append((current, false)) }
        current = ""
        isQuoted = true
      } else if character.isWhitespace {
        if !current.isEmpty { tokens.append((current, false)) }
        current = ""
      } else {
        current.append(character)
      }
    }
    if !current.isEmpty { tokens.append((current, isQuoted)) }
    name = tokens.first?.text.uppercased() ?? ""
    var open: Character?
    for token in tokens.dropFirst() {
      if !token.isQuoted, token.text.hasPrefix("\\"), let letter = token.text.dropFirst().first {
        open = Character(letter.lowercased())
        switches[open ?? " "] = ""
      } else if let letter = open, Self.takesArgument(letter, in: name) {
        switches[letter] = token.text
        open = nil
      } else {
        words.append(token.text)
        open = nil
      }
    }
  }

  /// Whether a switch has an argument after it: those of references do not.
  private static func takesArgument(_ letter: Character, in name: String) -> Bool {
    switch name {
    case "HYPERLINK": ["l", "o", "t"].contains(letter)
    case "REF", "PAGEREF", "NOTEREF": letter == "*" || letter == "#"
    case "SYMBOL": ["f", "s"].contains(letter)
    default: letter != "h"
    }
  }
}
