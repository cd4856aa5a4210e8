import Packaging

/// The zip an office document is kept in: its files, unpacked when they are wanted.
final class OfficePackage {
  private let source: [UInt8]
  private let zip: ZipReader
  /// The most bytes a part may have, unpacked: far more than the text of any book.
  private static let limits = ZipReader.Limits(bytesOfFile: 128 << 20)
  /// The files, by folded path; those that were not unpacked yet are empty.
  private var files: [String: PackageFile] = [:]
  private var unpacked: Set<String> = []
  /// Whether the zip's two accounts of its files differ, though they can be unpacked.
  let isIrregular: Bool

  /// Opens a zip and unpacks what is always wanted: the text. Pictures and the like are unpacked when
  /// something refers to them. What is not put together by the rules is read if it can be.
  ///
  /// - Throws: for what is no zip, is unsafe or damaged.
  init(_ bytes: [UInt8], isText: (String) -> Bool) throws(PackageFault) {
    source = bytes
    let (zip, package, isIrregular) = try Self.open(bytes, isText)
    self.zip = zip
    self.isIrregular = isIrregular
    for file in package.files {
      let key = PackageName.folded(file.path)
      files[key] = file
      if !file.bytes.isEmpty { unpacked.insert(key) }
    }
  }

  private static func open(
    _ bytes: [UInt8], _ isText: (String) -> Bool
  ) throws(PackageFault) -> (ZipReader, ZipReader.Package, isIrregular: Bool) {
    let exact = ZipReader(limits: limits)
    do throws(PackageFault) {
      return (exact, try exact.read(bytes, only: isText), false)
    } catch .notAZip {
      let tolerant = ZipReader(limits: limits, consistency: .readable)
      return (tolerant, try tolerant.read(bytes, only: isText), true)
    }
  }

  /// Whether there is a file of that path, whatever the case of its letters.
  func holds(_ path: String) -> Bool { files[PackageName.folded(path)] != nil }

  /// A file's path as the package writes it.
  func name(of path: String) -> String { files[PackageName.folded(path)]?.path ?? path }

  /// The paths of all files, sorted.
  var paths: [String] { files.values.map(\.path).sorted() }

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
    do throws(PackageFault) {
      try unpack([path])
    } catch {
      return nil
    }
    return files[PackageName.folded(path)]?.bytes
  }
}
