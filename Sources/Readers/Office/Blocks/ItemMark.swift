import DocumentModel

/// The number of an item of a list, and what print shows before it.
struct ItemMark {
  var number: Int
  /// The mark in full: `1.2.3`, `(a)`, `•`.
  var text: String
  /// The model's kind for a mark it can make itself; nil for any other, such as `1.2.3`.
  var kind: ListKind?
  /// Whether it is a bullet, which counts nothing.
  var isBullet = false
  /// How far the item's text is set in, in twentieths of a point.
  var indent: Int?

  /// The kind of a mark of one number with this before and after it; nil when the model has none.
  static func kind(_ number: Int, _ format: String, before: String, after: String) -> ListKind? {
    guard let style = NumberFormat.style(format), number >= 0 else { return nil }
    let delimiter: NumberDelimiter
    switch (before, after) {
    case ("", "."): delimiter = .period
    case ("", ")"): delimiter = .parenthesis
    case ("(", ")"): delimiter = .parentheses
    case ("", ""): delimiter = .none
    default: return nil
    }
    return .numbered(start: number, style: style, delimiter: delimiter)
  }
}
