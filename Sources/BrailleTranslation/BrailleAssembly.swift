internal import Diagnostics

/// Makes braille text of what liblouis gave: stand-ins replaced, signs put in, each cell with its
/// origin in the source and the rule for a line's end.
struct BrailleAssembly {
  let print: PreparedPrint
  let source: PrintSource

  func assemble(_ raw: RawBraille) throws(ConversionFailure) -> BrailleText {
    let raw = print.patches.isEmpty ? raw : try patched(raw)
    let extra = print.insertions.reduce(0) { $0 + $1.cells.count }
    var text = BrailleText()
    text.cells.reserveCapacity(raw.cells.count + extra)
    text.origins.reserveCapacity(raw.cells.count + extra)
    text.breaks.reserveCapacity(raw.cells.count + extra)
    let addresses =
      source.features.isDisjoint(with: [.address, .special]) ? [] : Addresses.find(in: print.characters)
    let lineBreaks = LineBreaks(print.characters, addresses: addresses)
    let leads = source.features.contains(.digit) ? leadsToDigit(raw) : []
    var origin: Int32 = 0
    var insertion = 0
    var inlay = 0
    for (position, cell) in raw.cells.enumerated() {
      let index = characterIndex(at: position, in: raw)
      while insertion < print.insertions.count, print.insertions[insertion].index <= index {
        append(print.insertions[insertion], to: &text, after: &origin)
        insertion += 1
      }
      if inlay < print.inlays.count, print.inlays[inlay].index == Int(raw.origins[position]),
        cell == PreparedPrint.inlayCell
      {
        append(print.inlays[inlay], to: &text, after: &origin)
        inlay += 1
        continue
      }
      origin = max(origin, print.origins[index])
      text.cells.append(cell)
      text.origins.append(origin)
      text.breaks.append(rule(for: cell, at: position, index: index, raw: raw, leads, lineBreaks))
    }
    while insertion < print.insertions.count {
      append(print.insertions[insertion], to: &text, after: &origin)
      insertion += 1
    }
    return text
  }

  /// The print character a cell came from. liblouis counts an indicator before a digit or a letter
  /// to the character before; it belongs to what it says something of, so that no line ends between.
  private func characterIndex(at position: Int, in raw: RawBraille) -> Int {
    let index = Int(raw.origins[position])
    guard Self.leadingIndicators.contains(raw.cells[position]), position + 1 < raw.cells.count,
      raw.cells[position + 1] != Self.terminator, raw.cells[position + 1] != 0
    else { return index }
    return max(index, Int(raw.origins[position + 1]))
  }

  /// Dot 6, dots 56 and dots 3456: capital, grade 1 and numeric indicators.
  private static let leadingIndicators: [UInt8] = [0x20, 0x30, 0x3C]
  /// Dot 3, which with dot 6 or dots 56 before it ends a passage or a word of them.
  private static let terminator: UInt8 = 0x04

  private func append(_ inlay: PreparedPrint.Inlay, to text: inout BrailleText, after origin: inout Int32) {
    let braille = print.cells(of: inlay)
    for index in braille.cells.indices {
      origin = max(origin, Int32(truncatingIfNeeded: inlay.origin) + braille.origins[index])
      text.cells.append(braille.cells[index])
      text.origins.append(origin)
      text.breaks.append(braille.breaks[index])
    }
  }

  private func append(
    _ insertion: PreparedPrint.Insertion, to text: inout BrailleText, after origin: inout Int32
  ) {
    // A sign that ends something belongs to what it ends, one that begins something to what follows.
    if !insertion.ends, insertion.index < print.origins.count {
      origin = max(origin, print.origins[insertion.index])
    }
    for cell in insertion.cells {
      text.cells.append(cell)
      text.origins.append(origin)
      text.breaks.append(cell == 0 ? .blank : .never)
    }
  }

  private func rule(
    for cell: UInt8, at position: Int, index: Int, raw: RawBraille, _ leads: [Bool],
    _ lineBreaks: LineBreaks
  ) -> LineBreakRule {
    guard cell != 0 else {
      return ScalarKinds.isNoBreakSpace(source.scalars[Int(print.origins[index])]) ? .reluctantBlank : .blank
    }
    let character = print.characters[index]
    if position + 1 < leads.count, leads[position + 1], cell != Self.numericIndicator {
      let next = print.characters[Int(raw.origins[position + 1])]
      // 1|,204 would begin a line with a comma.
      let isDigit = ScalarKinds.isDigit(character)
      if isDigit ? ScalarKinds.isDigit(next) : Self.isSignInNumber(character) { return .insideNumber }
    }
    guard LineBreaks.mayBreak(after: character) else { return .never }
    guard source.scalars[Int(print.origins[index])] != 0x2011 else { return .never }  // no-break hyphen
    let isLast = position + 1 == raw.cells.count || Int(raw.origins[position + 1]) != index
    return isLast && lineBreaks.allowsBreak(after: index) ? .after : .never
  }

  /// For each cell, whether numeric mode goes on from it to a digit that has no numeric indicator of
  /// its own (RUEB 6.2, 6.3): it is that digit, or a sign within a number on the way to one, of which
  /// there may be many (`12.......14`).
  private func leadsToDigit(_ raw: RawBraille) -> [Bool] {
    var leads = Array(repeating: false, count: raw.cells.count)
    for position in raw.cells.indices.reversed() where raw.cells[position] != Self.numericIndicator {
      switch print.characters[Int(raw.origins[position])] {
      case 0x30...0x39: leads[position] = true
      case let sign where Self.isSignInNumber(sign):
        leads[position] = position + 1 < leads.count && leads[position + 1]
      default: break
      }
    }
    return leads
  }

  private static let numericIndicator: UInt8 = 0x3C  // also the last of `leadingIndicators`

  private static func isSignInNumber(_ character: UInt32) -> Bool {
    character == 0x2C || character == 0x2E || character == 0x3A
  }

  /// Puts the wanted cells in the place of those of stand-ins.
  private func patched(_ raw: RawBraille) throws(ConversionFailure) -> RawBraille {
    var result = RawBraille(cells: [], origins: [])
    result.cells.reserveCapacity(raw.cells.count + 4 * print.patches.count)
    result.origins.reserveCapacity(raw.cells.count + 4 * print.patches.count)
    var position = 0
    for patch in print.patches {
      // The cells of the character: an indicator perhaps, then those of the stand-in.
      while position < raw.cells.count, Int(raw.origins[position]) < patch.index {
        copy(raw, position, &result); position += 1
      }
      while position < raw.cells.count, Int(raw.origins[position]) <= patch.index,
        !raw.cells[position...].starts(with: patch.find)
      { copy(raw, position, &result); position += 1 }
      guard position < raw.cells.count, Int(raw.origins[position]) <= patch.index else {
        throw ConversionFailure(.translationFailed("a stand-in did not come back"))
      }
      result.cells += patch.replace
      result.origins += Array(repeating: Int32(patch.index), count: patch.replace.count)
      position += patch.find.count
    }
    while position < raw.cells.count { copy(raw, position, &result); position += 1 }
    return result
  }

  private func copy(_ raw: RawBraille, _ position: Int, _ result: inout RawBraille) {
    result.cells.append(raw.cells[position])
    result.origins.append(raw.origins[position])
  }
}
