import Wording
import XMLTree

/// The navigation control file of DAISY 3: headings, pages, notes, tables and figures a reader can go to
/// (Z39.86-2005, 8; ncx 2005-1).
struct NavigationControl {
  static let documentType = XMLDocumentType(
    "-//NISO//DTD ncx 2005-1//EN", "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd")
  static let setOut: Set<String> = [
    "ncx", "head", "docTitle", "docAuthor", "navMap", "navPoint", "pageList", "pageTarget", "navList",
    "navTarget", "navLabel",
  ]

  var facts: BookFacts
  var book: TimedBook
  var words: ProgramWords

  private struct Target {
    var place: TimedBook.Place
    /// Its place among all steps anything leads to.
    var order: Int
  }

  var bytes: [UInt8] {
    let targets = self.targets
    let (map, depth) = self.map(of: targets)
    let pages = self.pages(of: targets)
    var head: [XMLElement] = book.skippables.map { skipped in
      XMLElement("smilCustomTest", skipped.testAttributes + [XMLAttribute("bookStruct", skipped.structure)])
    }
    let numbers = pages.compactMap { $0.attribute("value").flatMap { Int($0) } }
    head += [
      meta("dtb:uid", facts.identifier), meta("dtb:depth", "\(depth)"),
      meta("dtb:generator", BookProgram.name),
      meta("dtb:totalPageCount", "\(pages.count)"), meta("dtb:maxPageNumber", "\(numbers.max() ?? 0)"),
    ]
    var parts = [XMLElement("head", [], head.map(XMLNode.element)), label(facts.title, in: "docTitle")]
    parts += facts.creators.map { label($0, in: "docAuthor") }
    parts.append(XMLElement("navMap", [], map.map(XMLNode.element)))
    if !pages.isEmpty {
      let label = self.label(words.text(.printPages), in: "navLabel")
      parts.append(XMLElement("pageList", [], ([label] + pages).map(XMLNode.element)))
    }
    parts += lists(of: targets)
    let root = XMLElement(
      "ncx",
      [
        XMLAttribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/"), XMLAttribute("version", "2005-1"),
        XMLAttribute("xml:lang", facts.language),
      ], parts.map(XMLNode.element))
    return XMLSerializer.document(root, type: Self.documentType, setOut: Self.setOut)
  }

  private func meta(_ name: String, _ content: String) -> XMLElement {
    XMLElement("meta", [XMLAttribute("name", name), XMLAttribute("content", content)])
  }

  private func label(_ text: String, in name: String) -> XMLElement {
    XMLElement(name, [], [.element(XMLElement("text", text: text))])
  }

  /// The places, each with the number of the step it is at: the same for the same step (8.4.3).
  private var targets: [Target] {
    var orders: [String: Int] = [:]
    return book.places.compactMap { place in
      switch place.kind {
      case .noteReference, .box, .producersNote: return nil
      case .title, .heading, .page, .note, .table, .figure: break
      }
      let order = orders[place.step] ?? orders.count + 1
      orders[place.step] = order
      return Target(place: place, order: order)
    }
  }

  private func content(_ place: TimedBook.Place) -> XMLElement {
    XMLElement("content", [XMLAttribute("src", "\(place.part).smil#\(place.step)")])
  }

  // MARK: - Headings

  /// The points of the map, and how deep they nest. The first is the title: players begin there.
  private func map(of targets: [Target]) -> (points: [XMLElement], depth: Int) {
    var open: [(level: Int, point: XMLElement)] = [(0, XMLElement("navMap"))]
    var deepest = 1
    func close(downTo level: Int) {
      while open.count > 1, open[open.count - 1].level >= level {
        let point = open.removeLast().point
        open[open.count - 1].point.children.append(.element(point))
      }
    }
    for target in targets {
      let level: Int
      switch target.place.kind {
      case .title: level = 1
      case .heading(let own): level = own
      case .page, .note, .noteReference, .table, .figure, .box, .producersNote: continue
      }
      close(downTo: level)
      let words = target.place.label.nonBlank ?? facts.title
      open.append((level, point("navPoint", target, label: words)))
      deepest = max(deepest, open.count - 1)
    }
    close(downTo: 0)
    let points = open[0].point.children.compactMap { if case .element(let point) = $0 { point } else { nil } }
    return (points, deepest)
  }

  private func point(
    _ name: String, _ target: Target, label words: String, _ attributes: [XMLAttribute] = []
  ) -> XMLElement {
    // Two places of one step have one number and two names.
    let id = XMLAttribute("id", "nav-\(target.place.element)")
    let order = XMLAttribute("playOrder", "\(target.order)")
    return XMLElement(
      name, [id] + attributes + [order],
      [.element(label(words, in: "navLabel")), .element(content(target.place))])
  }

  // MARK: - Pages and lists

  private func pages(of targets: [Target]) -> [XMLElement] {
    var used: Set<String> = []
    var special = 0
    return targets.compactMap { target in
      guard case .page(let kind) = target.place.kind else { return nil }
      let value: Int
      switch kind {
      case .normal: value = Int(target.place.label) ?? 1
      case .front: value = Int(target.place.label) ?? Int(romanNumeral: target.place.label) ?? 1
      case .special:
        special += 1
        value = special
      }
      var attributes = [XMLAttribute("type", kind.rawValue)]
      if used.insert("\(kind) \(value)").inserted { attributes.append(XMLAttribute("value", "\(value)")) }
      return point("pageTarget", target, label: target.place.label, attributes)
    }
  }

  private func lists(of targets: [Target]) -> [XMLElement] {
    let kinds: [(TimedBook.Place.Kind, String, String, String)] = [
      (.note, "notes", words.text(.notes), words.text(.bookNote)),
      (.table, "tables", words.text(.listOfTables), words.text(.table)),
      (.figure, "figures", words.text(.listOfPictures), words.text(.figure)),
    ]
    return kinds.compactMap { kind, name, title, singular in
      let members = targets.filter { $0.place.kind == kind }
      guard !members.isEmpty else { return nil }
      let entries = members.enumerated().map { index, target in
        let words = target.place.label.nonBlank.map { $0.shortened(to: 80) } ?? "\(singular) \(index + 1)"
        return point("navTarget", target, label: words)
      }
      let label = self.label(title, in: "navLabel")
      return XMLElement(
        "navList", [XMLAttribute("id", "list-\(name)"), XMLAttribute("class", name)],
        ([label] + entries).map(XMLNode.element))
    }
  }
}

extension String {
  /// The words that fit in so many characters, with an ellipsis where there are more.
  func shortened(to limit: Int) -> String {
    guard count > limit else { return self }
    let start = prefix(limit)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return words + "…"
  }
}
