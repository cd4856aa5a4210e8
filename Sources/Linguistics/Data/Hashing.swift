/// FNV-1a in 64 bits, which the scripts that make the tables compute in the same way.
struct Hash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = Hash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }

  /// Joins numbers to one: for features made of several parts.
  @inline(__always)
  static func mix(_ value: UInt64, _ part: UInt64) -> UInt64 {
    let product = (value ^ part) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }
}
