import Diagnostics
import Packaging

/// The files a publication, a talking book or a set of pages is made of: those of a zip or of a folder.
///
/// A class, because parts are numbered as they are read, by whichever step of the reading comes to them.
final class BookPackage {
  private let source: [UInt8]
  private let zip: ZipReader
  /// The files by folded path; those that are not unpacked yet are empty.
  private var files: [String: PackageFile] = [:]
  private var unpacked: Set<String> = []
  /// The names of the parts ranges refer to; the package itself is first.
  private(set) var names: [String]

  /// The most bytes a file may have, unpacked: far more than the text of any book.
  private static let limits = ZipReader.Limits(bytesOfFile: 128 << 20)

  /// Opens a package and unpacks its text.
  ///
  /// - Throws: for what is no zip, is unsafe, or is damaged beyond reading.
  init(_ source: Source, log: inout DiagnosticLog) throws(ConversionFailure) {
    self.source = source.bytes
    names = [source.name]
    if let files = source.files {
      zip = ZipReader(limits: Self.limits)
      for file in files {
        let key = PackageName.folded(file.path)
        self.files[key] = PackageFile(path: file.path, bytes: file.bytes)
        unpacked.insert(key)
      }
      return
    }
    do throws(PackageFault) {
      let (zip, package) = try Self.open(source.bytes, log: &log)
      self.zip = zip
      for file in package.files {
        let key = PackageName.folded(file.path)
        files[key] = file
        if !file.bytes.isEmpty { unpacked.insert(key) }
      }
    } catch {
      throw ConversionFailure(.bookPackageUnreadable(error))
    }
  }

  /// A package of no files, for a book that is one file.
  init(single name: String) {
    source = []
    zip = ZipReader()
    names = [name]
  }

  /// Whether files are looked for in it at all.
  var isSingleFile: Bool { source.isEmpty && files.isEmpty }

  /// What is not put together by the rules is read if it can be, and said.
  private static func open(
    _ bytes: [UInt8], log: inout DiagnosticLog
  ) throws(PackageFault) -> (ZipReader, ZipReader.Package) {
    let exact = ZipReader(limits: limits)
    do throws(PackageFault) {
      return (exact, try exact.read(bytes, only: isText))
    } catch .notAZip(let reason) {
      let tolerant = ZipReader(limits: limits, consistency: .readable)
      let package = try tolerant.read(bytes, only: isText)
      log.report(.bookPackageIrregular(reason))
      return (tolerant, package)
    }
  }

  private static func isText(_ path: String) -> Bool {
    let path = path.lowercased()
    return textEndings.contains { path.hasSuffix($0) } || path.hasPrefix("meta-inf/")
  }

  private static let textEndings = [".xml", ".html", ".xhtml", ".htm", ".xht", ".opf", ".ncx", ".smil"]

  /// Whether there is a file of that path, whatever the case of its letters.
  func holds(_ path: String) -> Bool { files[PackageName.folded(path)] != nil }

  /// A file's path as the package writes it.
  func name(of path: String) -> String { files[PackageName.folded(path)]?.path ?? path }

  /// The paths of all files, sorted.
  private(set) lazy var paths: [String] = files.values.map(\.path).sorted()

  /// Unpacks files all in one go.
  func unpack(_ paths: Set<String>) throws(PackageFault) {
    let wanted = Set(paths.map(PackageName.folded)).subtracting(unpacked).filter { files[$0] != nil }
    guard !wanted.isEmpty else { return }
    let package = try zip.read(source) { wanted.contains(PackageName.folded($0)) }
    for file in package.files where wanted.contains(PackageName.folded(file.path)) {
      files[PackageName.folded(file.path)] = file
      unpacked.insert(PackageName.folded(file.path))
    }
  }

  /// A file's bytes; nil when there is no such file or it cannot be unpacked.
  func bytes(of path: String) -> [UInt8]? {
    guard files[PackageName.folded(path)] != nil else { return nil }
    do throws(PackageFault) {
      try unpack([path])
    } catch {
      return nil
    }
    return files[PackageName.folded(path)]?.bytes
  }

  /// Makes a file a part that ranges can refer to; gives its number.
  func part(for path: String, log: inout DiagnosticLog) -> UInt16 {
    names.append(name(of: path))
    log.parts = names
    return UInt16(clamping: names.count - 1)
  }
}
