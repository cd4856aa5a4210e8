/// A stretch of text as bytes, each of which knows the byte of the block it came from.
///
/// Edits replace bytes; what they put in takes its links and emphasis from the byte it stands for, or
/// has none. So inlines can be made again from any line, whatever was done to it.
struct Line: Hashable {
  /// UTF-8; U+FFFC stands for what has no words, such as the mark of a note.
  private(set) var bytes: [UInt8] = []
  /// For each byte, where it was in the block's text; `Line.nowhere` for what stands in no node.
  private(set) var origins: [Int32] = []

  static let nowhere: Int32 = -1
  /// The bytes of U+FFFC.
  static let object: [UInt8] = [0xEF, 0xBF, 0xBC]

  init() {}

  init(_ text: FlatText, _ range: Range<Int>) {
    bytes = Array(text.bytes[range])
    origins = range.map { Int32($0) }
  }

  init(_ string: String, origin: Int32 = Line.nowhere) {
    bytes = Array(string.utf8)
    origins = Array(repeating: origin, count: bytes.count)
  }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  subscript(range: Range<Int>) -> Line {
    var line = Line()
    line.bytes = Array(bytes[range])
    line.origins = Array(origins[range])
    return line
  }

  static func + (left: Line, right: Line) -> Line {
    var line = left
    line.bytes += right.bytes
    line.origins += right.origins
    return line
  }

  /// Puts words in the place of others. Objects among those replaced stay, after the new words.
  mutating func replace(_ range: Range<Int>, with string: String) {
    let origin: Int32
    if range.isEmpty {
      // What is put in between takes after what is before it, unless that ends a node.
      let before = range.lowerBound > 0 ? origins[range.lowerBound - 1] : Self.nowhere
      let after = range.lowerBound < count ? origins[range.lowerBound] : Self.nowhere
      origin = before >= 0 && after == before + 1 ? before : Self.nowhere
    } else {
      origin = origins[range.lowerBound]
    }
    var newBytes = Array(string.utf8)
    var newOrigins = Array(repeating: origin, count: newBytes.count)
    var position = range.lowerBound
    while position < range.upperBound {
      if isObject(at: position) {
        newBytes += bytes[position..<position + 3]
        newOrigins += origins[position..<position + 3]
        position += 3
      } else {
        position += 1
      }
    }
    bytes.replaceSubrange(range, with: newBytes)
    origins.replaceSubrange(range, with: newOrigins)
  }

  /// Puts another byte in the place of one.
  mutating func setByte(_ position: Int, _ byte: UInt8) { bytes[position] = byte }

  /// Whether an object begins here.
  func isObject(at position: Int) -> Bool {
    position + 2 < count && bytes[position] == 0xEF && bytes[position + 1] == 0xBF
      && bytes[position + 2] == 0xBC
  }

  /// The line without white space around it.
  var trimmed: Line {
    var (first, last) = (0, count)
    while first < last, bytes[first] <= 0x20 { first += 1 }
    while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
    return first == 0 && last == count ? self : self[first..<last]
  }

  /// Where in the block's text most of a range came from; nil when from nowhere.
  func source(of range: Range<Int>) -> Range<Int>? {
    var lowest = Int32.max
    var highest: Int32 = -1
    for position in range.clamped(to: 0..<count) where origins[position] >= 0 {
      lowest = min(lowest, origins[position])
      highest = max(highest, origins[position])
    }
    return highest < 0 ? nil : Int(lowest)..<Int(highest) + 1
  }
}

extension Line {
  /// The text without what has no words.
  var words: String {
    guard bytes.contains(0xEF) else { return text }
    var kept: [UInt8] = []
    kept.reserveCapacity(count)
    var position = 0
    while position < count {
      if isObject(at: position) {
        position += 3
      } else {
        kept.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
