import DocumentModel

/// The front matter of a draft in Markdown: what the document says of itself, and that it is a draft, so
/// that easy read leaves the words people have worked on alone.
struct DraftFrontMatter {
  /// The front matter with its fences and an empty line after it.
  let text: String

  init(_ metadata: Metadata) {
    var lines: [String] = []
    func add(_ name: String, _ value: String?) {
      guard let value = value.map(Self.onOneLine), !value.isEmpty else { return }
      lines.append("\(name): \(Self.quoted(value))")
    }
    func add(_ name: String, _ values: [String]) {
      let values = values.map(Self.onOneLine).filter { !$0.isEmpty }
      guard !values.isEmpty else { return }
      lines.append("\(name):")
      lines += values.map { "  - " + Self.quoted($0) }
    }
    add("title", metadata.title)
    add("subtitle", metadata.subtitle)
    add("author", metadata.authors)
    add("contributors", metadata.contributors)
    add("lang", metadata.language?.tag)
    add("date", metadata.date)
    add("publisher", metadata.publisher)
    add("identifier", metadata.identifier)
    add("rights", metadata.rights)
    add("description", metadata.description)
    add("subjects", metadata.subjects)
    add("source-edition", metadata.sourceEdition)
    add("contact", metadata.contact)
    lines += ["easy-read:", "  draft: true"]
    text = "---\n" + lines.map { $0 + "\n" }.joined() + "---\n\n"
  }

  private static func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A value as YAML takes it for text in any case.
  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\" + String(scalar)
      default:
        // What YAML does not count as printable is written as its number.
        if scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
          || scalar.value >= 0xFFFE && scalar.value <= 0xFFFF
        {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "\""
  }
}
