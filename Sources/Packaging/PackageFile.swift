/// One file of a package, in memory.
public struct PackageFile: Hashable, Sendable {
  /// The path within the package, with `/` between folders.
  public var path: String
  /// The content.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Why a package cannot be made or read.
public enum PackageFault: Error, Hashable, Sendable {
  /// The bytes are not a zip, or a damaged one; what libzip says of it.
  case notAZip(String)
  /// libzip could not write it.
  case notWritten(String)
  /// A name leads out of the package, or no file system could hold it.
  case unsafeName(String)
  /// Two files have names that some file systems take for one.
  case sameName(String)
  /// A file cannot be read: it is damaged, encrypted or packed in a way that is not supported.
  case unreadable(String, String)
  /// Unpacked it would be larger than the limits allow, as a file made to exhaust memory is.
  case tooLarge(String)
  /// There are more files than the limits allow.
  case tooManyFiles(Int)
}
