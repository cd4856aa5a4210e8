public import Diagnostics

/// A calculation whose numbers stand below each other, to be worked on the page: MathML's `mstack`
/// (MathML 3, 3.6), set out as the Guidelines for Technical Material have it (GTM 4.1).
///
/// Numbers are aligned at the decimal point and their numeric indicators in a column of their own; the sign
/// of operation stands left of it, and lines are as long as the numbers with their indicators. Carries,
/// groups of rows and long division are not read.
public struct SpatialCalculation: Hashable, Sendable {
  /// What stands on a line.
  public enum Row: Hashable, Sendable {
    /// A number, after a sign of operation or none.
    case number(sign: String?, String)
    /// A line across.
    case line
  }

  /// The lines from the top.
  public var rows: [Row]

  /// Makes a calculation.
  public init(rows: [Row]) { self.rows = rows }

  /// Reads a serialised `math` element that holds one `mstack` and nothing else; nil for any other.
  ///
  /// - Throws: ``MathFault`` when it is not well-formed, or the stack holds what is not read.
  public static func read(_ markup: String) throws(MathFault) -> SpatialCalculation? {
    guard markup.contains("mstack") else { return nil }
    var element = try MathMLTree.read(markup)
    while ["", "math", "mrow", "mstyle", "semantics"].contains(element.name) {
      guard element.elements.count == 1 || element.name == "semantics", let inner = element.elements.first
      else { return nil }
      element = inner
    }
    guard element.name == "mstack" else { return nil }
    var rows: [Row] = []
    for child in element.elements { rows.append(try row(child)) }
    let numbers = rows.filter { if case .number = $0 { true } else { false } }
    guard !numbers.isEmpty else { throw .malformed("mstack has no numbers") }
    return SpatialCalculation(rows: rows)
  }

  private static func row(_ element: MathMLTree.Element) throws(MathFault) -> Row {
    switch element.name {
    case "msline": return .line
    case "mn": return .number(sign: nil, try number(element))
    case "msrow", "mrow":
      let parts = element.elements.filter { $0.name != "none" }
      if parts.count == 1 { return try row(parts[0]) }
      guard parts.count == 2, parts[0].name == "mo", parts[1].name == "mn" else {
        throw .malformed("\(element.name) in mstack holds more than a sign and a number")
      }
      return .number(sign: parts[0].text, try number(parts[1]))
    default: throw .unknownElement("\(element.name) in mstack")
    }
  }

  /// The figures of a number, with its decimal sign and the signs between its groups.
  private static func number(_ element: MathMLTree.Element) throws(MathFault) -> String {
    let text = element.text
    let isFigures = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard isFigures, text.first?.isNumber == true, text.filter({ $0 == "." }).count < 2 else {
      throw .malformed("'\(text)' in mstack is no number in figures")
    }
    return text
  }
}

extension SpatialCalculation {
  /// What is written on each line, in print.
  public var print: [String] {
    rows.map { row in
      switch row {
      case .line: "―"
      case .number(let sign, let number): [sign, number].compactMap(\.self).joined(separator: " ")
      }
    }
  }

  /// The calculation in cells, line by line; blanks stand where they keep figures in their columns.
  ///
  /// - Throws: when liblouis fails.
  public func lines(with writer: MathBrailleWriter) throws(ConversionFailure) -> [[UInt8]] {
    var signs: [[UInt8]] = []
    var figures: [[UInt8]] = []
    var before = 0
    var after = 0
    for row in rows {
      guard case .number(let sign, let number) = row else {
        signs.append([])
        figures.append([])
        continue
      }
      let one = try writer.braille(.number("1", .regular)).text.cells
      let written = try writer.braille(.number(number, .regular)).text.cells
      figures.append(Array(written.dropFirst()))
      before = max(before, Self.wholePart(of: number))
      after = max(after, number.count - Self.wholePart(of: number))
      guard let sign else {
        signs.append([])
        continue
      }
      let sum = MathExpression.row([.number("1", .regular), .sign(sign), .number("1", .regular)])
      let cells = try writer.braille(sum).text.cells
      signs.append(Array(cells.dropFirst(one.count).dropLast(one.count)).filter { $0 != 0 })
    }
    let signWidth = signs.map(\.count).max() ?? 0
    let width = 1 + before + after
    return zip(rows, zip(signs, figures)).map { row, parts in
      let indent = [UInt8](repeating: 0, count: signWidth - parts.0.count)
      switch row {
      case .line:
        return indent + [Self.dot5] + Array(repeating: Self.lineCell, count: max(1, width - 1))
      case .number(_, let number):
        let blanks = [UInt8](repeating: 0, count: max(0, before - Self.wholePart(of: number)))
        return indent + parts.0 + [Self.numericIndicator] + blanks + parts.1
      }
    }
  }

  /// How many signs stand before the decimal point.
  private static func wholePart(of number: String) -> Int { number.prefix { $0 != "." }.count }

  private static let dot5: UInt8 = 0x10
  /// Dots 2 and 5, of horizontal line mode (RUEB 16.2).
  private static let lineCell: UInt8 = 0x12
  private static let numericIndicator: UInt8 = 0x3C
}
