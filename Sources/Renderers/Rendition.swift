public import Diagnostics
public import DocumentModel

/// What a renderer makes: named pieces of bytes, in memory, and how they belong together.
public struct Rendition: Hashable, Sendable {
  /// The pieces, in the order a package holds them.
  public var artifacts: [Artifact]
  /// How the pieces are put into one thing a person can be sent.
  public var containment: Containment
  /// What was made, in the words of one line: `12 pages of 40 by 25 cells, UEB grade 2`.
  public var summary: String

  /// Makes a rendition.
  public init(artifacts: [Artifact], containment: Containment, summary: String) {
    self.artifacts = artifacts
    self.containment = containment
    self.summary = summary
  }

  /// How a rendition's pieces belong together.
  public enum Containment: Hashable, Sendable {
    /// There is one piece, and it is the file.
    case file
    /// The pieces are files in a folder.
    case folder
    /// The pieces are in a zip, in their order. The first, whose path is given, tells what the zip is
    /// and stands in it uncompressed.
    case zip(storing: String)
  }
}

/// One piece of a rendition.
public struct Artifact: Hashable, Sendable {
  /// The path within the rendition, with `/` between folders; for a single file, a suggestion that
  /// ends in the format's usual extension.
  public var path: String
  /// The media type, such as `application/x-pef+xml`.
  public var mediaType: String
  /// The content.
  public var bytes: [UInt8]

  /// Makes a piece.
  public init(path: String, mediaType: String, bytes: [UInt8]) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

/// Something that turns a document into a rendition. It prints nothing and writes nothing.
public protocol Renderer: Sendable {
  /// The renderer's own options: made of enums, comparable and storable.
  associatedtype Options: Codable & Hashable & Sendable

  /// Makes the rendition. Everything of the document that cannot be shown is reported; failure is
  /// thrown only when there is no honest output.
  func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition
}
