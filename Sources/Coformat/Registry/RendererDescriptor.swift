public import Diagnostics
public import Renderers

/// A kind of rendition that can be made, and what it takes to make one.
public struct RendererDescriptor: Sendable {
  /// What a person types: the name of the command.
  public var name: String
  /// What it is called in a sentence.
  public var title: String
  /// The kinds of file it makes, the usual one first.
  public var fileTypes: [RenditionFileType]
  /// What may be chosen about it.
  public var options: OptionTable
  /// Makes a rendering out of values that `options` has accepted.
  public var make: @Sendable (OptionValues) throws(ConversionFailure) -> Rendering

  /// Makes a descriptor.
  public init(
    name: String, title: String, fileTypes: [RenditionFileType], options: OptionTable,
    make: @escaping @Sendable (OptionValues) throws(ConversionFailure) -> Rendering
  ) {
    self.name = name
    self.title = title
    self.fileTypes = fileTypes
    self.options = options
    self.make = make
  }
}

/// A kind of file a rendition can be.
public struct RenditionFileType: Hashable, Sendable {
  /// What it is called in options.
  public var name: String
  /// What it is called in a sentence.
  public var title: String
  /// The extension its files are given, without the full stop before it.
  public var fileExtension: String
  /// The media type of its files.
  public var mediaType: String
  /// How the command is asked for it: `braille --to pef`.
  public var call: String

  /// Makes a description of a kind of file.
  public init(name: String, title: String, fileExtension: String, mediaType: String, call: String) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
    self.mediaType = mediaType
    self.call = call
  }
}

/// A renderer with its options chosen: what a document is to become.
public struct Rendering: Sendable {
  /// The extension of the file it makes, without the full stop before it.
  public var fileExtension: String
  /// The extensions of the files that go beside it, such as `proof.html`.
  public var companionExtensions: [String]
  /// What makes it.
  public var renderer: any Renderer
  /// Whether it shows pictures, so that their bytes are read.
  public var pictures: Pictures
  /// The easy read it is made of; nil for the report as it is.
  public var easyRead: EasyReadRequest?
  /// The speech it is to have; nil for none.
  public var narration: NarrationRequest?
  /// What is held against the rules before anything is written.
  public var check: RenditionCheck

  /// What a rendition makes of pictures.
  public enum Pictures: Sendable {
    /// It shows them.
    case shown
    /// It has their text alternatives alone, so only whether their files are there is looked up.
    case described
  }

  /// Makes a rendering; a host makes one out of a renderer of its own in the same way.
  public init(
    fileExtension: String, companionExtensions: [String] = [], renderer: some Renderer,
    pictures: Pictures = .described, narration: NarrationRequest? = nil,
    check: @escaping RenditionCheck = { _ in [] }
  ) {
    self.fileExtension = fileExtension
    self.companionExtensions = companionExtensions
    self.renderer = renderer
    self.pictures = pictures
    self.narration = narration
    self.check = check
  }
}
