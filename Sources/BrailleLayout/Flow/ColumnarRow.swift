/// A row of a table set in columns. Every row knows its table's columns and headings, so that layout
/// can repeat the headings where a page turns, and a row can be placed by itself.
public struct ColumnarRow: Hashable, Sendable {
  /// What all rows of the table share.
  public var table: ColumnarTable
  /// What stands in the row, from the left.
  public var entries: [ColumnarEntry]
  /// Whether the headings stand above the row wherever it is.
  public var position: Position
  public var spacing: BlockSpacing
  public var keep: KeepRule

  /// Makes a row.
  public init(
    _ entries: [ColumnarEntry], of table: ColumnarTable, position: Position = .later,
    spacing: BlockSpacing = BlockSpacing(), keep: KeepRule = .together
  ) {
    self.table = table
    self.entries = entries
    self.position = position
    self.spacing = spacing
    self.keep = keep
  }

  /// Where in its table a row stands.
  public enum Position: Hashable, Sendable {
    /// First: the headings stand above it.
    case first
    /// Later: the headings stand above it where it begins a page.
    case later
  }
}

/// What the rows of a table in columns share.
public struct ColumnarTable: Hashable, Sendable {
  /// The columns, from the left; they do not overlap.
  public var columns: [ColumnarColumn]
  /// The rows of headings, outermost first.
  public var headings: [[ColumnarEntry]]
  public var style: ColumnsStyle

  /// Makes what rows share.
  public init(columns: [ColumnarColumn], headings: [[ColumnarEntry]], style: ColumnsStyle) {
    self.columns = columns
    self.headings = headings
    self.style = style
  }
}

/// A column of a table, in cells.
public struct ColumnarColumn: Hashable, Sendable {
  /// How many cells stand left of it.
  public var start: Int
  /// How many cells it has.
  public var width: Int
  public var alignment: Alignment

  /// Makes a column.
  public init(start: Int, width: Int, alignment: Alignment = .left) {
    self.start = start
    self.width = width
    self.alignment = alignment
  }

  /// Where entries of one line stand in their column.
  public enum Alignment: Hashable, Sendable {
    case left
    case right
  }
}

/// What stands in one column of a row, or in several columns side by side.
public struct ColumnarEntry: Hashable, Sendable {
  /// The first column, from 0.
  public var column: Int
  /// How many columns it covers.
  public var columnSpan: Int
  public var content: Content

  /// Makes an entry.
  public init(column: Int, columnSpan: Int = 1, _ content: Content) {
    self.column = column
    self.columnSpan = columnSpan
    self.content = content
  }

  /// The entry where its row begins a page: what reaches down from the page before is said again, as
  /// headings are, without the notes and pages of print it would repeat.
  var atPageTop: ColumnarEntry {
    guard case .continued(var block?) = content else { return self }
    block.marks.removeAll {
      switch $0.kind {
      case .lineEnd: false
      case .printPage, .printLine, .note: true
      }
    }
    block.anchors = []
    return ColumnarEntry(column: column, columnSpan: columnSpan, .text(block))
  }

  /// What an entry holds.
  public enum Content: Hashable, Sendable {
    /// Text. Its shape, spacing and keep rule count for nothing here.
    case text(TextBlock)
    /// Nothing, in print either: shown by guide dots.
    case blank
    /// The entry of a row above, which reaches down: left blank (BANA Formats 11.5.3), but for the row
    /// that begins a page, where its text stands again; nil for none.
    case continued(TextBlock?)
  }
}
