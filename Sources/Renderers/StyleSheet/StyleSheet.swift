/// A style sheet as a value (CSS Syntax 3). What styles pages is built from these and written in one
/// place, so that a value that came from a person or a source can never end a rule early.
struct StyleSheet: Hashable, Sendable {
  /// The rules, in order.
  var rules: [StyleRule]

  /// Makes a sheet.
  init(_ rules: [StyleRule] = []) { self.rules = rules }

  /// The sheet as CSS, a rule a line.
  var text: String {
    var text = "\n"
    for rule in rules { rule.write(to: &text, level: 0) }
    return text
  }
}

/// One rule of a style sheet.
indirect enum StyleRule: Hashable, Sendable {
  /// Declarations for what a list of selectors selects.
  case style(String, [StyleDeclaration])
  /// Rules that hold under a condition: `@media print`, `@supports …`.
  case group(String, [StyleRule])
  /// A page (CSS Paged Media 3): the selector after `@page`, which may be empty, its declarations, and
  /// its margin boxes by name.
  case page(String, [StyleDeclaration], boxes: [StyleMarginBox])

  /// A rule out of pairs.
  static func style(_ selector: String, _ pairs: KeyValuePairs<String, String>) -> StyleRule {
    .style(selector, pairs.map { StyleDeclaration($0.key, $0.value) })
  }

  fileprivate func write(to text: inout String, level: Int) {
    let indent = String(repeating: "  ", count: level)
    switch self {
    case .style(let selector, let declarations):
      text += "\(indent)\(selector) { \(declarations.map(\.text).joined(separator: " ")) }\n"
    case .group(let condition, let rules):
      text += "\(indent)\(condition) {\n"
      for rule in rules { rule.write(to: &text, level: level + 1) }
      text += "\(indent)}\n"
    case .page(let selector, let declarations, let boxes):
      text += "\(indent)@page\(selector.isEmpty ? "" : " \(selector)") {\n"
      if !declarations.isEmpty { text += "\(indent)  \(declarations.map(\.text).joined(separator: " "))\n" }
      for box in boxes {
        let declarations = box.declarations.map(\.text).joined(separator: " ")
        text += "\(indent)  @\(box.name) { \(declarations) }\n"
      }
      text += "\(indent)}\n"
    }
  }
}

/// A margin box of a page, such as `bottom-right`.
struct StyleMarginBox: Hashable, Sendable {
  var name: String
  var declarations: [StyleDeclaration]

  /// A box out of pairs.
  init(_ name: String, _ pairs: KeyValuePairs<String, String>) {
    self.name = name
    declarations = pairs.map { StyleDeclaration($0.key, $0.value) }
  }
}

/// A property and its value.
struct StyleDeclaration: Hashable, Sendable {
  var property: String
  var value: String

  init(_ property: String, _ value: String) {
    self.property = property
    self.value = value
  }

  fileprivate var text: String { "\(property): \(value);" }
}

extension String {
  /// The text as a CSS string (CSS Syntax 3, 4.3.5): in quotation marks, with what would end the
  /// string, or the element of HTML the sheet stands in, written as escapes.
  var asStyleString: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">": text += "\\\(String(scalar.value, radix: 16)) "
      case "\u{0}"..<"\u{20}", "\u{7F}": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
