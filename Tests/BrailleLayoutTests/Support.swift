import BrailleTranslation

@testable import BrailleLayout

/// Braille text in which each character of `text` is one cell that stands for itself: letters are
/// cells of their own, spaces are blanks, `~` is a blank print keeps together, and a line may end
/// after a hyphen, and after `_` where nothing better is left.
func braille(_ text: String) -> BrailleText {
  var result = BrailleText()
  for (offset, scalar) in text.unicodeScalars.enumerated() {
    result.cells.append(scalar == " " || scalar == "~" ? 0 : UInt8(scalar.value))
    result.origins.append(Int32(offset))
    switch scalar {
    case " ": result.breaks.append(.blank)
    case "~": result.breaks.append(.reluctantBlank)
    case "-": result.breaks.append(.after)
    case "_": result.breaks.append(.reluctantAfter)
    default: result.breaks.append(.never)
    }
  }
  return result
}

/// Cells made by `braille(_:)`, as text; numbers written by `plainFurniture` too.
func text(_ cells: [UInt8]) -> String {
  String(String.UnicodeScalarView(cells.map { $0 == 0 ? " " : Unicode.Scalar($0) }))
}

/// Every line of every page, as text.
func lines(_ pages: BraillePages) -> [[String]] {
  pages.pages.map { page in page.rows.map { text($0.line(width: pages.width)) } }
}

/// Furniture whose page numbers are ASCII digits.
func plainFurniture(_ style: PageFurnitureStyle, head: String = "") -> PageFurniture {
  PageFurniture(style: style, runningHead: braille(head).cells) { Array("\($0)".utf8) }
}

/// A block of text.
func item(
  _ text: String, _ shape: BlockShape = BlockShape(), spacing: BlockSpacing = BlockSpacing(),
  role: BlockRole = .text, keep: KeepRule = .none, marks: [TextMark] = []
) -> FlowItem {
  .text(TextBlock(braille(text), shape: shape, spacing: spacing, role: role, keep: keep, marks: marks))
}

/// The beginning of a print page.
func printPage(_ number: String) -> PrintPage {
  PrintPage(number: number, cells: Array(number.utf8))
}
