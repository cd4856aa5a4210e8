import BrailleLayout

/// Pages as BRF: North American ASCII braille, every page its full number of lines, a form feed after
/// the last.
struct BRFWriter {
  let lineEnding: [UInt8]

  func bytes(_ document: BraillePages) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.pages.count * document.height * (document.width / 2 + 2))
    for page in document.pages {
      for row in page.rows {
        for cell in row.line(width: document.width) { bytes.append(Self.alphabet[Int(cell & 0x3F)]) }
        bytes.append(contentsOf: lineEnding)
      }
      for _ in page.rows.count..<max(page.rows.count, document.height) {
        bytes.append(contentsOf: lineEnding)
      }
      bytes.append(0x0C)
    }
    return bytes
  }

  /// The character of each six-dot cell, in the order of the dot patterns.
  static let alphabet = Array(#" A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\0Z7(_?W]#Y)="#.utf8)
}

/// Pages as text in Unicode braille patterns, with the page structure of BRF.
struct UnicodeBrailleWriter {
  let lineEnding: [UInt8]

  func bytes(_ document: BraillePages) -> [UInt8] {
    var bytes: [UInt8] = []
    for page in document.pages {
      for row in page.rows {
        for cell in row.line(width: document.width) { bytes.append(contentsOf: Self.utf8(cell)) }
        bytes.append(contentsOf: lineEnding)
      }
      for _ in page.rows.count..<max(page.rows.count, document.height) {
        bytes.append(contentsOf: lineEnding)
      }
      bytes.append(0x0C)
    }
    return bytes
  }

  /// The UTF-8 bytes of U+2800 plus the dot pattern.
  static func utf8(_ cell: UInt8) -> [UInt8] { [0xE2, 0xA0 | cell >> 6, 0x80 | cell & 0x3F] }
}
