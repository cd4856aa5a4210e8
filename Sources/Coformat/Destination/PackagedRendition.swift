public import Diagnostics
import Packaging
public import Renderers

extension Rendition {
  /// The bytes of the zip that holds the pieces, for a rendition whose containment is `.zip`. The same
  /// pieces give the same bytes: their time is `SOURCE_DATE_EPOCH`, or none.
  ///
  /// - Throws: `ConversionFailure` when the containment is another, the piece to be stored is not the
  ///   first, or a piece has an unsafe name.
  public func packaged() throws(ConversionFailure) -> [UInt8] {
    guard case .zip(let stored) = containment, let first = artifacts.first, first.path == stored else {
      throw ConversionFailure(.notPackaged("its first piece is not the one that names it"))
    }
    do {
      return try ZipWriter.zip(artifacts.map { PackageFile(path: $0.path, bytes: $0.bytes) }, stored: 1)
    } catch {
      switch error {
      case .unsafeName(let name), .sameName(let name): throw ConversionFailure(.unsafePiece(name))
      case .notWritten(let reason), .notAZip(let reason), .unreadable(_, let reason):
        throw ConversionFailure(.notPackaged(reason))
      case .tooLarge, .tooManyFiles: throw ConversionFailure(.notPackaged("it is too large"))
      }
    }
  }
}
