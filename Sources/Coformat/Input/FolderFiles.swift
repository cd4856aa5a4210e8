import Diagnostics
import Packaging

/// The files of a folder and of those in it.
struct FolderFiles {
  private let path: String

  /// The most files, and the most bytes of all together, that are read.
  private static let limits = ZipReader.Limits()

  init(_ path: String) { self.path = path }

  /// The files with their paths from the folder.
  ///
  /// - Parameter isWanted: whether a file of that path is read; of others there is only the name.
  func read(only isWanted: (String) -> Bool) throws(ConversionFailure) -> [PackageFile] {
    var files: [PackageFile] = []
    var rest = Self.limits.bytesInAll
    var folders = [""]
    while let folder = folders.popLast() {
      let names: [String]
      do {
        names = try Platform.names(in: folder.isEmpty ? path : Path.join(path, folder))
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
          let bytes = isWanted(inside) ? try Input.file(place).bytes(limit: rest) : []
          rest -= bytes.count
          files.append(PackageFile(path: inside, bytes: bytes))
        case .pipe, .device, .socket: continue
        }
      }
    }
    return files
  }
}

extension Input {
  /// The folder that is read as one document: the input itself, or the one of the file that stands for all
  /// others of a talking book. Nil for an input that is one file of its own.
  var documentFolder: String? {
    guard case .file(let path) = self, !path.utf8.contains(0), let status = try? Platform.status(path) else {
      return nil
    }
    if status.kind == .folder { return path }
    let name = Path.name(of: path).lowercased()
    return status.kind == .file && (name.hasSuffix(".opf") || name == "ncc.html" || name == "ncc.htm")
      ? Path.folder(of: path) : nil
  }

  /// The source a folder is: its text and pictures; of recordings and the like only the names.
  ///
  /// - Throws: when nothing in it is a document made of files.
  static func source(ofFolder folder: String, name: String) throws(ConversionFailure) -> Source {
    let files = try FolderFiles(folder).read { path in
      let ending = Path.fileExtension(of: path)
      return textEndings.contains(ending) || ending.isEmpty && Path.name(of: path) == "mimetype"
    }
    guard ContentKind(filesNamed: files.map(\.path)) != nil else { throw ConversionFailure(.inputIsFolder()) }
    return Source(name: name, files: files.map { SourceFile(path: $0.path, bytes: $0.bytes) })
  }

  private static let textEndings: Set<String> = [
    "xml", "html", "htm", "xhtml", "xht", "opf", "ncx", "smil", "svg", "png", "jpg", "jpeg", "gif", "webp",
  ]
}
