import Diagnostics

/// What may stand in an element, in which order, as a DTD says it.
indirect enum ContentModel: Sendable {
  /// Any number of these, in any order.
  case many(Set<String>)
  /// One or more of these, in any order.
  case some(Set<String>)
  /// One of these.
  case one(Set<String>)
  /// This or nothing.
  case optional(ContentModel)
  /// This any number of times.
  case repeated(ContentModel)
  /// These, one after the other.
  case sequence([ContentModel])
  /// One of these.
  case choice([ContentModel])

  /// Nothing.
  static let nothing = ContentModel.sequence([])

  /// One element of a name.
  static func element(_ name: String) -> ContentModel { .one([name]) }

  /// Whether the names are what the model allows.
  func allows(_ names: [String]) -> Bool { ends(in: names, from: [0]).contains(names.count) }

  /// All names the model speaks of.
  var names: Set<String> {
    switch self {
    case .many(let names), .some(let names), .one(let names): names
    case .optional(let model), .repeated(let model): model.names
    case .sequence(let models), .choice(let models):
      models.reduce(into: []) { $0.formUnion($1.names) }
    }
  }

  /// Where a match that begins at one of `starts` may end.
  private func ends(in names: [String], from starts: Set<Int>) -> Set<Int> {
    switch self {
    case .one(let allowed):
      return Set(starts.filter { $0 < names.count && allowed.contains(names[$0]) }.map { $0 + 1 })
    case .many(let allowed): return Self.runs(of: allowed, in: names, from: starts, orNone: true)
    case .some(let allowed): return Self.runs(of: allowed, in: names, from: starts, orNone: false)
    case .optional(let model): return starts.union(model.ends(in: names, from: starts))
    case .repeated(let model):
      var all = starts
      var next = starts
      while !next.isEmpty {
        next = model.ends(in: names, from: next).subtracting(all)
        all.formUnion(next)
      }
      return all
    case .sequence(let models): return models.reduce(starts) { $1.ends(in: names, from: $0) }
    case .choice(let models):
      return models.reduce(into: []) { $0.formUnion($1.ends(in: names, from: starts)) }
    }
  }

  /// The ends of runs of allowed names, each place once however many runs reach it.
  private static func runs(
    of allowed: Set<String>, in names: [String], from starts: Set<Int>, orNone: Bool
  ) -> Set<Int> {
    var result: Set<Int> = orNone ? starts : []
    for start in starts.sorted() {
      var place = start
      while place < names.count, allowed.contains(names[place]) {
        place += 1
        if !result.insert(place).inserted, place != start + 1 { break }
      }
    }
    return result
  }
}

/// What a DTD says of the elements of a kind of file.
struct MarkupGrammar: Sendable {
  /// What it says of one.
  struct Rule: Sendable {
    var content: ContentModel
    /// Whether characters may stand in it.
    var text: Text = .none
    /// Attributes it must have.
    var required: [String] = []
    /// Attributes whose values are among these.
    var values: [String: Set<String>] = [:]

    enum Text: Sendable { case none, some }
  }

  var root: String
  var namespace: String?
  var rules: [String: Rule]

  /// What a file has that the grammar does not allow: where, and in which words.
  func faults(in reading: MarkupReading) -> [(line: Int, reason: String)] {
    var faults: [(Int, String)] = []
    if let root = reading.root, root.name != self.root {
      faults.append((root.line, "the root is \(quoted(root.name)) and not \(self.root)"))
    }
    for element in reading.elements {
      // Elements of extensions, such as MathML, follow rules of their own.
      guard element.namespace == namespace || namespace == nil else { continue }
      guard let rule = rules[element.name] else {
        faults.append((element.line, "there is no element \(quoted(element.name))"))
        continue
      }
      check(element, rule, in: reading, &faults)
    }
    return faults
  }

  private func check(
    _ element: MarkupReading.Element, _ rule: Rule, in reading: MarkupReading,
    _ faults: inout [(Int, String)]
  ) {
    for name in rule.required where element[name] == nil {
      faults.append((element.line, "\(element.name) has no attribute \(name)"))
    }
    for attribute in element.attributes {
      if let values = rule.values[attribute.name], !values.contains(attribute.value) {
        faults.append(
          (
            element.line,
            "\(attribute.name) of \(element.name) is \(quoted(attribute.value)) and not "
              + values.sorted().joined(separator: ", ")
          ))
      }
    }
    if rule.text == .none, !element.text.allSatisfy(\.isWhitespace) {
      faults.append(
        (element.line, "text stands directly in \(element.name): \(quoted(element.text.collapsed))")
      )
    }
    var names: [String] = []
    for index in element.children where namespace == nil || reading.elements[index].namespace == namespace {
      names.append(reading.elements[index].name)
    }
    // Most elements take any number of others in any order, which is quick to see.
    switch rule.content {
    case .many(let allowed): if names.allSatisfy(allowed.contains) { return }
    case .some(let allowed): if !names.isEmpty, names.allSatisfy(allowed.contains) { return }
    case .one, .optional, .repeated, .sequence, .choice: break
    }
    guard !rule.content.allows(names) else { return }
    let allowed = rule.content.names
    let child = element.children.first { index in
      let inner = reading.elements[index]
      return (namespace == nil || inner.namespace == namespace) && !allowed.contains(inner.name)
    }
    if let child {
      faults.append(
        (reading.elements[child].line, "\(reading.elements[child].name) may not stand in \(element.name)"))
    } else if names.isEmpty {
      faults.append((element.line, "\(element.name) is empty"))
    } else {
      faults.append(
        (
          element.line,
          "what stands in \(element.name) is not complete, or not in order: "
            + names.prefix(8).joined(separator: ", ") + (names.count > 8 ? "…" : "")
        ))
    }
  }
}
