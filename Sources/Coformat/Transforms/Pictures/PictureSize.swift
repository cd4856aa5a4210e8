import DocumentModel
import Readers

extension PixelSize {
  /// The size a picture's own bytes give; nil when they are cut short or say nothing sensible.
  init?(of bytes: [UInt8], _ kind: ContentKind) {
    let size: (width: Int, height: Int)? =
      switch kind {
      case .png: Self.png(bytes)
      case .gif: Self.gif(bytes)
      case .jpeg: Self.jpeg(bytes)
      case .webP: Self.webP(bytes)
      default: nil
      }
    guard let size, size.width > 0, size.height > 0 else { return nil }
    self.init(width: size.width, height: size.height)
  }

  /// PNG (ISO 15948, 11.2.2): the header chunk comes first.
  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    return (bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    bytes.count >= 13 ? (littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2)) : nil
  }

  /// JPEG (ITU T.81, B.2.2): the size is in the frame header, after other segments. An Exif
  /// orientation that lays the picture on its side changes width and height over, as browsers do.
  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    var place = 2
    var isTurned = false
    while place + 9 < bytes.count {
      guard bytes[place] == 0xFF else { return nil }
      let marker = bytes[place + 1]
      if marker == 0xFF { place += 1; continue }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) { place += 2; continue }
      let length = bigEndian(bytes, place + 2, 2)
      guard length >= 2 else { return nil }
      switch marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        let height = bigEndian(bytes, place + 5, 2)
        let width = bigEndian(bytes, place + 7, 2)
        return isTurned ? (height, width) : (width, height)
      case 0xD9, 0xDA: return nil
      case 0xE1: isTurned = isTurned || exifTurns(bytes[place..<min(place + 2 + length, bytes.count)])
      default: break
      }
      place += 2 + length
    }
    return nil
  }

  /// Whether an APP1 segment is Exif with an orientation from 5 to 8 (tag 0x0112 of its first directory).
  private static func exifTurns(_ segment: ArraySlice<UInt8>) -> Bool {
    let segment = Array(segment)
    guard segment.count >= 24, segment[4..<10].elementsEqual("Exif\0\0".utf8) else { return false }
    let isLittle = segment[10] == 0x49
    func number(_ place: Int, _ length: Int) -> Int {
      guard place >= 0, place + length <= segment.count else { return 0 }
      return isLittle ? littleEndian(segment, place, length) : bigEndian(segment, place, length)
    }
    let directory = 10 + number(14, 4)
    for entry in 0..<min(number(directory, 2), 512) {
      let place = directory + 2 + entry * 12
      if number(place, 2) == 0x0112 { return (5...8).contains(number(place + 8, 2)) }
    }
    return false
  }

  /// WebP (RFC 9649, 2.5 to 2.7): lossy, lossless or extended.
  private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30 else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ": return (littleEndian(bytes, 26, 2) & 0x3FFF, littleEndian(bytes, 28, 2) & 0x3FFF)
    case "VP8L":
      let bits = littleEndian(bytes, 21, 4)
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case "VP8X": return (littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1)
    default: return nil
    }
  }
}

private func bigEndian(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int {
  bytes[place..<place + length].reduce(0) { $0 << 8 | Int($1) }
}

private func littleEndian(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int {
  bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
}
