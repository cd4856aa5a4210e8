import ArgumentParser
import Coformat

/// How sources are read.
struct SourceOptions: ParsableArguments {
  @Option(.from) var from: String?
  @Flag(.lenient) var lenient = false
  @Flag(.wholePage) var wholePage = false
  @Option(.comments) var comments: String?
  @Option(.changes) var changes: String?

  var reading: ReadingOptions {
    ReadingOptions(
      invalidBytes: lenient ? .replace : .refuse, pageContent: wholePage ? .whole : .main,
      comments: comments.flatMap { .init(rawValue: $0) } ?? .leaveOut,
      changes: changes.flatMap { .init(rawValue: $0) } ?? .accept)
  }
}

/// Where renditions go.
struct OutputOptions: ParsableArguments {
  @Option(.output) var output: String?
}

/// Where a document tree goes.
struct InspectOutputOptions: ParsableArguments {
  @Option(.inspectOutput) var output: String?
}

extension OptionDefinition {
  static let output = output(fallback: "beside the source")
  static let inspectOutput = output(fallback: "standard output")

  private static func output(fallback: String) -> OptionDefinition {
    OptionDefinition(
      "output", letter: "o", .text(placeholder: "path"), fallback: fallback,
      help: """
        Where to write: a file, a folder (ending in '/', or one that is there), or - for standard \
        output.
        """)
  }
}

extension Input {
  /// The input an argument names: `-` is the standard input.
  init(argument: String) { self = argument == "-" ? .standardInput : .file(argument) }
}
