/// The bundled glossary: words of public reports, explained in easy words (Tables/easyread/glossary.tsv).
public struct Glossary: Sendable {
  /// A word and its explanation.
  public struct Entry: Sendable, Hashable {
    /// The word or phrase.
    public var term: String
    /// Its other forms.
    public var forms: [String]
    /// noun, verb, adjective, adverb or phrase.
    public var part: String
    /// One or two sentences of easy words, which can stand after the sentence that uses the word.
    public var explanation: String
    /// What it is about: `health`, `law`.
    public var field: String
    /// The dialect, when it is only British or American.
    public var dialect: String?
    /// Where it has the sense explained; nil when that fits everywhere.
    public var gates: Gates?

    /// Makes an entry.
    public init(
      term: String, forms: [String], part: String, explanation: String, field: String, dialect: String?,
      gates: Gates? = nil
    ) {
      self.term = term
      self.forms = forms
      self.part = part
      self.explanation = explanation
      self.field = field
      self.dialect = dialect
      self.gates = gates
    }

    /// Whether a part of speech may be the word's.
    func allows(_ tag: Tag) -> Bool {
      switch part {
      case "noun": tag.isNoun || tag == .vbg
      case "verb": tag.isVerb
      case "adjective": tag.isAdjective || tag == .vbn || tag == .vbg || tag.isNoun
      case "adverb": tag.isAdverb
      default: true
      }
    }
  }

  /// The glossary of English.
  public static let english = Glossary(EnglishData.glossary)

  /// A word or phrase of the glossary in a sentence.
  public struct Match: Sendable, Hashable {
    /// Its entry.
    public var entry: Entry
    /// How many tokens it takes.
    public var count: Int
    /// Whether it has the sense explained for certain. A word with other senses may have one of these.
    public var isCertain: Bool
  }

  private let index: GlossaryIndex

  private init(_ data: StaticBytes) { index = GlossaryIndex(data) }

  /// The entries, in the order of the alphabet, each read anew.
  public var entries: [Entry] { index.rows.indices.map(entry) }

  private func entry(_ row: Int) -> Entry {
    let fields = index.fields(of: row)
    return Entry(
      term: fields[0], forms: fields[1].split(separator: "|").map(String.init), part: fields[2],
      explanation: fields[3], field: fields[4], dialect: fields[5].isEmpty ? nil : fields[5],
      gates: fields[6].isEmpty ? nil : Gates(fields[6]))
  }

  /// The entry that explains its word with a sentence, as it stands.
  public func entry(explainingWith sentence: String) -> Entry? {
    guard let row = index.row(explainingWith: sentence) else { return nil }
    let entry = entry(row)
    return Self.sentences(of: entry.explanation).contains(sentence) ? entry : nil
  }

  /// The sentences of an explanation.
  public static func sentences(of explanation: String) -> [String] {
    // Most are one sentence.
    var last: UInt8 = 0x20
    var isOne = true
    for byte in explanation.utf8 {
      if byte == 0x20, last == 0x20 || last == 0x2E || last == 0x3F { isOne = false }
      last = byte
    }
    if isOne, last != 0x20 { return [explanation] }
    var sentences: [String] = []
    var current = ""
    for word in explanation.split(separator: " ") {
      if !current.isEmpty, current.hasSuffix(".") || current.hasSuffix("?"), word.first?.isUppercase == true {
        sentences.append(current)
        current = ""
      }
      if !current.isEmpty { current += " " }
      current += word
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }

  /// The longest word or phrase with an entry that begins at a token.
  ///
  /// A single word counts only in its part of speech.
  public func match(in tokens: [Token], at index: Int) -> Match? {
    var memory = Memory()
    return match(in: tokens, at: index, &memory)
  }

  /// Entries that have been read, for texts that use the same words again and again.
  public struct Memory: Sendable {
    private var entries: [Int: Entry] = [:]

    /// Remembers nothing yet.
    public init() {}

    fileprivate mutating func entry(_ row: Int, _ read: () -> Entry) -> Entry {
      if let entry = entries[row] { return entry }
      let entry = read()
      entries[row] = entry
      return entry
    }
  }

  /// The same for a long text.
  public func match(in tokens: [Token], at index: Int, _ memory: inout Memory) -> Match? {
    for (row, count) in self.index.matches(in: tokens, at: index) {
      let entry = memory.entry(row) { self.entry(row) }
      // Letters such as PIP are what they are, whatever the tagger thinks.
      let isLetters = entry.term.utf8.count { (0x41...0x5A).contains($0) } > 1
      guard count > 1 || isLetters || entry.allows(tokens[index].tag) else { continue }
      let isCertain = entry.gates?.allow(index..<index + count, in: tokens) ?? true
      return Match(entry: entry, count: count, isCertain: isCertain)
    }
    return nil
  }
}
