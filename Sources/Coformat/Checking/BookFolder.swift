import Diagnostics
import Packaging

/// A folder that holds a book, or the file of one that others are named in.
struct BookFolder {
  private let path: String

  /// The most files, and the most bytes of all together, that are read.
  private static let limits = ZipReader.Limits()

  /// Nil for an input that is one file of its own.
  init?(_ input: Input) {
    guard case .file(let path) = input, let status = try? Platform.status(path) else { return nil }
    if status.kind == .folder {
      self.path = path
    } else if Path.fileExtension(of: path) == "opf"
      || ["ncc.html", "ncc.htm"].contains(Path.name(of: path).lowercased())
    {
      self.path = Path.folder(of: path)
    } else {
      return nil
    }
  }

  /// The files of the folder and of those in it, with their paths from it.
  func files() throws(ConversionFailure) -> [PackageFile] {
    var files: [PackageFile] = []
    var rest = Self.limits.bytesInAll
    var folders = [""]
    while let folder = folders.popLast() {
      let names: [String]
      do {
        names = try Platform.names(in: Path.join(path, folder))
      } catch {
        throw ConversionFailure(.unreadableFile(error.reason))
      }
      for name in names {
        let inside = folder.isEmpty ? name : Path.join(folder, name)
        let place = Path.join(path, inside)
        guard let status = try? Platform.status(place) else { continue }
        switch status.kind {
        case .folder:
          // A link to a folder above would lead round and round.
          guard inside.utf8.count(where: { $0 == 0x2F }) < 16 else { continue }
          folders.append(inside)
        case .file:
          guard files.count < Self.limits.files else {
            throw ConversionFailure(.unreadablePackage(.tooManyFiles(files.count)))
          }
          let bytes = try Input.file(place).load(limit: rest).source.bytes
          rest -= bytes.count
          files.append(PackageFile(path: inside, bytes: bytes))
        case .pipe, .device, .socket: continue
        }
      }
    }
    return files
  }
}
