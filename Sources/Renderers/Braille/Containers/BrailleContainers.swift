import BrailleLayout

/// Pages as BRF: North American ASCII braille; unless asked otherwise every page its full number of
/// lines and a form feed after the last.
struct BRFWriter {
  private let writer: PagedTextWriter

  init(_ options: TextFileOptions, formFeeds: TextFileOptions.FormFeeds) {
    writer = .brf(options, formFeeds: formFeeds)
  }

  init(lineEnding: TextFileOptions.LineEnding) {
    self.init(TextFileOptions(lineEnding: lineEnding), formFeeds: .after)
  }

  func bytes(_ document: BraillePages) -> [UInt8] { writer.bytes(document) }

  /// The character of each six-dot cell, in the order of the dot patterns.
  static let alphabet = Array(#" A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\0Z7(_?W]#Y)="#.utf8)
}

/// Pages as text in Unicode braille patterns, with the page structure of BRF.
struct UnicodeBrailleWriter {
  private let writer: PagedTextWriter

  init(_ options: TextFileOptions, formFeeds: TextFileOptions.FormFeeds) {
    writer = .unicode(options, formFeeds: formFeeds)
  }

  init(lineEnding: TextFileOptions.LineEnding) {
    self.init(TextFileOptions(lineEnding: lineEnding), formFeeds: .after)
  }

  func bytes(_ document: BraillePages) -> [UInt8] { writer.bytes(document) }

  /// The UTF-8 bytes of U+2800 plus the dot pattern.
  static func utf8(_ cell: UInt8) -> [UInt8] { [0xE2, 0xA0 | cell >> 6, 0x80 | cell & 0x3F] }
}
