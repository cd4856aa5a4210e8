/// Undoes the compression of streams in a PDF: zlib (RFC 1950) around deflate (RFC 1951).
///
/// It is here because what is needed of a PDF just made is small, and no library that opens PDF is.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// The bytes, or nil where they are no such stream or hold more than `limit`.
  static func bytes(of zlib: ArraySlice<UInt8>, limit: Int = 1 << 28) -> [UInt8]? {
    guard zlib.count > 2, let first = zlib.first, first & 0x0F == 8 else { return nil }
    var inflate = Inflate(zlib.dropFirst(2), limit: limit)
    return inflate.run() ? inflate.output : nil
  }

  private init(_ input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    position = input.startIndex
    self.limit = limit
  }

  private mutating func run() -> Bool {
    while true {
      guard let isLast = take(1), let kind = take(2) else { return false }
      let isRead: Bool
      switch kind {
      case 0: isRead = stored()
      case 1: isRead = compressed(Self.fixedLiterals, Self.fixedDistances)
      case 2:
        guard let (literals, distances) = codes() else { return false }
        isRead = compressed(literals, distances)
      default: return false
      }
      guard isRead else { return false }
      if isLast == 1 { return true }
    }
  }

  // MARK: - Bits

  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard position < input.endIndex else { return nil }
      bits |= UInt32(input[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = Int(bits & ((1 << UInt32(count)) - 1))
    bits >>= UInt32(count)
    bitCount -= count
    return value
  }

  private mutating func symbol(_ code: Code) -> Int? {
    var value = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      guard let bit = take(1) else { return nil }
      value |= bit
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  // MARK: - Blocks

  private mutating func stored() -> Bool {
    bits = 0
    bitCount = 0
    guard position + 4 <= input.endIndex else { return false }
    let length = Int(input[position]) | Int(input[position + 1]) << 8
    position += 4
    guard position + length <= input.endIndex, output.count + length <= limit else { return false }
    output += input[position..<position + length]
    position += length
    return true
  }

  private mutating func compressed(_ literals: Code, _ distances: Code) -> Bool {
    while true {
      guard let symbol = symbol(literals) else { return false }
      switch symbol {
      case 0..<256: output.append(UInt8(symbol))
      case 256: return true
      case 257..<286:
        guard let extra = take(Self.lengthBits[symbol - 257]), let code = self.symbol(distances), code < 30,
          let more = take(Self.distanceBits[code])
        else { return false }
        let length = Self.lengths[symbol - 257] + extra
        let distance = Self.distances[code] + more
        guard distance <= output.count, output.count + length <= limit else { return false }
        for _ in 0..<length { output.append(output[output.count - distance]) }
      default: return false
      }
      guard output.count <= limit else { return false }
    }
  }

  /// The codes a block brings itself (RFC 1951, 3.2.7).
  private mutating func codes() -> (Code, Code)? {
    guard let literals = take(5), let distances = take(5), let count = take(4) else { return nil }
    var lengths = Array(repeating: 0, count: 19)
    for index in 0..<count + 4 {
      guard let length = take(3) else { return nil }
      lengths[Self.order[index]] = length
    }
    let code = Code(lengths)
    var all: [Int] = []
    let total = literals + 257 + distances + 1
    while all.count < total {
      guard let symbol = symbol(code) else { return nil }
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last, let more = take(2) else { return nil }
        all += Array(repeating: last, count: more + 3)
      case 17:
        guard let more = take(3) else { return nil }
        all += Array(repeating: 0, count: more + 3)
      default:
        guard let more = take(7) else { return nil }
        all += Array(repeating: 0, count: more + 11)
      }
    }
    guard all.count == total else { return nil }
    return (Code(Array(all[..<(literals + 257)])), Code(Array(all[(literals + 257)...])))
  }

  // MARK: - Tables

  /// A canonical Huffman code: how many symbols have each length, and the symbols in order.
  private struct Code: Sendable {
    var counts = Array(repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in 1...15 {
        for (symbol, own) in lengths.enumerated() where own == length {
          counts[length] += 1
          symbols.append(symbol)
        }
      }
    }
  }

  private static let fixedLiterals = Code(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Code(Array(repeating: 5, count: 30))
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097, 6145, 8193, 12289, 16385, 24577,
  ]
}
