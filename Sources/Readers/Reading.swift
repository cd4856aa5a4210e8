public import Diagnostics
public import DocumentModel

/// A source to read: its bytes and what is known about them. Readers never open files.
public struct Source: Sendable {
  /// The name for messages, as the user gave it.
  public var name: String
  /// The content, in whatever encoding the file has; empty for a folder.
  public var bytes: [UInt8]
  /// The files of a folder, with those of the folders in it; nil for a source that is one file.
  public var files: [SourceFile]?

  /// Makes a source of one file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a source of a folder.
  public init(name: String, files: [SourceFile]) {
    self.name = name
    bytes = []
    self.files = files
  }
}

/// A file of a folder that is read as one document.
public struct SourceFile: Sendable {
  /// The path from the folder, with `/` between folders.
  public var path: String
  /// The content; empty where only the name matters, as of a recording.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What a reader may be asked to do differently.
public struct ReadingOptions: Hashable, Sendable {
  /// What to do with bytes that are not valid in the source's encoding.
  public var invalidBytes: InvalidBytes
  /// What to take of a web page.
  public var pageContent: PageContent
  /// What to do with the comments of those who revised a document.
  public var comments: Comments
  /// What to do with changes that a document tracks.
  public var changes: Changes

  /// Makes options; the defaults are the strict ones.
  public init(
    invalidBytes: InvalidBytes = .refuse, pageContent: PageContent = .main,
    comments: Comments = .leaveOut, changes: Changes = .accept
  ) {
    self.invalidBytes = invalidBytes
    self.pageContent = pageContent
    self.comments = comments
    self.changes = changes
  }

  /// What to do with the comments of those who revised a document.
  public enum Comments: String, CaseIterable, Sendable {
    /// Leave them out and say how many there are.
    case leaveOut = "leave-out"
    /// Keep them as notes.
    case keep
  }

  /// What to do with changes that a document tracks.
  public enum Changes: String, CaseIterable, Sendable {
    /// Keep what is inserted and leave out what is deleted.
    case accept
    /// Keep what is deleted and leave out what is inserted.
    case reject
    /// Keep both, marked as inserted and deleted.
    case show
  }

  /// What to do with bytes that are not valid in the source's encoding.
  public enum InvalidBytes: String, Sendable {
    /// Stop, giving the offset of the first.
    case refuse
    /// Put U+FFFD in their place and say how many there were.
    case replace
  }

  /// What to take of a web page.
  public enum PageContent: String, Sendable {
    /// The main content, leaving navigation, cookie notices and the like, and saying so.
    case main
    /// All of it.
    case whole
  }
}

/// Something that turns a source into a document.
public protocol Reader: Sendable {
  /// Reads all of the source. What cannot be represented is reported; what cannot be read at all
  /// is thrown.
  func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document
}
