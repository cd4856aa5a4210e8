import Diagnostics
public import DocumentModel
public import Renderers

/// That a rendition is to have speech, and which.
public struct NarrationRequest: Hashable, Sendable {
  /// What was chosen about it.
  public var options: NarrationOptions
  /// The format it is for: what is not for that format is not said.
  public var format: Format

  /// What is said of the document in the place of what it says itself: its title and its language decide
  /// what is spoken, and how.
  public var metadata: MetadataOptions

  /// Makes a request.
  public init(
    _ options: NarrationOptions, for format: Format, metadata: MetadataOptions = MetadataOptions()
  ) {
    self.options = options
    self.format = format
    self.metadata = metadata
  }
}

extension Transform {
  /// Has the document spoken.
  static func narration(_ request: NarrationRequest, progress: @escaping ProgressReport) -> Transform {
    Transform("narration") { source, _, log throws(ConversionFailure) in
      var document = source
      document.metadata = request.metadata.applied(to: document.metadata)
      let narrator = try Narrator(request.options, language: document.metadata.language, log: &log)
      return try narrator.narrate(document, for: request.format, progress: progress, log: &log)
    }
  }
}
