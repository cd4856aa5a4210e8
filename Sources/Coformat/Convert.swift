/// What a conversion gives: the rendition, in memory, and everything said while it was made.
public struct Conversion: Sendable {
  /// The pieces of bytes that were made.
  public var rendition: Rendition
  /// What was guessed, substituted or left out; a host shows it to whoever answers for the result.
  public var log: DiagnosticLog
}

/// Converts a file. Nothing is printed and nothing is written.
///
/// - Parameters:
///   - path: the file, absolute or relative to the current folder.
///   - rendering: what to make, such as `.braille(BrailleOptions(grade: .two))`.
///   - format: the name of the format it is in (`markdown`, `html`); nil to tell by name and content.
///   - reading: what to do with invalid bytes and with web pages.
/// - Throws: `ConversionFailure` when there is no honest output.
public func convert(
  file path: String, to rendering: Rendering, from format: String? = nil,
  reading: ReadingOptions = ReadingOptions()
) throws(ConversionFailure) -> Conversion {
  try convert(.file(path), to: rendering, from: format, reading: reading)
}

/// Converts bytes already in memory. Nothing is printed, read or written.
///
/// - Parameters:
///   - source: the bytes, and the name to give them in messages; its extension helps to tell the
///     format.
///   - rendering: what to make.
///   - format: the name of the format they are in; nil to tell by name and content.
///   - reading: what to do with invalid bytes and with web pages.
/// - Throws: `ConversionFailure` when there is no honest output.
public func convert(
  _ source: Source, to rendering: Rendering, from format: String? = nil,
  reading: ReadingOptions = ReadingOptions()
) throws(ConversionFailure) -> Conversion {
  try convert(.source(source), to: rendering, from: format, reading: reading)
}

private func convert(
  _ input: Input, to rendering: Rendering, from format: String?, reading: ReadingOptions
) throws(ConversionFailure) -> Conversion {
  let plan = try Plan(input, to: rendering, from: format, reading: reading)
  var log = DiagnosticLog(source: input.name)
  let rendition = try plan.run(log: &log)
  return Conversion(rendition: rendition, log: log)
}
