/// Whether files of a zip share bytes, as those do that unpack to far more than they hold.
enum ZipOverlap {
  /// Whether any two entries of the central directory overlap (APPNOTE 4.3.7, 4.3.12). A zip whose
  /// directory is not found, or is of the 64-bit kind, counts as sound: libzip judges it.
  static func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let end = endOfDirectory(bytes) else { return false }
    let count = number(bytes, end + 10, 2)
    var place = number(bytes, end + 16, 4)
    guard place != 0xFFFF_FFFF, count != 0xFFFF else { return false }
    var extents: [Range<Int>] = []
    for _ in 0..<count {
      guard place + 46 <= bytes.count, number(bytes, place, 4) == 0x0201_4B50 else { return false }
      let size = number(bytes, place + 20, 4)
      let start = number(bytes, place + 42, 4)
      guard size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else { return false }
      extents.append(start..<(start + 30 + number(bytes, place + 28, 2) + size))
      place += 46 + number(bytes, place + 28, 2) + number(bytes, place + 30, 2) + number(bytes, place + 32, 2)
    }
    extents.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return zip(extents, extents.dropFirst()).contains { $0.upperBound > $1.lowerBound }
  }

  /// Where the record at the end of the directory begins; a comment may follow it.
  private static func endOfDirectory(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var place = bytes.count - 22
    let last = max(0, place - 0xFFFF)
    while place >= last {
      if number(bytes, place, 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  /// A number of so many bytes, the least first.
  private static func number(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
