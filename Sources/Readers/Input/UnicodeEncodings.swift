/// The mark at the start of a text that tells its Unicode encoding.
enum ByteOrderMark {
  case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian

  /// The mark the bytes begin with, or nil.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count.isMultiple(of: 4) {
      self = .utf32LittleEndian
    } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32BigEndian
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16LittleEndian
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16BigEndian
    } else {
      return nil
    }
  }

  /// How many bytes the mark takes.
  var length: Int {
    switch self {
    case .utf8: 3
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    }
  }

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .utf32LittleEndian, .utf32BigEndian: "UTF-32"
    }
  }
}

/// UTF-16 without a byte order mark, told by the zero bytes of its basic Latin letters.
enum UnmarkedUTF16 {
  case littleEndian, bigEndian

  init?(_ bytes: [UInt8]) {
    let head = bytes.prefix(4096)
    guard head.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = head.count / 2
    if zeros[1] * 10 >= half * 4, zeros[0] * 20 < half {
      self = .littleEndian
    } else if zeros[0] * 10 >= half * 4, zeros[1] * 20 < half {
      self = .bigEndian
    } else {
      return nil
    }
  }
}

/// Text in an encoding, turned into UTF-8.
struct DecodedBytes {
  var utf8: [UInt8]
  /// The offset of the first bytes that are not valid, counted in the source.
  var firstInvalid: Int?
  /// How many times U+FFFD stands for bytes that are not valid.
  var invalidCount = 0
}

/// Where bytes are not valid UTF-8 (Unicode 16, section 3.9, table 3-7).
struct UTF8Check {
  private(set) var firstInvalid: Int?
  /// How many maximal subparts of ill-formed sequences there are: so many U+FFFD replace them.
  private(set) var count = 0

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let (length, low, high): (Int, UInt8, UInt8) =
        switch lead {
        case 0xC2...0xDF: (2, 0x80, 0xBF)
        case 0xE0: (3, 0xA0, 0xBF)
        case 0xED: (3, 0x80, 0x9F)
        case 0xE1...0xEF: (3, 0x80, 0xBF)
        case 0xF0: (4, 0x90, 0xBF)
        case 0xF1...0xF3: (4, 0x80, 0xBF)
        case 0xF4: (4, 0x80, 0x8F)
        default: (0, 0, 0)
        }
      var good = 1
      if length > 1, index + 1 < bytes.count, (low...high).contains(bytes[index + 1]) {
        good = 2
        while good < length, index + good < bytes.count, bytes[index + good] & 0xC0 == 0x80 { good += 1 }
      }
      if length == 0 || good < length {
        if firstInvalid == nil { firstInvalid = index }
        count += 1
      }
      index += good
    }
  }
}

extension DecodedBytes {
  /// Reads UTF-16 from `offset` on.
  static func utf16(_ bytes: [UInt8], from offset: Int, isBigEndian: Bool) -> DecodedBytes {
    var result = DecodedBytes(utf8: [])
    result.utf8.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(bytes[index])
      let second = UInt32(bytes[index + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var index = offset
    while index + 1 < bytes.count {
      let value = unit(index)
      if value & 0xFC00 == 0xD800, index + 3 < bytes.count {
        let low = unit(index + 2)
        if low & 0xFC00 == 0xDC00 {
          result.append(0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF), at: index)
          index += 4
          continue
        }
      }
      result.append(value, at: index)
      index += 2
    }
    if index < bytes.count { result.append(nil, at: index) }
    return result
  }

  /// Reads UTF-32 from `offset` on.
  static func utf32(_ bytes: [UInt8], from offset: Int, isBigEndian: Bool) -> DecodedBytes {
    var result = DecodedBytes(utf8: [])
    var index = offset
    while index + 3 < bytes.count {
      let parts = bytes[index..<(index + 4)].map(UInt32.init)
      result.append(
        isBigEndian
          ? parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]
          : parts[3] << 24 | parts[2] << 16 | parts[1] << 8 | parts[0], at: index)
      index += 4
    }
    if index < bytes.count { result.append(nil, at: index) }
    return result
  }

  /// Adds a scalar, or U+FFFD when the value is none.
  mutating func append(_ value: UInt32?, at offset: Int) {
    if let value, let scalar = Unicode.Scalar(value) {
      utf8.append(contentsOf: String(scalar).utf8)
    } else {
      if firstInvalid == nil { firstInvalid = offset }
      invalidCount += 1
      utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
  }
}
