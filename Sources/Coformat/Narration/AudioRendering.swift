public import Diagnostics
import DocumentModel
public import Renderers

extension Rendering {
  /// Speech, in MP3 files with chapters.
  public static func audio(
    _ options: AudioOptions = AudioOptions(), narration: NarrationOptions = NarrationOptions(),
    metadata: MetadataOptions = MetadataOptions()
  ) -> Rendering {
    Rendering(
      fileExtension: RenditionFileType.mp3.fileExtension, renderer: AudioRenderer(options: options),
      narration: NarrationRequest(narration, for: .audio, metadata: metadata))
  }

  /// Speech, as values of its options ask for it.
  public static func audio(_ values: OptionValues) throws(ConversionFailure) -> Rendering {
    .audio(
      AudioOptions(values), narration: try NarrationOptions(values), metadata: try MetadataOptions(values))
  }

  /// The rendering with speech, if values of its options ask for it.
  package func narrated(_ values: OptionValues, for format: Format) throws(ConversionFailure) -> Rendering {
    guard values["narrate"] != nil else { return self }
    var rendering = self
    rendering.narration = NarrationRequest(
      try NarrationOptions(values), for: format, metadata: try MetadataOptions(values))
    return rendering
  }
}

extension RenditionFileType {
  /// Sound with chapters.
  static let mp3 = RenditionFileType(
    name: "mp3", title: "MP3 with chapters", fileExtension: "mp3", mediaType: "audio/mpeg", call: "audio")
}
