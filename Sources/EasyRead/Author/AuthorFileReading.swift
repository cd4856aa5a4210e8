public import Diagnostics
public import DocumentModel

extension AuthorFile {
  /// The fields an author file may have.
  static let keys = ["replace", "keep", "define", "sentences", "pictures", "leave-out", "accept", "draft"]

  /// Takes what an author wrote.
  ///
  /// - Parameters:
  ///   - value: the fields of the file.
  ///   - place: where the value as a whole stands.
  ///   - problems: what cannot be understood is added, each with its place. An error among them means
  ///     that the file is not to be used.
  public init(_ value: StructuredValue?, at place: Place, problems: inout [Diagnostic]) {
    var reading = AuthorFileReading(source: place.source)
    reading.read(value, at: place.range)
    self = reading.file
    problems += reading.problems
  }
}

/// The walk over the fields of an author file.
private struct AuthorFileReading {
  typealias Place = AuthorFile.Place

  let source: String?
  var file = AuthorFile()
  var problems: [Diagnostic] = []

  init(source: String?) { self.source = source }

  mutating func read(_ value: StructuredValue?, at range: SourceRange?) {
    guard let value else { return }
    guard case .fields(let fields) = value else {
      if case .text(let text) = value, text.allSatisfy(\.isWhitespace) { return }
      return problems.append(
        .wrongShape("the author file", wants: "fields such as 'replace:' and 'define:'", at: place(range)))
    }
    var seen: Set<String> = []
    for field in fields {
      let place = place(field.range)
      let name = field.name.lowercased().replacing("_", with: "-")
      guard AuthorFile.keys.contains(name) else {
        problems.append(.unknownField(field.name, of: "the author file", among: AuthorFile.keys, at: place))
        continue
      }
      guard seen.insert(name).inserted else {
        problems.append(.fieldTwice(name, at: place))
        continue
      }
      if field.value.isNothing { continue }
      switch name {
      case "replace": file.replacements = words(field, to: "its plain word, as in 'commence: start'")
      case "define": file.definitions = words(field, to: "what it means, as a sentence")
      case "keep": keep(field)
      case "sentences": sentences(field)
      case "pictures": pictures(field)
      case "leave-out": leaveOut(field)
      case "draft": draft(field)
      default: accept(field)
      }
    }
  }

  // MARK: - Words

  private mutating func words(_ field: StructuredField, to wanted: String) -> [AuthorFile.Words] {
    guard case .fields(let fields) = field.value else {
      problems.append(
        .wrongShape("'\(field.name)'", wants: "a line for each word with \(wanted)", at: place(field.range)))
      return []
    }
    var seen: Set<String> = []
    return fields.compactMap { entry in
      let place = place(entry.range ?? field.range)
      guard let text = entry.value.words, !entry.name.isEmpty else {
        problems.append(.wrongShape(quoted(entry.name), wants: wanted, at: place))
        return nil
      }
      guard seen.insert(entry.name.lowercased()).inserted else {
        problems.append(.fieldTwice(entry.name, at: place))
        return nil
      }
      return AuthorFile.Words(words: entry.name, text: text, place: place)
    }
  }

  private mutating func keep(_ field: StructuredField) {
    for value in field.value.values {
      guard let words = value.words else {
        problems.append(.wrongShape("'keep'", wants: "a list of words", at: place(field.range)))
        continue
      }
      file.kept.append(AuthorFile.Words(words: words, text: "", place: place(field.range)))
    }
  }

  // MARK: - Sentences

  private mutating func sentences(_ field: StructuredField) {
    for (entry, place) in entries(field, "'sentences'") {
      let known = check(entry, "a sentence", ["original", "id", "write", "leave-out"], place)
      guard let id = sentence(known["original"], known["id"], place) else { continue }
      let lines = known["write"].map(lines) ?? []
      let reason = known["leave-out"]?.words
      guard !lines.isEmpty || reason != nil else {
        problems.append(
          .missingPart("a sentence", lacks: "'write', or 'leave-out' with a reason", at: place))
        continue
      }
      if !lines.isEmpty, reason != nil {
        problems.append(.contradiction("a sentence has both 'write' and 'leave-out'", at: place))
        continue
      }
      guard !file.wordings.contains(where: { $0.id == id.id }) else {
        problems.append(.fieldTwice(id.original ?? id.id, at: place))
        continue
      }
      file.wordings.append(
        AuthorFile.Wording(
          id: id.id, original: id.original, lines: lines, reason: reason, place: place))
    }
  }

  /// The lines of a wording: those of a text, or the texts of a list.
  private func lines(_ value: StructuredValue) -> [String] {
    value.values.flatMap { value -> [String] in
      guard case .text(let text) = value else { return [] }
      return text.split(whereSeparator: \.isNewline).compactMap { StructuredValue.text(String($0)).words }
    }
  }

  /// A sentence's name, of its words or as given.
  private mutating func sentence(
    _ original: StructuredValue?, _ id: StructuredValue?, _ place: Place
  ) -> (id: String, original: String?)? {
    let original = original?.words
    let given = id?.words?.lowercased()
    if let original {
      let id = SentenceID.of(original)
      if let given, given != id {
        problems.append(.otherSentence(given, is: id, at: place))
        return nil
      }
      return (id, original)
    }
    guard let given else {
      problems.append(.missingPart("an entry", lacks: "'original' with the words of the sentence", at: place))
      return nil
    }
    guard given.utf8.count == 8, given.allSatisfy(\.isHexDigit) else {
      problems.append(
        .wrongShape(quoted(given), wants: "the eight digits a review page shows for the sentence", at: place))
      return nil
    }
    return (given, nil)
  }

  // MARK: - Pictures

  private mutating func pictures(_ field: StructuredField) {
    for (entry, place) in entries(field, "'pictures'") {
      let known = check(entry, "a picture", ["heading", "sentence", "id", "file", "description"], place)
      guard let name = known["file"]?.words else {
        problems.append(.missingPart("a picture", lacks: "'file'", at: place))
        continue
      }
      let subject: AuthorFile.Picture.Subject
      if let heading = known["heading"]?.words {
        guard known["sentence"] == nil, known["id"] == nil else {
          problems.append(.contradiction("a picture is for both a heading and a sentence", at: place))
          continue
        }
        subject = .heading(heading)
      } else if known["sentence"] != nil || known["id"] != nil {
        guard let sentence = sentence(known["sentence"], known["id"], place) else { continue }
        subject = .sentence(id: sentence.id, original: sentence.original)
      } else {
        problems.append(.missingPart("a picture", lacks: "'heading' or 'sentence'", at: place))
        continue
      }
      guard !file.pictures.contains(where: { $0.subject.key == subject.key }) else {
        problems.append(.fieldTwice(subject.key, at: place))
        continue
      }
      file.pictures.append(
        AuthorFile.Picture(
          subject: subject, file: name, description: known["description"]?.words, place: place))
    }
  }

  // MARK: - Sections and suggestions

  private mutating func leaveOut(_ field: StructuredField) {
    for (entry, place) in entries(field, "'leave-out'") {
      let known = check(entry, "a section", ["heading", "reason"], place)
      guard let heading = known["heading"]?.words, let reason = known["reason"]?.words else {
        problems.append(
          .missingPart(
            "a section to leave out", lacks: known["heading"] == nil ? "'heading'" : "'reason'", at: place))
        continue
      }
      file.leftOut.append(AuthorFile.LeftOutSection(heading: heading, reason: reason, place: place))
    }
  }

  private mutating func draft(_ field: StructuredField) {
    switch field.value.words?.lowercased() {
    case "true", "yes": file.isDraft = true
    case "false", "no": file.isDraft = false
    default: problems.append(.wrongShape("'draft'", wants: "true or false", at: place(field.range)))
    }
  }

  private mutating func accept(_ field: StructuredField) {
    let place = place(field.range)
    for value in field.value.values {
      guard let word = value.words else {
        problems.append(.wrongShape("'accept'", wants: "all, none, or a list of suggestions", at: place))
        continue
      }
      switch word.lowercased() {
      case "all": file.acceptsAll = true
      case "none": break
      default:
        guard EasyReadOptions.Acceptance.isIdentifier(word) else {
          problems.append(
            .wrongShape(
              quoted(word),
              wants: "all, none, or a suggestion as a review page names it, such as 3f09a1c2.brackets",
              at: place))
          continue
        }
        file.accepted.append(AuthorFile.AcceptedEdit(id: word, place: place))
      }
    }
  }

  // MARK: - Shapes

  private func place(_ range: SourceRange?) -> Place { Place(source: source, range: range) }

  /// The entries of a list of fields, each with its place.
  private mutating func entries(_ field: StructuredField, _ name: String) -> [([StructuredField], Place)] {
    field.value.values.compactMap { value in
      guard case .fields(let fields) = value else {
        problems.append(
          .wrongShape(name, wants: "a list whose entries begin with '- '", at: place(field.range)))
        return nil
      }
      return (fields, place(fields.first?.range ?? field.range))
    }
  }

  /// The fields of an entry by name, those it may not have reported.
  private mutating func check(
    _ fields: [StructuredField], _ what: String, _ names: [String], _ place: Place
  ) -> [String: StructuredValue] {
    var known: [String: StructuredValue] = [:]
    for field in fields {
      let name = field.name.lowercased().replacing("_", with: "-")
      let own = self.place(field.range ?? place.range)
      if !names.contains(name) {
        problems.append(.unknownField(field.name, of: what, among: names, at: own))
      } else if known.updateValue(field.value, forKey: name) != nil {
        problems.append(.fieldTwice(name, at: own))
      }
    }
    return known
  }
}

extension EasyReadOptions.Acceptance {
  /// Whether a word has the form of the name of an edit: `3f09a1c2.brackets.2`.
  public static func isIdentifier(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].utf8.count == 8, parts[0].allSatisfy(\.isHexDigit),
      !parts[1].isEmpty
    else { return false }
    return parts.count == 2 || Int(parts[2]) != nil
  }
}

extension StructuredValue {
  /// The values of a list, or the one there is.
  fileprivate var values: [StructuredValue] {
    switch self {
    case .list(let values): values
    case .text, .fields: [self]
    }
  }

  /// Whether nothing was written.
  fileprivate var isNothing: Bool {
    switch self {
    case .text: words == nil
    case .list(let values): values.isEmpty
    case .fields(let fields): fields.isEmpty
    }
  }
}
