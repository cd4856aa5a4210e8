import BrailleTranslation

/// A row of the rulebook tables: print and the braille the Rules of UEB or liblouis's authors give.
struct RulebookRow {
  var table: String
  var isForward: Bool
  var input: String
  var expected: String
  /// Emphasis masks by class, as upstream writes them: `italic=  +++`.
  var typeforms: [(name: String, mask: [Character])]
  /// Whether liblouis 3.24 passes the row.
  var passes: Bool

  init?(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 8 else { return nil }
    table = fields[1]
    isForward = fields[2] == "forward"
    input = Self.unescaped(fields[3])
    expected = Self.unescaped(fields[4])
    typeforms = fields[5].split(separator: ";").compactMap { part in
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return pair.count == 2 ? (String(pair[0]), Array(pair[1])) : nil
    }
    passes = fields[7] == "pass"
  }

  var grade: String { table == "en-ueb-g1.ctb" ? "1" : "2" }

  /// The input cut into runs at each change of emphasis; nil when a class is not one print has.
  var runs: [TextRun]? {
    let classes: [String: Emphasis] = [
      "italic": .italic, "bold": .bold, "underline": .underline, "script": .script,
      "transnote": .transcribersNote,
    ]
    guard typeforms.allSatisfy({ classes[$0.name] != nil }) else { return nil }
    var runs: [TextRun] = []
    for (index, scalar) in input.unicodeScalars.enumerated() {
      var emphasis: Emphasis = []
      for typeform in typeforms where index < typeform.mask.count && typeform.mask[index] == "+" {
        emphasis.formUnion(classes[typeform.name] ?? [])
      }
      if runs.last?.emphasis == emphasis {
        runs[runs.count - 1].text.unicodeScalars.append(scalar)
      } else {
        runs.append(TextRun(String(scalar), emphasis: emphasis))
      }
    }
    return runs
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var escaped = false
    for character in text {
      if escaped {
        result.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
