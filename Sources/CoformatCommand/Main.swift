import ArgumentParser
import Coformat

/// Where the command begins and the only place where it ends by itself.
@main
enum Main {
  static func main() {
    Interruptions.ignoreClosedPipes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try UsageError.checkCommandName(arguments)
      var command = try CoformatCommand.parseAsRoot(arguments)
      try command.run()
    } catch {
      end(with: error, arguments)
    }
    Process.end(.done)
  }

  /// Ends the process as an error asks: help and the version are asked for by errors too.
  private static func end(with error: any Error, _ arguments: [String]) -> Never {
    if let code = error as? ExitCode { Process.end(ExitStatus(rawValue: code.rawValue) ?? .failed) }
    if let usage = error as? UsageError {
      Console.standardError.write(usage.text(arguments))
      Process.end(.usage)
    }
    guard CoformatCommand.exitCode(for: error) != .success else {
      let isWritten = (try? Console.answer(CoformatCommand.fullMessage(for: error) + "\n")) != nil
      Process.end(isWritten ? .done : .failed)
    }
    let message = CoformatCommand.message(for: error)
    Console.standardError.write(UsageError(message.isEmpty ? "\(error)" : message).text(arguments))
    Process.end(.usage)
  }
}
