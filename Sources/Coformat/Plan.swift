public import Diagnostics
import DocumentModel
public import Readers
public import Renderers

/// One conversion, decided but not begun: formats and options are resolved, no byte has been read.
public struct Plan: Sendable {
  /// Where the bytes come from.
  public var input: Input
  /// The reader that was asked for; nil to choose by name and content.
  public var reader: ReaderDescriptor?
  /// What to do with invalid bytes and with web pages.
  public var reading: ReadingOptions
  /// What is done to the document between reading and rendering, in order.
  public var transforms: [Transform]
  /// What to make.
  public var rendering: Rendering
  /// The formats to choose from.
  public var registry: Registry

  /// Makes a plan.
  ///
  /// - Parameter progress: hears how far work has come that takes long, which is speech alone.
  /// - Throws: `ConversionFailure` when `format` names no reader.
  public init(
    _ input: Input, to rendering: Rendering, from format: String? = nil,
    reading: ReadingOptions = ReadingOptions(), registry: Registry = .standard,
    progress: @escaping ProgressReport = { _, _ in }
  ) throws(ConversionFailure) {
    self.input = input
    self.rendering = rendering
    transforms = [.languageAudit, rendering.pictures == .shown ? .pictures : .imageAudit]
    if let request = rendering.easyRead { transforms.insert(.easyRead(request, from: input), at: 1) }
    if let request = rendering.narration { transforms.append(.narration(request, progress: progress)) }
    self.reading = reading
    self.registry = registry
    if let format { reader = try registry.reader(named: format) }
  }

  /// Carries the plan out, from bytes to checked bytes; `Destination` writes them.
  public func run(log: inout DiagnosticLog) throws(ConversionFailure) -> Rendition {
    let (document, folder) = try read(log: &log)
    return try render(document, folder: folder, log: &log)
  }

  /// The second half: from the document to checked bytes.
  func render(
    _ document: Document, folder: String?, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    var document = document
    for transform in transforms { document = try transform.apply(document, folder, &log) }
    let rendition = try rendering.renderer.render(document, log: &log)
    try check(rendition, log: &log)
    return rendition
  }

  /// The first half: reads the input.
  ///
  /// - Returns: the document, and the folder that relative addresses in it count from.
  func read(log: inout DiagnosticLog) throws(ConversionFailure) -> (document: Document, folder: String?) {
    let loaded = try input.load()
    let descriptor = try descriptor(for: loaded.source, log: &log)
    return (try descriptor.reader.read(loaded.source, options: reading, log: &log), loaded.folder)
  }

  private func descriptor(
    for source: Source, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> ReaderDescriptor {
    if let reader { return reader }
    return try registry.reader(for: source, log: &log)
  }
}
