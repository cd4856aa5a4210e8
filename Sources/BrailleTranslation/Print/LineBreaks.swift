/// Where a line may end after a cell that is not a blank.
struct LineBreaks {
  private let characters: [UInt32]
  private let addresses: [Range<Int>]

  init(_ characters: [UInt32], addresses: [Range<Int>]) {
    self.characters = characters
    self.addresses = addresses
  }

  /// Whether a line may end after the character at `index`: after a hyphen, a stroke, and on the far
  /// side of a dash (RUEB 10.13.6), as long as something stands before it and after it; in an
  /// address also after full stops, underscores and the signs between its parts. Two hyphens are a
  /// typewriter's dash or begin an option of a command, and stay with what is on both sides.
  func allowsBreak(after index: Int) -> Bool {
    let character = characters[index]
    switch character {
    case 0x2F, 0x2010, 0x2012...0x2015: break
    case 0x2D: guard hyphens(around: index) != 2 else { return false }
    case 0x26, 0x2E, 0x3D, 0x3F, 0x5C, 0x5F:
      guard isInAddress(index) else { return false }
    default: return false
    }
    // Not between the strokes of http://.
    return index > 0 && index + 1 < characters.count && characters[index + 1] != 0x2F
      && !ScalarKinds.isBlank(characters[index - 1]) && !ScalarKinds.isBlank(characters[index + 1])
  }

  /// How many hyphens stand together at `index`; three for more.
  private func hyphens(around index: Int) -> Int {
    let before = characters[..<index].reversed().prefix(2).prefix { $0 == 0x2D }.count
    let after = characters[(index + 1)...].prefix(2).prefix { $0 == 0x2D }.count
    return min(3, before + 1 + after)
  }

  private func isInAddress(_ index: Int) -> Bool {
    var low = 0
    var high = addresses.count
    while low < high {
      let middle = (low + high) / 2
      if addresses[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < addresses.count && addresses[low].contains(index)
  }

  /// Whether a character is one `allowsBreak` may say yes to; false for nearly all.
  static func mayBreak(after character: UInt32) -> Bool {
    switch character {
    case 0x26, 0x2D, 0x2E, 0x2F, 0x3D, 0x3F, 0x5C, 0x5F, 0x2010, 0x2012...0x2015: true
    default: false
    }
  }
}
