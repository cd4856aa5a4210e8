/// The words of a text that carry what easy read may not change: numbers, names, negators, modals,
/// quantifiers, conditionals. Two texts that mean the same have the same of them.
struct Meaning: Equatable {
  /// Sorted, each as often as it stands.
  private(set) var items: [String] = []

  init(_ text: String) {
    for word in WordList.words(of: text) {
      if let kind = Self.kind(of: word) { items.append(kind + ":" + Self.canonical(word)) }
    }
    items.sort()
  }

  /// What is in the one and not in the other.
  func difference(_ other: Meaning) -> String? {
    guard self != other else { return nil }
    var rest = other.items
    for item in items {
      if let place = rest.firstIndex(of: item) { rest.remove(at: place) } else { return item }
    }
    return rest.first
  }

  /// What of these a word is; nil for others.
  static func kind(of word: String) -> String? {
    if word.utf8.contains(where: { (0x30...0x39).contains($0) }) { return "number" }
    return Self.kinds[word] ?? (NumberWords.value(of: word) != nil ? "number" : nil)
  }

  private static func canonical(_ word: String) -> String {
    NumberWords.value(of: word).map(String.init) ?? word
  }

  private static let kinds: [String: String] = {
    var kinds: [String: String] = [:]
    for word in [
      "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without",
      "hardly", "scarcely", "barely", "rarely", "seldom", "few", "little", "except", "unless", "lacking",
    ] { kinds[word] = "negator" }
    for word in [
      "must", "should", "may", "might", "can", "could", "will", "would", "shall", "ought",
    ] { kinds[word] = "modal" }
    for word in [
      "all", "any", "both", "each", "either", "every", "fewer", "fewest", "half", "least", "less", "many",
      "more",
      "most", "much", "several", "some", "only", "enough", "about", "approximately", "nearly", "almost",
      "twice",
      "always", "usually", "often", "sometimes", "everyone", "everybody", "everything", "anyone", "anybody",
      "anything", "someone", "somebody", "something", "exactly",
    ] { kinds[word] = "quantifier" }
    for word in [
      "if", "whether", "provided", "providing", "otherwise", "until", "when", "whenever", "where", "wherever",
    ] { kinds[word] = "conditional" }
    return kinds
  }()
}
