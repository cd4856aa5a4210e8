import ArgumentParser

@main
struct CoformatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "coformat", version: "0.1.0")
}
