#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension DecodedBytes {
  /// Reads an encoding by the C library's converter; nil when the system has none for it.
  ///
  /// Bytes that are not valid become U+FFFD one by one.
  static func converted(_ bytes: [UInt8], from encoding: String) -> DecodedBytes? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var result = DecodedBytes(utf8: [])
    result.utf8.reserveCapacity(bytes.count * 2)
    var source = bytes.map { CChar(bitPattern: $0) }
    var room = [CChar](repeating: 0, count: 16_384)
    source.withUnsafeMutableBufferPointer { source in
      var input = source.baseAddress
      var left = source.count
      var isFlushed = false
      while left > 0 || !isFlushed {
        let status = room.withUnsafeMutableBufferPointer { room in
          var output = room.baseAddress
          var space = room.count
          // With nothing left, one more call writes what a stateful encoding holds back.
          isFlushed = left == 0
          let status =
            isFlushed
            ? iconv(converter, nil, nil, &output, &space)
            : iconv(converter, &input, &left, &output, &space)
          let error = status == -1 /* (size_t)-1 */ ? errno : 0
          for index in 0..<(room.count - space) { result.utf8.append(UInt8(bitPattern: room[index])) }
          return error
        }
        if status == EILSEQ || status == EINVAL, left > 0 {
          result.append(nil, at: source.count - left)
          input = input?.advanced(by: 1)
          left -= 1
          iconv(converter, nil, nil, nil, nil)
        }
      }
    }
    return result
  }
}
