internal import CLibzip

/// Reads zips that come from anywhere: names that lead out of the package, names given twice,
/// encrypted files and files made to exhaust memory are refused, each by its name.
public struct ZipReader: Sendable {
  /// What is refused for its size.
  public struct Limits: Hashable, Sendable {
    /// The most files.
    public var files: Int
    /// The most bytes one file may have, unpacked.
    public var bytesOfFile: Int
    /// The most bytes all files together may have, unpacked.
    public var bytesInAll: Int

    /// Makes limits; the defaults hold the largest books there are.
    public init(files: Int = 10_000, bytesOfFile: Int = 256 << 20, bytesInAll: Int = 512 << 20) {
      self.files = files
      self.bytesOfFile = bytesOfFile
      self.bytesInAll = bytesInAll
    }
  }

  /// A package as it was read.
  public struct Package: Hashable, Sendable {
    /// The files, in the zip's order; folders have no entry of their own.
    public var files: [PackageFile]
    /// Whether the first file stands uncompressed, so that its content can be read in the zip's own
    /// bytes at a fixed place: no extra field before it.
    public var beginsInPlainBytes: Bool

    /// Makes a package out of files that are in no zip yet.
    public init(files: [PackageFile], beginsInPlainBytes: Bool) {
      self.files = files
      self.beginsInPlainBytes = beginsInPlainBytes
    }
  }

  /// How well a zip must be put together.
  public enum Consistency: Sendable {
    /// Its two accounts of each file must agree: for checking what is made.
    case exact
    /// What can be unpacked is: programs that people use write zips whose accounts differ.
    case readable
  }

  private let limits: Limits
  private let consistency: Consistency

  /// Makes a reader.
  public init(limits: Limits = Limits(), consistency: Consistency = .exact) {
    self.limits = limits
    self.consistency = consistency
  }

  /// The package a zip holds.
  ///
  /// - Throws: for what is no zip, is damaged, unsafe or beyond the limits. A file's own account of its
  ///   size is not believed: reading stops where the limit is passed.
  public func read(_ bytes: [UInt8]) throws(PackageFault) -> Package {
    try read(bytes) { _ in true }
  }

  /// The same with only the files that `isWanted` by their paths unpacked; the others are in the
  /// package without their bytes, so that their names are known.
  public func read(
    _ bytes: [UInt8], only isWanted: (String) -> Bool
  ) throws(PackageFault) -> Package {
    let result: Result<Package, PackageFault> = bytes.withUnsafeBytes { buffer in
      do throws(PackageFault) {
        return .success(try read(buffer, isWanted))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, _ isWanted: (String) -> Bool
  ) throws(PackageFault) -> Package {
    // libzip takes no bytes for a zip of no files; the end of one has 22.
    guard bytes.count >= 22 else { throw .notAZip("it has \(bytes.count) bytes") }
    guard !ZipOverlap.isIn(bytes) else { throw .notAZip("files in it overlap") }
    let flags = ZIP_RDONLY | (consistency == .exact ? ZIP_CHECKCONS : 0)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else { throw .notAZip(ZipBuffer.text(&error)) }
    guard let archive = ZipLibrary.open(source, flags, &error) else {
      zip_source_free(source)
      throw .notAZip(ZipBuffer.text(&error))
    }
    defer { zip_discard(archive) }
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.files else { throw .tooManyFiles(count) }
    var files: [PackageFile] = []
    var names: Set<String> = []
    var rest = limits.bytesInAll
    for index in 0..<zip_uint64_t(count) {
      let name = try name(of: index, in: archive)
      if name.hasSuffix("/") { continue }
      guard names.insert(PackageName.folded(name)).inserted else { throw .sameName(name) }
      let limit = min(rest, limits.bytesOfFile)
      let content = isWanted(name) ? try content(of: index, name, in: archive, limit: limit) : []
      rest -= content.count
      files.append(PackageFile(path: name, bytes: content))
    }
    return Package(files: files, beginsInPlainBytes: Self.beginsInPlainBytes(bytes))
  }

  private func name(of index: zip_uint64_t, in archive: OpaquePointer) throws(PackageFault) -> String {
    // Raw: names are UTF-8 in every package we read, and guessing could hide what they are.
    guard let pointer = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)) else {
      throw .unreadable("file \(index + 1)", String(cString: zip_strerror(archive)))
    }
    guard let name = String(validatingCString: pointer) else { throw .unsafeName(String(cString: pointer)) }
    guard PackageName.isSafe(name.hasSuffix("/") ? String(name.dropLast()) : name) else {
      throw .unsafeName(name)
    }
    return name
  }

  private func content(
    of index: zip_uint64_t, _ name: String, in archive: OpaquePointer, limit: Int
  ) throws(PackageFault) -> [UInt8] {
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw .unreadable(name, String(cString: zip_strerror(archive)))
    }
    defer { zip_fclose(file) }
    var content: [UInt8] = []
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    // What a file says of its size is good for no more than a first guess.
    let isSized = zip_stat_index(archive, index, 0, &stat) == 0
    if isSized {
      content.reserveCapacity(Int(min(stat.size, zip_uint64_t(min(limit, 32 << 20)))))
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
      guard count >= 0 else {
        throw .unreadable(name, String(cString: zip_error_strerror(zip_file_get_error(file))))
      }
      if count == 0 {
        guard consistency == .readable || !isSized || stat.size == zip_uint64_t(content.count) else {
          throw .notAZip("the size of \"\(name)\" is not what it says")
        }
        return content
      }
      guard content.count + Int(count) <= limit else { throw .tooLarge(name) }
      content.append(contentsOf: chunk[..<Int(count)])
    }
  }

  /// Whether the first local header says: stored, no extra field (APPNOTE 4.3.7).
  private static func beginsInPlainBytes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 30, bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
    return bytes[8] == 0 && bytes[9] == 0 && bytes[28] == 0 && bytes[29] == 0
  }
}
