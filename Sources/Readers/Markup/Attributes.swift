import Diagnostics
import DocumentModel

/// The declarations of a `style` attribute, names and values in lower case.
struct Style {
  private var declarations: [(name: Substring, value: Substring)] = []

  init(_ text: String) {
    let text = text.lowercased()
    for declaration in text.split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = String(declaration[..<colon]).trimmingSpace
      let value = String(declaration[declaration.index(after: colon)...]).trimmingSpace
      let important = value.range(ofSuffix: "!important")
      declarations.append((name, String(important).trimmingSpace))
    }
  }

  /// The value that counts: the last given.
  subscript(name: String) -> String? { declarations.last { $0.name == name }.map { String($0.value) } }
}

extension Substring {
  /// The text without `suffix`.
  fileprivate func range(ofSuffix suffix: String) -> Substring {
    hasSuffix(suffix) ? dropLast(suffix.count) : self
  }
}

extension MarkupTree.Element {
  var style: Style? { self["style"].map(Style.init) }

  /// Whether the element keeps white space as the source has it; nil when it does not say.
  var keepsWhiteSpace: Bool? {
    guard let style = self["style"], style.utf8.count > 11 else { return nil }
    return switch Style(style)["white-space"] {
    case "pre", "pre-wrap", "pre-line", "break-spaces": true
    case "normal", "nowrap": false
    default: nil
    }
  }

  /// How the element sets its paragraphs, from `align` or CSS `text-align`.
  var alignment: Alignment? {
    let value = style?["text-align"] ?? self["align"]?.lowercased()
    return switch value {
    case "center", "middle", "-webkit-center": .centre
    case "right", "end": .end
    case "left", "start", "justify": .start
    default: nil
    }
  }

  /// The value of a whole number attribute, as HTML reads it: digits after white space and a sign,
  /// what follows them ignored.
  func integer(_ name: String) -> Int? {
    guard let value = self[name]?.trimmingSpace else { return nil }
    var digits = value.utf8[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    let number = digits.prefix { (0x30...0x39).contains($0) }
    guard !number.isEmpty else { return nil }
    let magnitude = Int(Substring(number)) ?? Int(Int32.max)
    return isNegative ? -min(magnitude, Int(Int32.max)) : min(magnitude, Int(Int32.max))
  }

  /// The words of an attribute, white space collapsed and control characters gone; nil when the
  /// attribute is absent, empty when it is empty.
  func words(_ name: String) -> String? { self[name].map(\.collapsed) }

  /// The first of these attributes that says something.
  func firstWords(_ names: String...) -> String? {
    for name in names {
      if let words = words(name), !words.isEmpty { return words }
    }
    return nil
  }

  func hasClass(_ name: String) -> Bool {
    self["class"]?.split(whereSeparator: \.isWhitespace).contains { $0 == name } ?? false
  }

  /// The roles and EPUB types of the element, in lower case without `doc-`.
  var roles: [String] {
    attributes.filter { $0.name == "role" || $0.name == "epub:type" }
      .flatMap { $0.value.lowercased().split(whereSeparator: \.isWhitespace) }
      .map { $0.hasPrefix("doc-") ? String($0.dropFirst(4)) : String($0) }
  }
}

extension String {
  /// The string with white space collapsed and trimmed, and control characters gone.
  var collapsed: String {
    var result = ""
    var spaceWaits = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x85: spaceWaits = !result.isEmpty
      case 0..<0x20, 0x7F..<0xA0: continue
      default:
        if spaceWaits { result += " " }
        spaceWaits = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension DocumentBuilder {
  /// What a node carries besides its content. The identifier is given out once.
  mutating func info(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> NodeInfo {
    var info = NodeInfo(range: tree.range(of: node))
    guard !element.attributes.isEmpty else { return info }
    for attribute in element.attributes {
      switch attribute.name {
      case "id": info.id = claim(attribute.value, info.range)
      case "name" where element.name == "a" && info.id == nil: info.id = claim(attribute.value, info.range)
      case "lang", "xml:lang":
        if let language = Language(attribute.value) {
          if language.tag.lowercased() != surroundingLanguage?.tag.lowercased() { info.language = language }
        } else if !attribute.value.trimmingSpace.isEmpty {
          log.report(.languageNotUnderstood(attribute.value, at: info.range))
        }
      case "dir":
        info.direction = TextDirection(rawValue: attribute.value.lowercased())
      case "data-coformat":
        let instructions = FormatInstructions(attribute.value)
        if instructions.tableForm != nil { tableInstructions.append(node) }
        if let formats = instructions.formats { info.audience = audience(formats, node) }
      case "style" where attribute.value.lowercased().contains("break-"):
        info.pageTurns = Style(attribute.value).pageTurns
      default: break
      }
    }
    return info
  }

  /// The identifier, unless it is empty or stands in an earlier place.
  private mutating func claim(_ id: String, _ range: SourceRange?) -> String? {
    guard !id.isEmpty else { return nil }
    if usedIDs.insert(id).inserted { return id }
    log.report(.duplicateIdentifier(id, at: range))
    return nil
  }
}
