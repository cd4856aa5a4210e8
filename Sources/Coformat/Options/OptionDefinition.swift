/// One option a person may set: the single place that says what it is called, what it accepts and
/// what it means. The command's help, the validation of values and the manual all come from it.
public struct OptionDefinition: Hashable, Sendable {
  /// The key: the long name on the command line without its hyphens, the name in a file.
  public var key: String
  /// The one-letter name on the command line, when there is one.
  public var letter: Character?
  /// What values it accepts.
  public var kind: Kind
  /// What holds when it is not given, in words or as the value itself; nil when nothing does.
  public var fallback: String?
  /// What it does, in a sentence or two.
  public var help: String

  /// Makes a definition.
  public init(
    _ key: String, letter: Character? = nil, _ kind: Kind, fallback: String? = nil, help: String
  ) {
    self.key = key
    self.letter = letter
    self.kind = kind
    self.fallback = fallback
    self.help = help
  }

  /// The values an option accepts.
  public enum Kind: Hashable, Sendable {
    /// One of these words.
    case choice([String])
    /// A whole number in this range.
    case integer(ClosedRange<Int>)
    /// Any text; the placeholder stands for it in the help.
    case text(placeholder: String)
    /// No value: the option is given or not.
    case flag
  }

  /// The help with the range of numbers and the fallback after it.
  public var fullHelp: String {
    var details: [String] = []
    if listsValues, case .choice(let names) = kind {
      details.append("one of \(names.joined(separator: ", "))")
    }
    if case .integer(let range) = kind { details.append("\(range.lowerBound) to \(range.upperBound)") }
    if let fallback { details.append("default: \(fallback)") }
    return details.isEmpty ? help : "\(help) (\(details.joined(separator: "; ")))"
  }

  /// Whether there are so many values that they stand in the help and not beside the option's name, which
  /// has to fit on a line.
  public var listsValues: Bool {
    if case .choice(let names) = kind { names.joined(separator: "|").count > 60 } else { false }
  }

  /// Says whether the option accepts a value.
  ///
  /// - Throws: `ConversionFailure` naming the option, the value, and what would be accepted.
  public func validate(_ value: String) throws(ConversionFailure) {
    switch kind {
    case .choice(let names):
      guard names.contains(value) else {
        throw ConversionFailure(.valueNotAmong(names, key: key, value: value))
      }
    case .integer(let range):
      guard let number = Int(value), range.contains(number) else {
        throw ConversionFailure(.valueNotInRange(range, key: key, value: value))
      }
    case .text, .flag: break
    }
  }
}

extension Diagnostic {
  static func unknownOption(_ key: String, among keys: [String]) -> Diagnostic {
    Diagnostic(
      "OPT-001", .error, "there is no option '\(key)'",
      hint: Spelling.hint(for: key, among: keys, each: "the options are"))
  }

  static func valueNotAmong(_ names: [String], key: String, value: String) -> Diagnostic {
    Diagnostic(
      "OPT-002", .error, "'\(value)' is not a value of --\(key)",
      hint: Spelling.hint(for: value, among: names, each: "the values are"))
  }

  static func valueNotInRange(_ range: ClosedRange<Int>, key: String, value: String) -> Diagnostic {
    Diagnostic(
      "OPT-003", .error, "'\(value)' is not a value of --\(key)",
      hint: "give a whole number from \(range.lowerBound) to \(range.upperBound)")
  }
}
