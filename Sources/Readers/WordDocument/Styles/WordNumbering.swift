import DocumentModel
import XMLTree

/// The lists of a document: what `numbering.xml` says of each level (ISO/IEC 29500-1, 17.9), and how
/// far each list has counted.
struct WordNumbering {
  struct Level: Hashable {
    var start = 1
    var format = "decimal"
    /// What stands before an item, `%1` for the number of the first level.
    var text = ""
    /// The level whose items begin this one anew; nil for any above it, 0 for none.
    var restart: Int?
    var isLegal = false
    var style: String?
    var indent: Int?
    var font: String?
  }

  private struct Instance {
    var list: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var lists: [Int: [Int: Level]] = [:]
  private var styleLinks: [Int: String] = [:]
  private var linksByStyle: [String: Int] = [:]
  private var instances: [Int: Instance] = [:]
  private var counters: [Int: [Int: Int]] = [:]
  private var begun: Set<[Int]> = []

  init() {}

  init(_ part: WordPart) {
    let xml = part.xml
    guard xml.root >= 0 else { return }
    for node in xml.children(xml.root) {
      switch xml.name(node) {
      case "w:abstractNum":
        guard let id = xml.attribute("w:abstractNumId", of: node).flatMap({ Int($0) }) else { continue }
        lists[id] = levels(in: node, of: part)
        if let link = part.value("w:numStyleLink", of: node) { styleLinks[id] = link }
        if let link = part.value("w:styleLink", of: node) { linksByStyle[link] = id }
      case "w:num":
        guard let id = xml.attribute("w:numId", of: node).flatMap({ Int($0) }),
          let list = part.value("w:abstractNumId", of: node).flatMap({ Int($0) })
        else { continue }
        var instance = Instance(list: list)
        for override in xml.children(node) where xml.name(override) == "w:lvlOverride" {
          guard let level = xml.attribute("w:ilvl", of: override).flatMap({ Int($0) }) else { continue }
          if let start = part.value("w:startOverride", of: override).flatMap({ Int($0) }) {
            instance.starts[level] = start
          }
          if let node = xml.child("w:lvl", of: override) {
            instance.levels[level] = self.level(node, of: part)
          }
        }
        instances[id] = instance
      default: break
      }
    }
  }

  private func levels(in node: FlatXML.NodeID, of part: WordPart) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in part.xml.children(node) where part.xml.name(child) == "w:lvl" {
      guard let number = part.xml.attribute("w:ilvl", of: child).flatMap({ Int($0) }) else { continue }
      levels[number] = level(child, of: part)
    }
    return levels
  }

  private func level(_ node: FlatXML.NodeID, of part: WordPart) -> Level {
    var level = Level()
    level.start = part.value("w:start", of: node).flatMap { Int($0) } ?? 0
    level.format = part.value("w:numFmt", of: node) ?? "decimal"
    level.text = part.value("w:lvlText", of: node) ?? ""
    level.restart = part.value("w:lvlRestart", of: node).flatMap { Int($0) }
    level.isLegal = part.isOn("w:isLgl", of: node) ?? false
    level.style = part.value("w:pStyle", of: node)
    level.indent = ParagraphProperties(part.xml.child("w:pPr", of: node), in: part).indent
    level.font = RunProperties(part.xml.child("w:rPr", of: node), in: part).font
    return level
  }

  /// The abstract list an instance counts in, through the list style it may refer to.
  private func list(of instance: Instance) -> Int {
    guard let link = styleLinks[instance.list], let target = linksByStyle[link] else { return instance.list }
    return target
  }

  /// What is known of a level of a list; nil when there is no such list.
  func level(_ number: Int, of id: Int) -> Level? {
    guard let instance = instances[id] else { return nil }
    return instance.levels[number] ?? lists[list(of: instance)]?[number]
  }

  /// The level of a list whose items have a paragraph style, for styles that name only the list.
  func level(of id: Int, style: String?) -> Int? {
    guard let style, let instance = instances[id] else { return nil }
    return lists[list(of: instance)]?.first { $0.value.style == style }?.key
  }

  /// Whether two instances count in one list.
  func key(of id: Int) -> Int { instances[id].map(list) ?? -1 - id }

  /// Counts an item; nil when there is no such list.
  mutating func count(_ id: Int, level number: Int) -> ItemMark? {
    guard let instance = instances[id], let level = level(number, of: id) else { return nil }
    let key = list(of: instance)
    if begun.insert([id, number]).inserted, let start = instance.starts[number] {
      counters[key, default: [:]][number] = start - 1
    }
    let value = min((counters[key]?[number] ?? (instance.starts[number] ?? level.start) - 1), 1 << 40) + 1
    counters[key, default: [:]][number] = value
    for deeper in (number + 1)..<max(number + 2, 10) {
      let restart = self.level(deeper, of: id)?.restart
      if restart == 0 || (restart.map { number >= $0 } ?? false) { continue }
      counters[key]?[deeper] = nil
    }
    return ItemMark(
      number: value, text: text(of: level, id, key), kind: kind(of: level, number, value),
      isBullet: level.format == "bullet", indent: level.indent)
  }

  private func text(of level: Level, _ id: Int, _ key: Int) -> String {
    if level.format == "bullet" { return level.text }
    var text = ""
    var rest = level.text[...]
    while let character = rest.popFirst() {
      guard character == "%", let digit = rest.first?.wholeNumberValue, digit > 0 else {
        text.append(character)
        continue
      }
      rest.removeFirst()
      let other = self.level(digit - 1, of: id) ?? Level()
      let number = counters[key]?[digit - 1] ?? instances[id]?.starts[digit - 1] ?? other.start
      text += NumberFormat.text(number, level.isLegal ? "decimal" : other.format)
    }
    return text
  }

  private func kind(of level: Level, _ number: Int, _ value: Int) -> ListKind? {
    if level.format == "bullet" {
      return level.text.allSatisfy(\.isWhitespace) ? .unmarked : .bulleted
    }
    if level.format == "none" && !level.text.contains("%") {
      return level.text.allSatisfy(\.isWhitespace) ? .unmarked : nil
    }
    let words = String(level.text.trimmingSpace)
    guard let place = words.firstRange(of: "%\(number + 1)") else { return nil }
    return ItemMark.kind(
      value, level.isLegal ? "decimal" : level.format, before: String(words[..<place.lowerBound]),
      after: String(words[place.upperBound...]))
  }
}
