/// A table.
public struct Table: Hashable, Sendable {
  /// The caption; empty when there is none.
  public var caption: [Block]
  /// A description of how the table is laid out, for those who cannot see it (HTML 4 `summary`,
  /// Word's alternative text for tables).
  public var summary: String?
  /// One for each column.
  public var columns: [TableColumn]
  /// The rows that hold the column headings; empty when there are none.
  public var head: [TableRow]
  /// The rows of data, in groups; most tables have one group.
  public var bodies: [TableBody]
  /// The closing rows, such as totals.
  public var foot: [TableRow]
  /// The form braille is to have; nil to leave it to the profile.
  public var form: TableForm?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a table.
  public init(
    caption: [Block] = [], summary: String? = nil, columns: [TableColumn], head: [TableRow] = [],
    bodies: [TableBody], foot: [TableRow] = [], form: TableForm? = nil, info: NodeInfo = NodeInfo()
  ) {
    self.caption = caption
    self.summary = summary
    self.columns = columns
    self.head = head
    self.bodies = bodies
    self.foot = foot
    self.form = form
    self.info = info
  }
}

/// The forms in which braille may have a table, as a source names them.
public enum TableForm: String, CaseIterable, Codable, Hashable, Sendable {
  /// Entries side by side, as in print.
  case columns
  /// The same with rows and columns changed over.
  case transposed
  /// Each entry on lines of its own, two cells right of the one before.
  case stairstep
  /// A paragraph for each row, a colon after the first entry and semicolons between the others.
  case linear
  /// A paragraph for each row, semicolons between its entries.
  case paragraph
  /// Each entry on lines of its own after its column's heading.
  case listed
}

/// What a column says of all its cells.
public struct TableColumn: Hashable, Sendable {
  /// How print sets its cells; nil when the source does not say.
  public var alignment: Alignment?

  /// Makes a column.
  public init(alignment: Alignment? = nil) { self.alignment = alignment }
}

/// A group of rows.
public struct TableBody: Hashable, Sendable {
  /// The rows, in order.
  public var rows: [TableRow]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a group of rows.
  public init(_ rows: [TableRow], info: NodeInfo = NodeInfo()) {
    self.rows = rows
    self.info = info
  }
}

/// A row: the cells that begin in it. A cell that reaches down from a row above is not repeated.
public struct TableRow: Hashable, Sendable {
  /// The cells that begin in it, in order.
  public var cells: [TableCell]
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a row.
  public init(_ cells: [TableCell], info: NodeInfo = NodeInfo()) {
    self.cells = cells
    self.info = info
  }
}

/// A cell.
public struct TableCell: Hashable, Sendable {
  /// What stands in it.
  public var blocks: [Block]
  /// What the cell is a heading for; nil for a cell of data.
  public var heading: HeadingScope?
  /// How many columns it covers, from 1.
  public var columnSpan: Int
  /// How many rows it covers, from 1.
  public var rowSpan: Int
  /// How print sets it; nil when the source does not say.
  public var alignment: Alignment?
  /// What any node carries: range, identifier, language, direction, audience.
  public var info: NodeInfo

  /// Makes a cell; spans below 1 become 1.
  public init(
    _ blocks: [Block], heading: HeadingScope? = nil, columnSpan: Int = 1, rowSpan: Int = 1,
    alignment: Alignment? = nil, info: NodeInfo = NodeInfo()
  ) {
    self.blocks = blocks
    self.heading = heading
    self.columnSpan = max(1, columnSpan)
    self.rowSpan = max(1, rowSpan)
    self.alignment = alignment
    self.info = info
  }
}

/// What a heading cell is a heading for.
public enum HeadingScope: String, Sendable {
  /// Its row, or the rest of it.
  case row
  /// Its column, or the rest of it.
  case column
  /// The rows of its group.
  case rowGroup = "row-group"
  /// The columns it spans.
  case columnGroup = "column-group"
}
