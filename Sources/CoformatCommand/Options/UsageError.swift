import Coformat

/// What was asked for makes no sense; the process ends with code 2.
struct UsageError: Error {
  var message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// There is nothing to work on.
  static func noReport(for command: String) -> UsageError {
    UsageError(
      "no report is named",
      hint: "name one, as in 'coformat \(command) report.md'; '-' is the standard input")
  }

  /// Runs what checks a request, and takes its failure for the user's.
  static func orUsage<Value>(_ check: () throws(ConversionFailure) -> Value) throws -> Value {
    do {
      return try check()
    } catch {
      throw UsageError(error.diagnostic.message, hint: error.diagnostic.hint)
    }
  }

  /// Says what the first argument was meant to be, when it is not a command.
  static func checkCommandName(_ arguments: [String]) throws {
    guard let first = arguments.first else { return }
    if first.hasPrefix("-") { return try checkOption(first, arguments) }
    if first == "help" {
      return try checkCommandName(arguments.dropFirst().filter { !$0.hasPrefix("-") })
    }
    let names = CoformatCommand.names
    guard !names.contains(first), !CoformatCommand.hiddenNames.contains(first) else { return }
    if let guess = Spelling.nearest(to: first, among: names) {
      throw UsageError("there is no command '\(first)'", hint: "did you mean '\(guess)'?")
    }
    if first.contains(".") || first.contains("/") {
      throw UsageError(
        "'\(first)' is not a command", hint: "to make braille of it: coformat braille \(first)")
    }
    throw UsageError(
      "there is no command '\(first)'", hint: "the commands are \(names.joined(separator: ", "))")
  }

  /// Says where an option that stands before any command belongs.
  private static func checkOption(_ first: String, _ arguments: [String]) throws {
    let commands = [
      ("inspect", OptionTable([.json, .pandoc])),
      ("braille", OptionTable(BrailleOptions.table.definitions + ReadingOptions.table.definitions)),
      ("braille", OptionTable([.output] + MessageOptions.table.definitions)),
    ]
    for (command, table) in commands where table.definitions.contains(where: { $0.isNamed(in: first) }) {
      throw UsageError(
        "'\(first)' stands where the command belongs",
        hint: "begin with it: coformat \(([command] + arguments).joined(separator: " "))")
    }
  }

  /// The error as text, with the way to the help.
  func text(_ arguments: [String]) -> String {
    let command =
      arguments.first { $0 != "help" && CoformatCommand.names.contains($0) }.map { " \($0)" } ?? ""
    var text = "coformat: error: \(Printable.lines(message))\n"
    if let hint { text += "    \(Printable.lines(hint))\n" }
    return text + "    'coformat\(command) --help' explains what can be asked for\n"
  }
}

extension OptionDefinition {
  /// Whether an argument is this option, with or without its value.
  fileprivate func isNamed(in argument: String) -> Bool {
    if argument == "--\(key)" || argument.hasPrefix("--\(key)=") { return true }
    return !argument.hasPrefix("--") && letter.map { argument.hasPrefix("-\($0)") } ?? false
  }
}
