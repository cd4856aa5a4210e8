import Linguistics

/// The plain words for hard ones, form by form, found by their first word.
struct PlainWordTable: Sendable {
  /// One form of an entry.
  struct Form: Sendable {
    /// The words, in small letters.
    var words: [String]
    /// What stands in their place.
    var plain: String
    /// The tags the first word may have, as bits.
    var tags: UInt64
    /// The entry it is a form of.
    var entry: Int
  }
  struct Entry: Sendable {
    var term: String
    var partOfSpeech: String
    var editClass: EditClass
    var gates: Gates
  }
  struct Gates: Sendable {
    var isDeclared = false
    var notPassive = false
    var notPlural = false
    var notModifier = false
    var notCompound = false
    var notAttributive = false
    var notBefore: [String] = []
    var notAfter: [String] = []
    var only: [String] = []
    var note = ""

    init(_ gates: [PlainWords.Gate]) {
      for gate in gates {
        switch gate {
        case .declared: isDeclared = true
        case .passive: notPassive = true
        case .plural: notPlural = true
        case .modifier: notModifier = true
        case .compound: notCompound = true
        case .attributive: notAttributive = true
        case .before(let word): notBefore.append(word)
        case .after(let word): notAfter.append(word)
        case .onlyWithObject: only.append("object")
        case .onlyAtStart: only.append("sentence-start")
        case .onlyBeforeComma: only.append("before-comma")
        case .onlyBefore(let word): only.append("before:" + word)
        case .note(let words): note = words
        }
      }
    }
  }

  private(set) var entries: [Entry] = []
  /// Forms by their first word, the longest first.
  private(set) var forms: [String: [Form]] = [:]

  /// The table that comes with the program.
  static let standard = PlainWordTable(PlainWords.english)

  init(_ words: PlainWords) {
    for row in words.entries {
      guard let editClass = EditClass(rawValue: row.risk.rawValue) else { continue }
      entries.append(
        Entry(term: row.word, partOfSpeech: row.part, editClass: editClass, gates: Gates(row.gates)))
      add(row.word, row.plain, Self.tags(row.part), row.part)
      var seen: [String: Int] = [:]
      for (form, plain) in row.forms {
        seen[form, default: 0] += 1
        let twice = row.forms.count { $0.form == form } > 1
        let tags: Set<Tag> =
          switch row.part {
          case "verb":
            // Where one form has two pairs, the first is the past tense and the second the participle.
            twice ? (seen[form] == 1 ? [.vbd] : [.vbn]) : Self.verbTags(form)
          case "noun": [.nns]
          default: []
          }
        add(form, plain, tags, row.part)
      }
    }
    for key in forms.keys {
      forms[key]?.sort { ($0.words.count, $1.entry) > ($1.words.count, $0.entry) }
    }
  }

  private mutating func add(_ form: String, _ plain: String, _ tags: Set<Tag>, _ part: String) {
    let words = form.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else { return }
    // Phrases are told by their words; a single word also by its tag.
    let wanted = words.count > 1 && part != "verb" ? [] : tags
    forms[first, default: []].append(
      Form(
        words: words, plain: plain, tags: wanted.isEmpty ? .max : wanted.reduce(0) { $0 | $1.bit },
        entry: entries.count - 1))
  }

  private static func tags(_ part: String) -> Set<Tag> {
    switch part {
    case "verb": [.vb, .vbp]
    case "noun": [.nn]
    case "adjective": [.jj]
    case "adverb": [.rb]
    case "preposition": [.in, .vbg, .vbn, .rp, .to]
    case "conjunction": [.in, .cc, .wrb]
    default: []
    }
  }

  private static func verbTags(_ form: String) -> Set<Tag> {
    let first = form.prefix { $0 != " " }
    if first.hasSuffix("ing") { return [.vbg] }
    if first.hasSuffix("s"), !first.hasSuffix("ss") { return [.vbz] }
    return [.vbd, .vbn]
  }
}

extension Tag {
  /// The bit of a tag in a set of them.
  fileprivate var bit: UInt64 { 1 << UInt64(rawValue) }
}

extension PlainWordTable.Form {
  /// Whether its first word may have a tag.
  func allows(_ tag: Tag) -> Bool { tags & tag.bit != 0 }
}
