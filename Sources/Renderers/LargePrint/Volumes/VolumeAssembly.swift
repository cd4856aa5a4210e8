import DocumentModel
import Wording
import XMLTree

/// Puts the pages of HTML together that volumes are made from, out of the page of the whole.
struct VolumeAssembly {
  private let page: LargePrintPage
  private let words: ProgramWords
  private let root: XMLElement
  private let header: XMLElement
  /// What the title page holds that links lead to.
  private let headerNames: Set<String>
  /// The text, in pieces.
  let text: VolumePieces
  private let main: XMLElement
  /// The heading of the notes; nil where there are none.
  private let notesHeading: XMLElement?
  /// The notes, in order, each with its name and those its links lead to.
  let notes: [(name: String, element: XMLElement, names: [String], targets: [String])]

  /// Takes a whole page apart.
  init(_ root: XMLElement, of page: LargePrintPage, words: ProgramWords) {
    self.page = page
    self.words = words
    self.root = root
    let body = root.child("body") ?? XMLElement("body")
    header = body.child("header") ?? XMLElement("header")
    main = body.child("main") ?? XMLElement("main")
    var names: [String] = []
    var targets: [String] = []
    header.collect(names: &names, targets: &targets)
    headerNames = Set(names + ["main"])
    var content = main
    var notes: [(String, XMLElement, [String], [String])] = []
    var heading: XMLElement?
    if case .element(let section)? = content.children.last,
      section.attribute("aria-labelledby") == LargePrintPage.notesName
    {
      content.children.removeLast()
      for case .element(let child) in section.children {
        if child.headingLevel != nil, heading == nil { heading = child; continue }
        var names: [String] = []
        var targets: [String] = []
        child.collect(names: &names, targets: &targets)
        notes.append((child.attribute("id") ?? "", child, names, targets))
      }
    }
    notesHeading = heading
    self.notes = notes
    text = VolumePieces(content)
  }

  /// The page of the whole, each piece with a name, to be laid out and measured.
  var whole: XMLElement {
    var body = root.child("body") ?? XMLElement("body")
    var content = text.root
    if case .element(let section)? = main.children.last, notesHeading != nil {
      content.children.append(.element(section))
    }
    body.replace("main", with: content)
    var whole = root
    whole.replace("body", with: body)
    return whole
  }

  /// The volume each note is in: the one that refers to it first, and the last for those that nothing
  /// refers to.
  func volumesOfNotes(_ volumes: [Range<Int>]) -> [Int] {
    var indices: [String: Int] = [:]
    for (index, note) in notes.enumerated() { indices[note.name] = index }
    var found = Array(repeating: -1, count: notes.count)
    func place(_ targets: [String], in volume: Int) {
      for target in targets {
        guard let index = indices[target], found[index] < 0 else { continue }
        found[index] = volume
        place(notes[index].targets, in: volume)
      }
    }
    for (volume, range) in volumes.enumerated() {
      for piece in text.pieces[range] { place(piece.targets, in: volume) }
    }
    return found.map { $0 < 0 ? volumes.count - 1 : $0 }
  }

  /// The page of HTML of a volume.
  ///
  /// - Parameter number: which, from 0.
  func volume(_ number: Int, of volumes: [Range<Int>], numbers: VolumeNumbers) -> XMLElement {
    let volume = LargePrintVolume(
      index: number + 1, count: volumes.count, firstPage: numbers.firstPage(number))
    let range = volumes[number]
    let owners = volumesOfNotes(volumes)
    let own = notes.indices.filter { owners[$0] == number }
    var names = headerNames
    for piece in text.pieces[range] { names.formUnion(piece.names) }
    for index in own { names.formUnion(notes[index].names) }
    if !own.isEmpty { names.insert(LargePrintPage.notesName) }
    let links = VolumeLinks(names: names, numbers: numbers, words: words)

    var content = text.text(of: range)
    content.children = goingOn(at: range.lowerBound) + content.children
    if !own.isEmpty, let notesHeading {
      let section = XMLElement(
        "section", [XMLAttribute("aria-labelledby", LargePrintPage.notesName)],
        [.element(notesHeading)] + own.map { .element(notes[$0].element) })
      content.children.append(.element(section))
    }
    content = links.led(content)
    let contents = contents(volume, volumes, owners: owners, numbers: numbers)
    if contents == nil { content.set("class", "page-before") }
    var body = root.child("body") ?? XMLElement("body")
    body.children = [.element(title(volume, volumes.count, numbers: numbers))]
    if let contents { body.children.append(.element(contents)) }
    body.children.append(.element(content))
    var page = root
    page.replace("head", with: self.page.head(volume))
    page.replace("body", with: body)
    return page
  }

  // MARK: - The title page

  /// The title page with which volume it is, and the pages of all.
  private func title(_ volume: LargePrintVolume, _ count: Int, numbers: VolumeNumbers) -> XMLElement {
    var header = header
    let place = header.children.firstIndex {
      if case .element(let child) = $0 { child.name == "h1" } else { false }
    }
    header.children.insert(
      .element(
        XMLElement(
          "p", [XMLAttribute("class", "title")] + page.language(.volumeOfVolumes), text: volume.name(words))),
      at: place.map { $0 + 1 } ?? 0)
    let lines = (0..<count).map { index -> XMLNode in
      .element(XMLElement("li", page.language(.volumePrintedPages), text: pages(of: index, numbers)))
    }
    header.children += [
      .element(XMLElement("h2", page.language(.volumes), text: words.text(.volumes))),
      .element(XMLElement("ul", [], lines)),
    ]
    return header
  }

  /// Which pages a volume has, in words.
  private func pages(of index: Int, _ numbers: VolumeNumbers) -> String {
    let first = numbers.firstPage(index)
    return words.text(
      .volumePrintedPages,
      [
        "volume": "\(index + 1)", "first": "\(first)", "last": "\(first + max(1, numbers.pages[index]) - 1)",
      ])
  }

  // MARK: - The contents

  /// The contents: of the whole in the first volume, of itself in each other.
  private func contents(
    _ volume: LargePrintVolume, _ volumes: [Range<Int>], owners: [Int], numbers: VolumeNumbers
  ) -> XMLElement? {
    guard !page.entries.isEmpty else { return nil }
    var homes: [String: Int] = [:]
    for (index, range) in volumes.enumerated() {
      for piece in text.pieces[range] { for name in piece.names { homes[name] = index } }
    }
    func entries(_ index: Int) -> [ContentsItem] {
      page.entries.compactMap { entry in
        var entry = entry
        if entry.id == LargePrintPage.notesName {
          guard owners.contains(index) else { return nil }
        } else {
          guard homes[entry.id] == index else { return nil }
        }
        if index + 1 != volume.index {
          let name = entry.id == LargePrintPage.notesName ? "\(entry.id) \(index + 1)" : entry.id
          entry.page = numbers.places[name]?.page ?? numbers.firstPage(index)
        }
        return entry
      }
    }
    if volume.index > 1 {
      let own = entries(volume.index - 1)
      guard !own.isEmpty else { return nil }
      return page.contents(
        .volumeContents, ["volume": "\(volume.index)"], [.element(ContentsItem.list(own[...]))])
    }
    var lists: [XMLNode] = []
    for index in volumes.indices {
      let heading = XMLElement("h3", page.language(.volumePrintedPages), text: pages(of: index, numbers))
      lists.append(.element(heading))
      lists.append(.element(ContentsItem.list(entries(index)[...])))
    }
    lists.removeAll {
      if case .element(let list) = $0 { list.name == "ol" && list.children.isEmpty } else { false }
    }
    return page.contents(.contents, [:], lists)
  }

  // MARK: - Going on

  /// The headings a volume's first piece stands under, which are in the volumes before.
  private func goingOn(at first: Int) -> [XMLNode] {
    guard first > 0 else { return [] }
    var open: [(level: Int, element: XMLElement)] = []
    for piece in text.pieces[..<first] {
      guard let heading = piece.heading else { continue }
      while let last = open.last, last.level >= heading.level { open.removeLast() }
      open.append(heading)
    }
    if case .heading(let level) = text.pieces[first].rank {
      while let last = open.last, last.level >= level { open.removeLast() }
    }
    return open.map { heading in
      var element = heading.element.withoutNames
      let label = element.children.plainTextWithoutNotes.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      element.children = [.text(words.text(.continued, ["heading": label]))]
      return .element(element)
    }
  }
}

/// The links of a volume: those to places in another volume become words that say where it is.
private struct VolumeLinks {
  let names: Set<String>
  let numbers: VolumeNumbers
  let words: ProgramWords

  func led(_ element: XMLElement) -> XMLElement {
    var element = element
    let isNote = element.attribute("class")?.contains("note-reference") ?? false
    element.children = element.children.compactMap { child in
      guard case .element(let inner) = child else { return child }
      guard inner.name == "a", let target = inner.attribute("href"), target.hasPrefix("#"),
        !names.contains(String(target.dropFirst()))
      else { return .element(led(inner)) }
      // A way back from a note to a further place that refers to it, in another volume.
      if inner.attribute("role") == "doc-backlink", inner.attribute("aria-label") != nil { return nil }
      var words = XMLElement(
        "span", inner.attributes.filter { ["id", "lang", "dir"].contains($0.name) }, inner.children)
      if let place = numbers.places[String(target.dropFirst())], inner.attribute("role") != "doc-backlink" {
        let text = self.words.text(.pageInVolume, ["volume": "\(place.volume)", "page": "\(place.page)"])
        words.children.append(.text(isNote ? ", \(text)" : " (\(text))"))
      }
      return .element(words)
    }
    return element
  }
}

extension XMLElement {
  /// The first child of a name.
  fileprivate func child(_ name: String) -> XMLElement? {
    for case .element(let child) in children where child.name == name { return child }
    return nil
  }

  fileprivate mutating func replace(_ name: String, with element: XMLElement) {
    for index in children.indices {
      if case .element(let child) = children[index], child.name == name {
        children[index] = .element(element)
        return
      }
    }
  }
}

extension [XMLNode] {
  /// The characters in it, but for marks of notes.
  fileprivate var plainTextWithoutNotes: String {
    var text = ""
    for node in self {
      switch node {
      case .text(let words): text += words
      case .element(let element):
        if element.attribute("class")?.contains("note-reference") == true { continue }
        text += element.name == "br" ? " " : element.children.plainTextWithoutNotes
      }
    }
    return text
  }
}
