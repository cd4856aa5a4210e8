import BrailleLayout
import BrailleMathematics
import BrailleTranslation
import Diagnostics
import DocumentModel

/// Calculations set out in space: each by itself, or those of a list side by side.
extension Composer {
  /// A calculation in cells.
  private struct SetCalculation {
    /// The number of the exercise, which stands on the line above.
    var label: [UInt8] = []
    /// What it is in print.
    var mark = ""
    var lines: [[UInt8]]
    var print: [String]
    var range: SourceRange?

    /// Where the lines begin: one blank past the number.
    var indent: Int { label.isEmpty ? 0 : label.count + 1 }
    var width: Int { indent + (lines.map(\.count).max() ?? 0) }
  }

  /// Displayed mathematics that is a calculation set out in space; false when it is not, or is not
  /// understood or has no room, and nothing was added.
  mutating func composeCalculation(_ node: MathematicsBlock) throws(ConversionFailure) -> Bool {
    guard let calculation = try calculation(node) else { return false }
    let first = profile.mathematics.first
    guard context.margin + first - 1 + calculation.width <= cells else { return false }
    try add([[calculation]], first: first)
    return true
  }

  /// A list of nothing but calculations: as many stand side by side as the line holds, three blanks
  /// between them, each below the number of its item; false when the list is none.
  mutating func composeCalculations(
    _ list: List, marker: (ListItem) -> String, first: Int
  ) throws(ConversionFailure) -> Bool {
    var found: [SetCalculation] = []
    for item in list.items {
      guard item.blocks.count == 1, case .mathematics(let node) = item.blocks[0],
        var calculation = try calculation(node)
      else { return false }
      let mark = marker(item)
      if !mark.isEmpty {
        calculation.mark = mark.filter { $0 != " " }
        calculation.label = try context.translator.translate([TextRun(mark)]).text.cells
        while calculation.label.last == 0 { calculation.label.removeLast() }
      }
      found.append(calculation)
    }
    let room = cells - context.margin - (first - 1)
    guard !found.isEmpty, found.allSatisfy({ $0.width <= room }) else { return false }
    var bands: [[SetCalculation]] = []
    var used = 0
    for calculation in found {
      if !bands.isEmpty, used + Self.gap + calculation.width <= room {
        bands[bands.count - 1].append(calculation)
        used += Self.gap + calculation.width
      } else {
        bands.append([calculation])
        used = calculation.width
      }
    }
    try add(bands, first: first)
    return true
  }

  /// The blanks between calculations side by side.
  private static let gap = 3

  private func calculation(_ node: MathematicsBlock) throws(ConversionFailure) -> SetCalculation? {
    guard translator.code.system == "ueb", let mathML = node.mathematics.mathML else { return nil }
    let calculation: SpatialCalculation
    do throws(MathFault) {
      guard let read = try SpatialCalculation.read(mathML) else { return nil }
      calculation = read
    } catch {
      // What is not understood is reported where the formula is written as its source.
      return nil
    }
    let lines = try calculation.lines(with: MathBrailleWriter(translator: translator))
    return SetCalculation(lines: lines, print: calculation.print, range: node.info.range)
  }

  /// Adds rows of calculations, a blank line between the rows; no page turn parts one.
  private mutating func add(_ bands: [[SetCalculation]], first: Int) throws(ConversionFailure) {
    for (number, band) in bands.enumerated() {
      let height = band.map(\.lines.count).max() ?? 0
      let hasLabels = band.contains { !$0.label.isEmpty }
      for line in (hasLabels ? -1 : 0)..<height {
        var cells: [UInt8] = []
        var start = 0
        var print: [String] = []
        for calculation in band {
          let part: [UInt8]
          if line < 0 {
            part = calculation.label
            print.append(calculation.mark)
          } else if line < calculation.lines.count {
            part = Array(repeating: 0, count: calculation.indent) + calculation.lines[line]
            print.append(calculation.print[line])
          } else {
            part = []
          }
          cells += Array(repeating: 0, count: start - cells.count) + part
          start += calculation.width + Self.gap
        }
        while cells.last == 0 { cells.removeLast() }
        let indent = cells.prefix { $0 == 0 }.count
        var text = BrailleText()
        text.cells = Array(cells.dropFirst(indent))
        text.origins = Array(repeating: 0, count: text.cells.count)
        text.breaks = Array(repeating: .never, count: text.cells.count)
        var builder = RunBuilder()
        builder.append(
          text, print: print.joined(separator: "   "), range: band.first?.range)
        let place = CellPositions(first + indent, first + indent)
        let isFirst = line == (hasLabels ? -1 : 0)
        try add(
          builder, shape: place.shape(margin: context.margin),
          spacing: BlockSpacing(before: isFirst && number > 0 ? 1 : 0),
          keep: line + 1 < height ? .togetherWithNext : .together)
      }
    }
  }
}
