import Foundation
import TestSupport

@testable import Renderers

/// A BRF or a file of Unicode braille: pages of lines of cells, without blanks at the ends of lines or
/// blank lines at the ends of pages.
struct BrailleFile: Hashable {
  var pages: [[[UInt8]]]

  init(pages: [[[UInt8]]]) {
    self.pages = pages.map { page in
      var lines = page.map(Self.trimmed)
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
  }

  /// Reads BRF in either case of letters, or Unicode braille.
  init(_ text: String) {
    var pages = text.replacing("\r\n", with: "\n").split(
      separator: "\u{0C}", omittingEmptySubsequences: false
    ).map { page in
      page.split(separator: "\n", omittingEmptySubsequences: false).map(Self.cells)
    }
    // What follows the last form feed is no page, and nor is a lone line end there.
    if pages.count > 1, pages.last?.allSatisfy(\.isEmpty) == true { pages.removeLast() }
    // Some files begin with a form feed.
    if pages.count > 1, pages.first?.allSatisfy(\.isEmpty) == true { pages.removeFirst() }
    self.init(pages: pages)
  }

  static func cells(_ line: Substring) -> [UInt8] {
    line.unicodeScalars.filter { $0 != "\r" }.map { scalar in
      if (0x2800...0x28FF).contains(scalar.value) { return UInt8(scalar.value - 0x2800) }
      var character = UInt8(truncatingIfNeeded: scalar.value)
      if (0x60...0x7E).contains(character) { character -= 0x20 }
      return UInt8(BRFWriter.alphabet.firstIndex(of: character) ?? 0)
    }
  }

  static func brf(_ cells: [UInt8]) -> String {
    String(decoding: cells.map { BRFWriter.alphabet[Int($0 & 0x3F)] }, as: UTF8.self)
  }

  static func unicode(_ cells: some Sequence<UInt8>) -> String {
    String(String.UnicodeScalarView(cells.compactMap { Unicode.Scalar(0x2800 + UInt32($0)) }))
  }

  static func trimmed(_ line: [UInt8]) -> [UInt8] {
    var line = line
    while line.last == 0 { line.removeLast() }
    return line
  }

  /// The lines where two files differ, in words, with both lines.
  func differences(from other: BrailleFile) -> [String] {
    var found: [String] = []
    for page in 0..<max(pages.count, other.pages.count) {
      let ours = page < pages.count ? pages[page] : []
      let theirs = page < other.pages.count ? other.pages[page] : []
      for line in 0..<max(ours.count, theirs.count) {
        let our = line < ours.count ? ours[line] : []
        let their = line < theirs.count ? theirs[line] : []
        if our != their {
          found.append("\(page + 1).\(line + 1) ours |\(Self.brf(our))| theirs |\(Self.brf(their))|")
        }
      }
    }
    if pages.count != other.pages.count { found.append("pages \(pages.count), not \(other.pages.count)") }
    return found
  }
}
