/// A JSON value (RFC 8259), read and written in one place. Members keep the order they are given in,
/// so the same value always gives the same bytes.
package enum JSONValue: Hashable, Sendable {
  case null
  case string(String)
  case integer(Int)
  /// A number that is no whole number, or too large for one; always finite.
  case decimal(Double)
  case boolean(Bool)
  case array([JSONValue])
  case object([Member])

  /// A name and its value.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    /// Makes a member.
    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object of the members that have a value.
  package static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  /// How the text is set out.
  package enum Style {
    /// On one line, as JSON Lines needs it.
    case oneLine
    /// A member or an element a line, two spaces deeper each time.
    case indented
  }

  /// The value as text (RFC 8259), with no line end after it.
  package func text(_ style: Style) -> String {
    var text = ""
    append(to: &text, depth: style == .indented ? 0 : nil)
    return text
  }

  private func append(to text: inout String, depth: Int?) {
    switch self {
    case .null: text += "null"
    case .string(let string): Self.append(string, to: &text)
    case .integer(let integer): text += String(integer)
    case .decimal(let number): text += number.isFinite ? "\(number)" : "null"
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .array(let values):
      Self.append(values, between: ("[", "]"), to: &text, depth: depth) { value, text, depth in
        value.append(to: &text, depth: depth)
      }
    case .object(let members):
      Self.append(members, between: ("{", "}"), to: &text, depth: depth) { member, text, depth in
        Self.append(member.name, to: &text)
        text += depth == nil ? ":" : ": "
        member.value.append(to: &text, depth: depth)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], between ends: (String, String), to text: inout String, depth: Int?,
    each: (Element, inout String, Int?) -> Void
  ) {
    text += ends.0
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let depth { text += "\n" + String(repeating: "  ", count: depth + 1) }
      each(element, &text, depth.map { $0 + 1 })
    }
    if let depth, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
    text += ends.1
  }

  /// Appends a string in quotation marks. Control characters and the two line ends JavaScript has
  /// besides are written as escapes, so that output is safe to show and to put in a script.
  private static func append(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isUnsafeToShow: appendEscapes(of: scalar, to: &text)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func appendEscapes(of scalar: Unicode.Scalar, to text: inout String) {
    for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
      let digits = String(unit, radix: 16, uppercase: true)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}

extension Unicode.Scalar {
  /// Whether showing the character could change what a terminal or a reader of the text makes of
  /// the rest: controls, line and paragraph separators, and marks that reverse the direction.
  package var isUnsafeToShow: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    case 0x200B...0x200F, 0x061C, 0x2060...0x2065: true
    default: false
    }
  }
}
