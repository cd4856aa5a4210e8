import ArgumentParser
import Coformat

extension OptionDefinition {
  static let quiet = OptionDefinition("quiet", letter: "q", .flag, help: "Say nothing but errors.")
  static let verbose = OptionDefinition(
    "verbose", letter: "v", .flag, help: "Show notes too, every repeated message, and the time taken.")
  static let diagnostics = OptionDefinition(
    "diagnostics", .choice(MessageOptions.Form.allCases.map(\.rawValue)), fallback: "text",
    help: """
      How messages are written: text for people, json for JSON Lines, sarif for SARIF 2.1.0. They \
      go to standard error unless --diagnostics-file names a file; json and sarif hold all of them.
      """)
  static let diagnosticsFile = OptionDefinition(
    "diagnostics-file", .text(placeholder: "path"),
    help: "Write all messages to this file, in the form --diagnostics says, and still show them as text.")
  static let failOn = OptionDefinition(
    "fail-on", .choice(["note", "warning", "error", "never"]), fallback: "error",
    help: "End with code 3 when a message is this serious or more. What was made is still written.")
}

/// How the command speaks of what it did.
struct MessageOptions: ParsableArguments {
  @Flag(.quiet) var quiet = false
  @Flag(.verbose) var verbose = false
  @Option(.diagnostics) var diagnostics: String?
  @Option(.diagnosticsFile) var diagnosticsFile: String?
  @Option(.failOn) var failOn: String?

  /// The definitions, in the order of the help.
  static let table = OptionTable([.quiet, .verbose, .diagnostics, .diagnosticsFile, .failOn])

  /// The ways messages are written.
  enum Form: String, CaseIterable {
    case text
    case json
    case sarif
  }

  /// How much is said.
  enum Volume {
    case quiet
    case normal
    case verbose
  }

  /// The choices, checked.
  ///
  /// - Throws: `UsageError` when a value is not among those there are, or two options contradict.
  func resolved() throws -> Messages {
    let values = try Self.table.checked(["diagnostics": diagnostics, "fail-on": failOn])
    if quiet && verbose {
      throw UsageError("--quiet and --verbose contradict each other", hint: "give one of them")
    }
    if let diagnosticsFile, ["", "-"].contains(diagnosticsFile) {
      throw UsageError(
        "--diagnostics-file needs the name of a file", hint: "without it messages go to standard error")
    }
    return Messages(
      volume: quiet ? .quiet : verbose ? .verbose : .normal,
      form: values.choice("diagnostics") ?? .text, file: diagnosticsFile,
      failOn: values["fail-on"] == nil ? .error : values.choice("fail-on"))
  }
}

/// How the command speaks, decided.
struct Messages {
  var volume: MessageOptions.Volume
  var form: MessageOptions.Form
  /// Where messages are written besides standard error; nil when nowhere.
  var file: String?
  /// The severity that makes the command end with code 3; nil when none does.
  var failOn: Severity?
  /// Whether a line says what was made.
  var summary = Summary.always

  enum Summary { case always, never }
}

extension OptionTable {
  /// The values that were given, checked; a failure is the user's.
  func checked(_ values: [String: String?]) throws -> OptionValues {
    try UsageError.orUsage { () throws(ConversionFailure) in try validate(values.compactMapValues(\.self)) }
  }
}
