import Diagnostics
import DocumentModel

/// Sorts the fields of front matter into a document's metadata.
struct MetadataFields {
  private(set) var metadata = Metadata()
  /// The line a field of the front matter is on, as a place in the source.
  let place: (Int) -> SourceRange
  private var seen: Set<String> = []

  init(place: @escaping (Int) -> SourceRange) { self.place = place }

  /// Takes all fields, in the order of the source.
  mutating func add(_ fields: [YAMLField], log: inout DiagnosticLog) {
    for field in fields {
      let key = MetadataNames.plain(field.name)
      guard seen.insert(key).inserted else {
        log.report(.fieldRepeated(field.name, at: place(field.line)))
        keep(field.name, field.value)
        continue
      }
      add(field, key: key, log: &log)
    }
  }

  private mutating func add(_ field: YAMLField, key: String, log: inout DiagnosticLog) {
    if key == "easy-read" {
      metadata.easyRead = field.structured(place)
      return
    }
    let words = field.value.words
    guard !words.isEmpty, words != "~" else { return }
    switch key {
    case "title": set(\.title, field)
    case "subtitle": set(\.subtitle, field)
    case "author", "authors", "creator", "by": metadata.authors += names(field, as: nil)
    case "contributor", "contributors": metadata.contributors += names(field, as: nil)
    case "editor", "editors": metadata.contributors += names(field, as: "editor")
    case "translator", "translators": metadata.contributors += names(field, as: "translator")
    case "transcriber", "transcribers": metadata.contributors += names(field, as: "transcriber")
    case "illustrator", "illustrators": metadata.contributors += names(field, as: "illustrator")
    case "lang", "language", "locale":
      if metadata.language == nil, let language = Language(words) {
        metadata.language = language
      } else {
        if metadata.language == nil { log.report(.notALanguage(words, at: place(field.line))) }
        keep(field.name, field.value)
      }
    case "date", "published": set(\.date, field)
    case "identifier", "isbn", "doi", "reference", "uri": set(\.identifier, field)
    case "publisher": set(\.publisher, field)
    case "rights", "licence", "license", "copyright": set(\.rights, field)
    case "description", "abstract", "summary": set(\.description, field)
    case "subject", "subjects", "keyword", "keywords", "tags", "categories":
      metadata.subjects += list(field.value)
    case "source-edition", "edition": set(\.sourceEdition, field)
    case "contact": set(\.contact, field)
    default: keep(field.name, field.value)
    }
  }

  private mutating func set(_ path: WritableKeyPath<Metadata, String?>, _ field: YAMLField) {
    if metadata[keyPath: path] == nil {
      metadata[keyPath: path] = field.value.words
    } else {
      keep(field.name, field.value)
    }
  }

  /// Keeps a value there is no place of its own for; what it holds is named with full stops.
  private mutating func keep(_ name: String, _ value: YAMLValue) {
    switch value {
    case .mapping(let fields): for field in fields { keep("\(name).\(field.name)", field.value) }
    case .scalar, .sequence: metadata.other.append(MetadataField(name: name, value: value.words))
    }
  }

  /// The people a field names: a name, a list of names, or fields with `name` or `given` and `family`.
  private mutating func names(_ field: YAMLField, as role: String?) -> [String] {
    let people: [YAMLValue] = if case .sequence(let values) = field.value { values } else { [field.value] }
    var names: [String] = []
    for person in people {
      var name = person.words
      if case .mapping(let fields) = person {
        let parts = Dictionary(fields.map { ($0.name.lowercased(), $0.value.words) }) { first, _ in first }
        let joined = [parts["given"], parts["family"]].compactMap(\.self).joined(separator: " ")
        name = parts["name"] ?? parts["literal"] ?? (joined.isEmpty ? name : joined)
        for part in fields where !["name", "literal", "given", "family"].contains(part.name.lowercased()) {
          keep("\(field.name).\(part.name)", part.value)
        }
      }
      guard !name.isEmpty else { continue }
      names.append(role.map { "\(name) (\($0))" } ?? name)
    }
    return names
  }

  /// A list, or a text that commas divide.
  private func list(_ value: YAMLValue) -> [String] {
    let values: [String] =
      switch value {
      case .scalar(let text): text.split(whereSeparator: { $0 == "," || $0 == ";" }).map(String.init)
      case .sequence(let values): values.map(\.words)
      case .mapping: [value.words]
      }
    return values.map { YAMLValue.scalar($0).words }.filter { !$0.isEmpty }
  }
}

extension Diagnostic {
  fileprivate static func fieldRepeated(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "FM-003", .warning, "the field \(quoted(name)) is given again in the front matter; the first counts",
      hint: "delete one of them", at: range)
  }

  fileprivate static func notALanguage(_ words: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "FM-004", .warning, "\(quoted(words)) is not a language tag",
      hint: "write a tag such as en-GB or cy", at: range)
  }
}
