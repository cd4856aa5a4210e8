import ArgumentParser
import Coformat

/// How sources are read.
struct SourceOptions: ParsableArguments {
  @Option(.from) var from: String?
  @Flag(.lenient) var lenient = false
  @Flag(.wholePage) var wholePage = false

  var reading: ReadingOptions {
    ReadingOptions(
      invalidBytes: lenient ? .replace : .refuse, pageContent: wholePage ? .whole : .main)
  }
}

/// Where renditions go.
struct OutputOptions: ParsableArguments {
  @Option(.output) var output: String?
}

extension OptionDefinition {
  static let output = OptionDefinition(
    "output", letter: "o", .text(placeholder: "path"), fallback: "beside the source",
    help: "Where to write: a file, a folder (ending in '/', or one that is there), or - for standard output.")
}

extension Input {
  /// The input an argument names: `-` is the standard input.
  init(argument: String) { self = argument == "-" ? .standardInput : .file(argument) }
}
