import Diagnostics
import DocumentModel
import EasyRead
import Readers

/// A folder of the author's pictures, each named after what it is to stand beside.
struct PictureFolder {
  /// The pictures, in the order of their names.
  private(set) var pictures: [KeywordPicture] = []

  /// The extensions of files that are taken for pictures.
  private static let extensions: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "svg"]
  /// The most bytes the pictures of a folder may have together: 256 MiB.
  private static let limit = 256 << 20

  /// Reads the pictures of a folder, not those of folders in it.
  ///
  /// - Throws: when the folder cannot be read.
  init(_ path: String, log: inout DiagnosticLog) throws(ConversionFailure) {
    let names: [String]
    do throws(Platform.Failure) {
      names = try Platform.names(in: path).sorted()
    } catch {
      throw ConversionFailure(.pictureFolderUnread(path, error.reason))
    }
    var room = Self.limit
    for name in names where !name.hasPrefix(".") && Self.extensions.contains(Path.fileExtension(of: name)) {
      let file = Path.join(path, name)
      do throws(ConversionFailure) {
        let bytes = try Input.file(file).load(limit: room).source.bytes
        room -= bytes.count
        let ending = Path.fileExtension(of: name)
        pictures.append(
          KeywordPicture(
            stem: String(name.dropLast(ending.count + 1)),
            resource: Resource(name: file, mediaType: "", fileExtension: ending, bytes: bytes)))
      } catch {
        log.report(.folderPictureUnread(file, error.diagnostic.message))
      }
    }
    if pictures.isEmpty { log.report(.pictureFolderEmpty(path)) }
  }
}

extension Diagnostic {
  fileprivate static func pictureFolderUnread(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "EZA-022", .error, "the folder of pictures \(quoted(path, limit: 120)) cannot be read: \(reason)",
      hint: "name a folder with --pictures")
  }

  fileprivate static func folderPictureUnread(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "EZA-023", .warning, "the picture \(quoted(path, limit: 120)) is not used: \(reason)",
      hint: "save it again, or take it out of the folder")
  }

  fileprivate static func pictureFolderEmpty(_ path: String) -> Diagnostic {
    Diagnostic(
      "EZA-024", .warning, "the folder \(quoted(path, limit: 120)) holds no pictures",
      hint: "put pictures there, each named after what it shows: voting.png, bank-account.jpg")
  }
}
