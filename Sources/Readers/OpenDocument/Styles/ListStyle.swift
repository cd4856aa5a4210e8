import DocumentModel
import XMLTree

/// What the levels of a list look like (OASIS OpenDocument 1.3, part 3, 16.30 to 16.32).
struct ListStyle {
  struct Level {
    var format = "decimal"
    var isBullet = false
    var bullet = ""
    var before = ""
    var after = ""
    var start = 1
    /// How many levels' numbers stand in the mark.
    var shown = 1
    /// The mark with `%1%` for the number of the first level, as LibreOffice writes it.
    var pattern: String?
    /// Whether nothing is shown.
    var isEmpty: Bool { !isBullet && format == "none" }
  }

  /// By number, from 1.
  private(set) var levels: [Int: Level] = [:]

  init() {}

  /// Reads a `text:list-style` or `text:outline-style`.
  init(_ node: FlatXML.NodeID, in part: OpenDocumentPart) {
    let xml = part.xml
    for child in xml.children(node) {
      let name = xml.name(child)
      guard let number = part.count("text:level", of: child, in: 1...10) else { continue }
      var level = Level()
      level.before = xml.attribute("style:num-prefix", of: child) ?? ""
      level.after = xml.attribute("style:num-suffix", of: child) ?? ""
      switch name {
      case "text:list-level-style-bullet":
        level.isBullet = true
        level.bullet = xml.attribute("text:bullet-char", of: child) ?? "•"
      case "text:list-level-style-image":
        level.isBullet = true
        level.bullet = "•"
      case "text:list-level-style-number", "text:outline-level-style":
        level.format = Self.format(xml.attribute("style:num-format", of: child) ?? "")
        level.start = part.count("text:start-value", of: child, in: 0...(1 << 31)) ?? 1
        level.shown = part.count("text:display-levels", of: child, in: 1...10) ?? 1
        level.pattern = xml.attribute("loext:num-list-format", of: child)
      default: continue
      }
      levels[number] = level
    }
  }

  /// A number format of OpenDocument (part 3, 19.500) by the name `NumberFormat` has for it.
  static func format(_ format: String) -> String {
    switch format {
    case "1": "decimal"
    case "a": "lowerLetter"
    case "A": "upperLetter"
    case "i": "lowerRoman"
    case "I": "upperRoman"
    case "": "none"
    default: "decimal"
    }
  }

  /// The mark of an item of a level, with the numbers of the levels down to it.
  func mark(level number: Int, numbers: [Int: Int]) -> ItemMark {
    guard let level = levels[number] else {
      return ItemMark(number: numbers[number] ?? 1, text: "•", kind: .bulleted, isBullet: true)
    }
    let value = numbers[number] ?? level.start
    if level.isBullet {
      let isShown = !level.bullet.allSatisfy(\.isWhitespace)
      return ItemMark(
        number: value, text: level.bullet, kind: isShown ? .bulleted : .unmarked, isBullet: true)
    }
    let text = text(of: level, number, numbers)
    var kind: ListKind?
    let before = String(level.before.trimmingSpace)
    let after = String(level.after.trimmingSpace)
    if text.allSatisfy(\.isWhitespace) {
      kind = .unmarked
    } else if level.shown == 1 || number == 1, !level.isEmpty,
      level.pattern == nil || level.pattern == level.before + "%\(number)%" + level.after
    {
      kind = ItemMark.kind(value, level.format, before: before, after: after)
    }
    return ItemMark(number: value, text: text, kind: kind)
  }

  private func text(of level: Level, _ number: Int, _ numbers: [Int: Int]) -> String {
    if let pattern = level.pattern { return filled(pattern, numbers) }
    var parts: [String] = []
    for other in max(1, number - level.shown + 1)...number {
      guard let style = levels[other], !style.isBullet, !style.isEmpty else { continue }
      parts.append(NumberFormat.text(numbers[other] ?? style.start, style.format))
    }
    return level.before + parts.joined(separator: ".") + level.after
  }

  private func filled(_ pattern: String, _ numbers: [Int: Int]) -> String {
    var text = ""
    var rest = pattern[...]
    while let character = rest.popFirst() {
      if character == "%", let end = rest.firstIndex(of: "%"), let number = Int(rest[..<end]) {
        if let style = levels[number], !style.isBullet, !style.isEmpty {
          text += NumberFormat.text(numbers[number] ?? style.start, style.format)
        }
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(character)
      }
    }
    return text
  }
}
