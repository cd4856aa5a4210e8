public import Diagnostics
import XMLTree

/// Checks a PEF file against PEF 1.0 (2008-1): all that the RELAX NG schema says of elements,
/// attributes, metadata and rows, and what its two Schematron rules say of sizes, which schema
/// validators miss.
public enum PEFCheck {
  static let namespace = "http://www.daisy.org/ns/2008/pef"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"

  /// All that is wrong with `bytes` as a PEF file, with the line where it is.
  public static func faults(in bytes: [UInt8]) -> [Diagnostic] {
    var state = PEFState()
    do {
      try XMLEvents.read(bytes) { state.handle($0) }
    } catch {
      return state.faults + [.pefNotWellFormed(error.message, line: error.line, column: error.column)]
    }
    return state.faults
  }
}

/// A PEF file as it is being read.
struct PEFState {
  private(set) var faults: [Diagnostic] = []
  private var open: [Open] = []
  private var line = 1
  private var metadata: [String: Int] = [:]

  /// An element whose end is not there yet.
  private struct Open {
    /// Nil for elements of other namespaces.
    var kind: PEFElement?
    /// The name in Dublin Core, for an element of metadata.
    var term: String?
    var line: Int
    /// How many of each kind stand in it.
    var children: [PEFElement: Int] = [:]
    var text = ""
    /// The sizes in force.
    var size = Size()
    /// The gaps of the rows on a page, in quarters of a row's height.
    var gaps = 0
  }

  private struct Size {
    var columns: Int?
    var rows: Int?
    var gap: Int?
  }

  mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let name, let space, let attributes, let line):
      self.line = line
      begin(name, in: space, attributes)
    case .text(let text, let line):
      self.line = line
      add(text)
    case .end: end()
    }
  }

  // MARK: - Beginnings

  private mutating func begin(_ name: String, in space: String, _ attributes: [XMLAttribute]) {
    var element = Open(line: line, size: open.last?.size ?? Size())
    if space == PEFCheck.namespace {
      guard let kind = PEFElement(rawValue: name) else {
        faults.append(.pefMisplaced(name, line: line))
        open.append(element)
        return
      }
      element.kind = kind
      // An element of this format stands in its own kind of parent, and never in one of another format.
      if open.last?.kind != kind.parent || (open.isEmpty != (kind == .pef)) {
        faults.append(.pefMisplaced(name, line: line))
      }
      if let last = open.indices.last { open[last].children[kind, default: 0] += 1 }
      read(attributes, of: kind, into: &element)
    } else if space == PEFCheck.dublinCore, open.last?.kind == .meta {
      element.term = name
      check(term: name)
    } else if open.isEmpty || open.last?.kind == .pef || open.last?.kind == .row || open.last?.term != nil {
      faults.append(.pefMisplaced(name, line: line))
    }
    open.append(element)
  }

  private mutating func read(_ attributes: [XMLAttribute], of kind: PEFElement, into element: inout Open) {
    var found: Set<String> = []
    // Attributes of other namespaces are anybody's.
    for attribute in attributes where !attribute.name.contains(":") && attribute.name != "xmlns" {
      guard let type = kind.attributes[attribute.name] else {
        faults.append(.pefAttribute(attribute.name, of: kind.rawValue, .notAllowed, line: line))
        continue
      }
      found.insert(attribute.name)
      let value = attribute.value.trimmingWhiteSpace
      if !type.accepts(value) {
        faults.append(.pefAttribute(attribute.name, of: kind.rawValue, .wrong(value), line: line))
      }
      switch attribute.name {
      case "cols": element.size.columns = Int(value)
      case "rows": element.size.rows = Int(value)
      case "rowgap": element.size.gap = Int(value)
      default: break
      }
    }
    let missing = kind.required.filter { !found.contains($0) }
    guard !missing.isEmpty else { return }
    if kind == .volume {
      faults.append(.pefVolumeAttributes(missing, line: line))
    } else {
      for name in missing { faults.append(.pefAttribute(name, of: kind.rawValue, .missing, line: line)) }
    }
  }

  private mutating func check(term name: String) {
    guard let term = PEFTerm.all[name] else {
      return faults.append(.pefMetadata("dc:\(name)", .unknown, line: line))
    }
    metadata[name, default: 0] += 1
    if term.isOnce, metadata[name] == 2 { faults.append(.pefMetadata("dc:\(name)", .twice, line: line)) }
  }

  // MARK: - Content

  private mutating func add(_ text: String) {
    guard let last = open.indices.last else { return }
    switch open[last].kind {
    case .row: open[last].text += text
    case .pef, .head, .meta, .body, .volume, .section, .page:
      if !text.allSatisfy(\.isWhitespace) {
        faults.append(.pefText(in: open[last].kind?.rawValue ?? "", line: line))
      }
    case nil: if open[last].term != nil { open[last].text += text }
    }
  }

  // MARK: - Ends

  private mutating func end() {
    guard let element = open.popLast() else { return }
    if let term = element.term, let rule = PEFTerm.all[term], !rule.accepts(element.text) {
      faults.append(.pefMetadata("dc:\(term)", .wrong(element.text), line: element.line))
    }
    guard let kind = element.kind else { return }
    for child in kind.needs where element.children[child] == nil {
      faults.append(.pefMissing(child.rawValue, in: kind.rawValue, line: element.line))
    }
    for child in [PEFElement.head, .meta, .body] where element.children[child, default: 0] > 1 {
      faults.append(.pefMisplaced(child.rawValue, line: element.line))
    }
    switch kind {
    case .row: endRow(element)
    case .page: endPage(element)
    case .meta:
      for name in ["identifier", "format"] where metadata[name] == nil {
        faults.append(.pefMetadata("dc:\(name)", .missing, line: element.line))
      }
    case .pef, .head, .body, .volume, .section: break
    }
  }

  private mutating func endRow(_ row: Open) {
    let number = open.last?.children[.row] ?? 1
    if let wrong = row.text.unicodeScalars.first(where: { !("\u{2800}"..."\u{28FF}").contains($0) }) {
      faults.append(.pefNotBraille(wrong, row: number, line: row.line))
    }
    // Schematron rule 2.
    let cells = row.text.unicodeScalars.count
    if let limit = row.size.columns, cells > limit {
      faults.append(.pefRowTooWide(row: number, cells: cells, limit: limit, line: row.line))
    }
    if let last = open.indices.last { open[last].gaps += row.size.gap ?? 0 }
  }

  private mutating func endPage(_ page: Open) {
    // Schematron rule 1: a gap is counted in quarters of a row's height.
    let height = (page.children[.row] ?? 0) + (page.gaps + 3) / 4
    if let limit = page.size.rows, height > limit {
      faults.append(.pefPageTooLong(rows: height, limit: limit, line: page.line))
    }
  }
}

extension String {
  /// Without the white space XML Schema collapses at both ends.
  var trimmingWhiteSpace: String {
    var text = self[...]
    while let first = text.unicodeScalars.first, first.isXMLSpace { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, last.isXMLSpace { text.unicodeScalars.removeLast() }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space to XML.
  var isXMLSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
}
