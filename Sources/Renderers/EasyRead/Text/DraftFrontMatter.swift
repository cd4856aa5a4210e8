import DocumentModel

/// The front matter of a draft in Markdown: what the document says of itself, and that it is a draft, so
/// that easy read leaves the words people have worked on alone.
struct DraftFrontMatter {
  /// The front matter with its fences and an empty line after it.
  let text: String

  init(_ metadata: Metadata) {
    var lines: [String] = []
    for field in Metadata.Field.allCases {
      let values = metadata.values(of: field).map(Self.onOneLine).filter { !$0.isEmpty }.map(Self.quoted)
      guard let first = values.first else { continue }
      let name = Self.name(of: field)
      lines += field.isList ? ["\(name):"] + values.map { "  - " + $0 } : ["\(name): \(first)"]
    }
    var names: Set<String> = []
    for field in metadata.other {
      let value = Self.onOneLine(field.value)
      guard !value.isEmpty else { continue }
      lines.append("\(Self.quoted(Self.name(of: field, besides: &names))): \(Self.quoted(value))")
    }
    lines += ["easy-read:", "  draft: true"]
    text = "---\n" + lines.map { $0 + "\n" }.joined() + "---\n\n"
  }

  private static func name(of field: Metadata.Field) -> String {
    switch field {
    case .contributor: "contributors"
    case .language: "lang"
    case .subject: "subjects"
    case .title, .subtitle, .author, .date, .identifier, .publisher, .rights, .description, .sourceEdition,
      .contact:
      field.rawValue
    }
  }

  /// A name for a field of the document's own, under which readers of front matter keep it as it is: not one
  /// of those they know, and none twice.
  private static func name(of field: MetadataField, besides taken: inout Set<String>) -> String {
    var name = onOneLine(field.name)
    if name.isEmpty || MetadataNames.isKnown(name) {
      name = name.isEmpty ? "source" : "source." + name
    }
    let first = name
    var count = 1
    while !taken.insert(MetadataNames.plain(name)).inserted {
      count += 1
      name = "\(first).\(count)"
    }
    return name
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
