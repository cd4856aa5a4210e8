public import BrailleLayout

/// What it takes to emboss pages: figures to plan and to ask for prices with.
public struct EmbossingEstimate: Hashable, Sendable {
  /// Braille pages, each one side of a sheet.
  public var pages: Int
  /// Whether both sides of a sheet are embossed.
  public var sides: Sides
  /// Sheets of paper. Double sided, each section of a volume begins a sheet.
  public var sheets: Int
  public var volumes: Int
  /// Cells the embosser passes: those of every line up to its last dot.
  public var cells: Int
  /// The speed the time is worked out at.
  public var cellsPerSecond: Int

  /// The speed of a desktop embosser in cells a second, where none is given.
  public static let usualSpeed = 100

  /// Makes an estimate for pages.
  ///
  /// - Parameter cellsPerSecond: the speed the embosser's maker states, in braille characters a
  ///   second; at least 1.
  public init(_ document: BraillePages, cellsPerSecond: Int = usualSpeed) {
    let sections = document.volumes.flatMap(\.sections)
    pages = sections.reduce(0) { $0 + $1.pages.count }
    sides = document.sides
    sheets =
      switch document.sides {
      case .single: pages
      case .double: sections.reduce(0) { $0 + ($1.pages.count + 1) / 2 }
      }
    volumes = document.volumes.count
    cells = 0
    for page in sections.lazy.flatMap(\.pages) {
      for row in page.rows {
        cells +=
          row.corner.isEmpty ? row.cells.count : max(document.width, row.cells.count + row.corner.count)
      }
    }
    self.cellsPerSecond = max(1, cellsPerSecond)
  }

  /// How long the embosser runs, in seconds, rounded up. Feeding of paper, pauses and a second copy
  /// are not in it.
  public var seconds: Int { (cells + cellsPerSecond - 1) / cellsPerSecond }

  /// The figures in words: `12 sheets, 1 volume, about 2 minutes at 100 cells a second`.
  public var summary: String {
    let minutes = max(1, (seconds + 30) / 60)
    let time = seconds < 30 ? "less than a minute" : "about \(Self.count(minutes, "minute"))"
    return """
      \(Self.count(sheets, sides == .double ? "double-sided sheet" : "sheet")), \
      \(Self.count(volumes, "volume")), \(time) at \(Self.count(cellsPerSecond, "cell")) a second
      """
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }
}
