import BrailleLayout

/// Pages as text: a line for each row and form feeds at page turns.
struct PagedTextWriter {
  /// The bytes of each cell, in the order of the dot patterns.
  let alphabet: [[UInt8]]
  let options: TextFileOptions
  let formFeeds: TextFileOptions.FormFeeds

  /// BRF: North American ASCII braille, of six dots.
  static func brf(_ options: TextFileOptions, formFeeds: TextFileOptions.FormFeeds) -> PagedTextWriter {
    let ascii = BRFWriter.alphabet.map { byte -> [UInt8] in
      // The underline has no other character: DEL would be none that is printed.
      let hasLower = options.letterCase == .lower && (0x40...0x5E).contains(byte)
      return [hasLower ? byte + 0x20 : byte]
    }
    return PagedTextWriter(alphabet: ascii, options: options, formFeeds: formFeeds)
  }

  /// Unicode braille patterns.
  static func unicode(_ options: TextFileOptions, formFeeds: TextFileOptions.FormFeeds) -> PagedTextWriter {
    var alphabet = (0...255).map { UnicodeBrailleWriter.utf8(UInt8($0)) }
    if options.blank == .space { alphabet[0] = [0x20] }
    return PagedTextWriter(alphabet: alphabet, options: options, formFeeds: formFeeds)
  }

  func bytes(_ document: BraillePages) -> [UInt8] {
    let pages = document.pages
    let lineEnding: [UInt8] = options.lineEnding == .crlf ? [0x0D, 0x0A] : [0x0A]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pages.reduce(0) { $0 + $1.rows.count } * (document.width / 2 + 2))
    for (index, page) in pages.enumerated() {
      for row in lines(of: page, in: document) {
        let cells = row?.line(width: document.width) ?? []
        for cell in cells { bytes += alphabet[Int(cell) & (alphabet.count - 1)] }
        if options.padding == .cells {
          for _ in cells.count..<max(cells.count, document.width) { bytes += alphabet[0] }
        }
        bytes += lineEnding
      }
      switch formFeeds {
      case .after: bytes.append(0x0C)
      case .between: if index + 1 < pages.count { bytes.append(0x0C) }
      case .none: break
      }
    }
    return bytes
  }

  /// The rows of a page, nil for blank lines added to fill it.
  private func lines(of page: Page, in document: BraillePages) -> [Row?] {
    switch options.padding {
    case .none:
      let last = page.rows.lastIndex { !$0.line(width: document.width).isEmpty }
      return Array(page.rows[..<(last.map { $0 + 1 } ?? 0)])
    case .lines, .cells:
      return page.rows + Array(repeating: nil, count: max(0, document.height - page.rows.count))
    }
  }
}
