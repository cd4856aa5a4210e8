public import BrailleTranslation
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
  /// Files about the rendition that are no part of it and go beside it, such as a proof.
  public var companions: [Companion]
  /// What embossing it takes; nil for what is not embossed.
  public var embossing: EmbossingEstimate?
  /// The grade of braille; nil for what is not braille.
  public var grade: BrailleCode.Grade?

  /// Makes a rendition.
  public init(
    artifacts: [Artifact], containment: Containment, summary: String, companions: [Companion] = [],
    embossing: EmbossingEstimate? = nil, grade: BrailleCode.Grade? = nil
  ) {
    self.artifacts = artifacts
    self.containment = containment
    self.summary = summary
    self.companions = companions
    self.embossing = embossing
    self.grade = grade
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
    /// The pieces are files beside each other: where the file would be named `report.brf` they are
    /// `report-1.brf`, `report-2.brf` and so on.
    case numberedFiles
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

/// A file that goes beside a rendition, under the same name with an extension of its own.
public struct Companion: Hashable, Sendable {
  /// The extension, without the full stop before it, such as `proof.html`.
  public var fileExtension: String
  /// The media type, such as `text/html; charset=utf-8`.
  public var mediaType: String
  /// The content.
  public var bytes: [UInt8]

  /// Makes a companion.
  public init(fileExtension: String, mediaType: String, bytes: [UInt8]) {
    self.fileExtension = fileExtension
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
