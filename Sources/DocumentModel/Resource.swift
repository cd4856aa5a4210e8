/// A file a document shows, such as a picture, in memory.
public struct Resource: Hashable, Sendable {
  /// What the document calls it: the `source` of an `Image`.
  public var name: String
  /// The media type its bytes have, whatever its name says: `image/png`.
  public var mediaType: String
  /// The usual extension of its media type, without the full stop: `png`.
  public var fileExtension: String
  /// The content.
  public var bytes: [UInt8]
  /// How large it is shown when nothing is said of its size; nil when it does not say itself.
  public var size: PixelSize?

  /// Makes a resource.
  public init(
    name: String, mediaType: String, fileExtension: String, bytes: [UInt8], size: PixelSize? = nil
  ) {
    self.name = name
    self.mediaType = mediaType
    self.fileExtension = fileExtension
    self.bytes = bytes
    self.size = size
  }
}

/// The size of a picture in pixels, of which 96 are an inch (CSS Values 4, 6.2).
public struct PixelSize: Hashable, Sendable {
  /// From side to side.
  public var width: Int
  /// From top to bottom.
  public var height: Int

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

extension Document {
  /// The resources by the names images give.
  public var resourcesByName: [String: Resource] {
    Dictionary(resources.map { ($0.name, $0) }) { first, _ in first }
  }
}
