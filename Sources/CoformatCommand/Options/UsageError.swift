import Coformat

/// What was asked for makes no sense; the process ends with code 2.
struct UsageError: Error {
  var message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
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
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    let names = CoformatCommand.names
    guard !names.contains(first) else { return }
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

  /// The error as text, with the way to the help.
  func text(_ arguments: [String]) -> String {
    let command = arguments.first { CoformatCommand.names.contains($0) }.map { " \($0)" } ?? ""
    var text = "coformat: error: \(Printable.lines(message))\n"
    if let hint { text += "    \(Printable.lines(hint))\n" }
    return text + "    'coformat\(command) --help' explains what can be asked for\n"
  }
}
