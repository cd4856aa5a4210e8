import Diagnostics
import Packaging

/// A folder that holds a book, or the file of one that others are named in.
struct BookFolder {
  private let path: String

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
    try FolderFiles(path).read { _ in true }
  }
}
