/// Cells written as dot numbers, as the rule books write them.
package enum Dots {
  /// Reads `4-346-1` as three cells; nil when it is not dot numbers joined by hyphens.
  package static func cells(_ text: some StringProtocol) -> [UInt8]? {
    var cells: [UInt8] = []
    for part in text.split(separator: "-", omittingEmptySubsequences: false) {
      guard !part.isEmpty else { return nil }
      var cell: UInt8 = 0
      for byte in part.utf8 {
        switch byte {
        case 0x30: break  // dot number 0: a blank cell
        case 0x31...0x38: cell |= 1 << (byte - 0x31)
        default: return nil
        }
      }
      cells.append(cell)
    }
    return cells
  }

  /// Writes a cell as dot numbers.
  static func numbers(_ cell: UInt8) -> String {
    let dots = (0..<8).filter { cell & (1 << $0) != 0 }.map { String($0 + 1) }
    return dots.isEmpty ? "0" : dots.joined()
  }
}
