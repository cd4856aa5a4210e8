public import Diagnostics
public import Renderers

/// What the command does to one input: a conversion, or reading braille back.
public protocol PlannedTask: Sendable {
  /// Where the bytes come from.
  var input: Input { get }

  /// Carries it out, from bytes to checked bytes.
  func run(log: inout DiagnosticLog) throws(ConversionFailure) -> Rendition
}

extension Plan: PlannedTask {}

/// A braille file to be read back to plain text; no byte has been read.
public struct ReadingBack: PlannedTask {
  /// Where the braille comes from.
  public var input: Input
  private let readBack: BrailleToText

  /// Makes one; of the options the code, the grade and the tables count.
  public init(_ input: Input, options: BrailleOptions = BrailleOptions()) {
    self.input = input
    readBack = BrailleToText(options: options)
  }

  /// Reads the braille: lines stay lines, and a form feed ends each page.
  ///
  /// - Throws: when the file cannot be read, is no braille, or has no code or table.
  public func run(log: inout DiagnosticLog) throws(ConversionFailure) -> Rendition {
    try readBack.render(try input.load().source.bytes, log: &log)
  }
}
