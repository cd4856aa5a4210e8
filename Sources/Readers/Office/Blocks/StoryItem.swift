import DocumentModel

/// What a story holds, in order, before lists, quotations and the like are put together.
enum StoryItem {
  case block(Block)
  case paragraph(ParagraphItem)
}

/// A paragraph with what its style and its properties say of it.
struct ParagraphItem {
  var inlines: [Inline]
  /// The characters as they stand, for code.
  var text = ""
  var info: NodeInfo
  var level: Int?
  var role: StyleRole?
  var mark: ItemMark?
  /// Which list it counts in, and at which level.
  var listKey = 0
  var listLevel = 0
  /// The level of the list whose item it goes on in, where the source says so.
  var continuedLevel: Int?
  /// How far it is set in, in twentieths of a point.
  var indent = 0
  var alignment: Alignment?
  /// The name of its style, in lower case.
  var style = ""
  /// Whether it is a line of a table of contents.
  var isContents = false
  /// What a caption counts: `Figure`, `Table`.
  var sequence: String?
  /// Whether all of it is bold, or its style is for heads of tables.
  var isBold = false
}
