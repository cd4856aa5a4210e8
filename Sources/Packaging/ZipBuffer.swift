internal import CLibzip

/// libzip, made ready for threads.
enum ZipLibrary {
  /// `zip_open_from_source` fills two statics of its own when it is first called, one after the other and
  /// without a lock: a second thread that comes between finds that nothing can be written ("Read-only
  /// archive"). So an archive is opened before any other is, once.
  private static let isReady: Bool = {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { return false }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      return false
    }
    zip_discard(archive)
    return true
  }()

  /// Opens an archive; nil with an error when that cannot be done.
  static func open(
    _ source: OpaquePointer, _ flags: Int32, _ error: inout zip_error_t
  ) -> OpaquePointer? {
    guard isReady else {
      zip_error_set(&error, ZIP_ER_MEMORY, 0)
      return nil
    }
    return zip_open_from_source(source, flags, &error)
  }
}

/// libzip at work on memory: nothing here touches the disk.
struct ZipBuffer {
  func write(_ files: [PackageFile], stored: Int, stamp: DOSTime) throws(PackageFault) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw .notWritten(Self.text(&error))
    }
    guard let archive = ZipLibrary.open(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      throw .notWritten(Self.text(&error))
    }
    // The archive gives its source up when it is closed; the bytes are read from it after that.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    // libzip reads what it is given when the archive is closed, so the bytes must stay where they are.
    let kept = files.map { Kept($0.bytes) }
    defer { for bytes in kept { bytes.deallocate() } }
    do throws(PackageFault) {
      for (index, file) in files.enumerated() {
        try add(file.path, kept[index], to: archive, isStored: index < stored, stamp)
      }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      let message = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw .notWritten(message)
    }
    return try bytes(of: source)
  }

  private func add(
    _ path: String, _ bytes: Kept, to archive: OpaquePointer, isStored: Bool, _ stamp: DOSTime
  ) throws(PackageFault) {
    func failure() -> PackageFault { .notWritten(String(cString: zip_strerror(archive))) }
    guard let source = zip_source_buffer(archive, bytes.pointer, zip_uint64_t(bytes.count), 0) else {
      throw failure()
    }
    let index = zip_file_add(archive, path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure()
    }
    let number = zip_uint64_t(index)
    // The usual level of deflate: the highest takes twice the time for two parts in a hundred.
    let method = isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    guard zip_set_file_compression(archive, number, method, isStored ? 0 : 6) == 0,
      zip_file_set_dostime(archive, number, stamp.time, stamp.date, 0) == 0,
      // A plain file that all may read, made on Unix, wherever it was made.
      zip_file_set_external_attributes(
        archive, number, 0, zip_uint8_t(ZIP_OPSYS_UNIX), zip_uint32_t(0o100644) << 16) == 0
    else { throw failure() }
  }

  private func bytes(of source: OpaquePointer) throws(PackageFault) -> [UInt8] {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
      throw .notWritten("the archive cannot be read back")
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(stat.size))
    let count = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, stat.size) }
    guard count == zip_int64_t(stat.size) else { throw .notWritten("the archive cannot be read back") }
    return bytes
  }

  static func text(_ error: inout zip_error_t) -> String { String(cString: zip_error_strerror(&error)) }
}

/// Bytes that stay where they are.
private struct Kept {
  let pointer: UnsafeMutableRawPointer
  let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    pointer = .allocate(byteCount: max(1, bytes.count), alignment: 1)
    bytes.withUnsafeBytes {
      if let base = $0.baseAddress { pointer.copyMemory(from: base, byteCount: $0.count) }
    }
  }

  func deallocate() { pointer.deallocate() }
}
