import DocumentModel
import XMLTree

/// Walks a DTBook in reading order, gives what is read identifiers, and writes down the timeline.
///
/// What is read in one go is a sentence where sentences are marked, else the innermost element that holds
/// text. Marks of notes, numbers of pages and lines, and pictures are steps of their own after the step
/// they stand in, since a listener may leave them out.
struct Synchroniser {
  private let document: Document
  private let sources: [String: String]
  private var book: TimedBook
  private var part = TimedBook.Part(name: "")
  private var freshCount = 0
  /// How many authors have been met.
  private var authors = 0

  /// The book with its timeline.
  ///
  /// - Parameters:
  ///   - sources: the nodes of the document, by the identifiers of their elements.
  ///   - document: whose narration, where it has one, is the sound.
  static func timed(_ book: XMLElement, sources: [String: String], of document: Document) -> TimedBook {
    var synchroniser = Synchroniser(document, book, sources)
    synchroniser.run()
    return synchroniser.book
  }

  private init(_ document: Document, _ book: XMLElement, _ sources: [String: String]) {
    self.document = document
    self.sources = sources
    self.book = TimedBook(book: book)
  }

  private mutating func run() {
    for index in book.book.children.indices {
      guard case .element(var matter) = book.book.children[index] else { continue }
      if matter.name == "frontmatter" {
        part = nextPart()
        part.steps = steps(inside: &matter)
        finishPart()
      } else {
        for child in matter.children.indices {
          guard case .element(var level) = matter.children[child] else { continue }
          // What has no heading is not in the navigation of its own: players go on to it from what is.
          let isHeaded = level.first("h1") != nil || level.first("bridgehead") != nil
          part = (isHeaded ? nil : book.parts.popLast()) ?? nextPart()
          part.steps += steps(of: &level)
          finishPart()
          matter.children[child] = .element(level)
        }
      }
      book.book.children[index] = .element(matter)
    }
  }

  private func nextPart() -> TimedBook.Part {
    let number = String(book.parts.count + 1)
    return TimedBook.Part(name: "s" + String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number)
  }

  private mutating func finishPart() {
    if !part.steps.isEmpty { book.parts.append(part) }
  }

  // MARK: - Elements

  private mutating func steps(inside element: inout XMLElement) -> [TimedBook.Step] {
    var steps: [TimedBook.Step] = []
    for index in element.children.indices {
      guard case .element(var child) = element.children[index] else { continue }
      steps += self.steps(of: &child)
      element.children[index] = .element(child)
    }
    return steps
  }

  /// The steps inside text that is a step itself: marks and pictures in it, and blocks. A formula in it is
  /// read with it.
  private mutating func marks(inside element: inout XMLElement, of step: TimedBook.Step) -> [TimedBook.Step] {
    var steps: [TimedBook.Step] = []
    for index in element.children.indices {
      guard case .element(var child) = element.children[index] else { continue }
      if child.name == FormulaIsland.name {
        child.attributes.append(XMLAttribute(FormulaIsland.reference, "\(part.name).smil#\(step.id)"))
      } else if DTBookVocabulary.phrases.contains(child.name) {
        steps += marks(inside: &child, of: step)
      } else {
        steps += self.steps(of: &child)
      }
      element.children[index] = .element(child)
    }
    return steps
  }

  private mutating func steps(of element: inout XMLElement) -> [TimedBook.Step] {
    let placesBefore = book.places.count
    let steps: [TimedBook.Step]
    switch element.name {
    case "pagenum", "noteref", "linenum":
      steps = [piece(&element, skipped: Skippable(rawValue: element.name))]
    case "img":
      // A picture without words is passed over.
      let words = element.attribute("alt") ?? ""
      steps = words.isEmpty ? [] : [piece(&element)]
    case "list", "table": steps = [group(&element)]
    case "note": steps = [group(&element, skipped: .note)]
    case "prodnote", "sidebar":
      let isOptional = element.attribute("render") == "optional"
      steps = [group(&element, skipped: isOptional ? Skippable(rawValue: element.name) : nil)]
    case FormulaIsland.name: steps = [formula(&element)]
    case _ where (element.holdsText || isSaidFormula(element)) && !element.holds("sent"):
      let text = piece(&element)
      steps = [text] + marks(inside: &element, of: text)
    default: steps = self.steps(inside: &element)
    }
    if let first = steps.first { note(&element, at: first.id, before: placesBefore) }
    return steps
  }

  /// The sound of an element: that of its node or, for title and authors, which are no nodes, of theirs.
  private mutating func clip(of element: XMLElement, named name: String) -> Clip? {
    guard let narration = document.narration else { return nil }
    switch element.name {
    case "doctitle": return narration.utterances(of: .title).first?.clip
    case "docauthor":
      defer { authors += 1 }
      let all = narration.utterances(of: .author)
      return authors < all.count ? all[authors].clip : nil
    default: return narration.clip(of: sources[name])
    }
  }

  private mutating func piece(_ element: inout XMLElement, skipped: Skippable? = nil) -> TimedBook.Step {
    let text = identifier(of: &element)
    let piece = TimedBook.Piece(
      id: "p-\(text)", text: text, clip: clip(of: element, named: text), skipped: skipped,
      note: element.attribute("idref").map { String($0.dropFirst()) })
    element.attributes.append(XMLAttribute("smilref", "\(part.name).smil#\(piece.id)"))
    return .piece(piece)
  }

  private mutating func group(_ element: inout XMLElement, skipped: Skippable? = nil) -> TimedBook.Step {
    let name = identifier(of: &element)
    var steps: [TimedBook.Step]
    if element.holdsText, !element.holds("sent") {
      let text = TimedBook.Step.piece(
        TimedBook.Piece(id: "p-\(name)", text: name, clip: document.narration?.clip(of: sources[name])))
      steps = [text] + marks(inside: &element, of: text)
    } else {
      steps = self.steps(inside: &element)
    }
    // A group has at least one step.
    if steps.isEmpty { steps = [.piece(TimedBook.Piece(id: "p-\(name)", text: name))] }
    element.attributes.append(XMLAttribute("smilref", "\(part.name).smil#q-\(name)"))
    return .group(TimedBook.Group(id: "q-\(name)", kind: element.name, skipped: skipped, steps: steps))
  }

  /// A formula that is a step of its own, which a listener can leave (MathML in DAISY, 4).
  private mutating func formula(_ element: inout XMLElement) -> TimedBook.Step {
    let name = identifier(of: &element)
    let piece = TimedBook.Piece(
      id: "p-\(name)", text: name, clip: document.narration?.clip(of: sources[name]), isFormula: true)
    element.attributes.append(XMLAttribute(FormulaIsland.reference, "\(part.name).smil#q-\(name)"))
    return .group(TimedBook.Group(id: "q-\(name)", kind: "math", steps: [.piece(piece)]))
  }

  /// Whether an element is said that holds nothing but a formula: the sound is the element's.
  private func isSaidFormula(_ element: XMLElement) -> Bool {
    guard let narration = document.narration, let id = element.attribute("id") else { return false }
    return narration.clip(of: sources[id]) != nil && element.holdsFormula
  }

  private mutating func identifier(of element: inout XMLElement) -> String {
    if let id = element.attribute("id") { return id }
    freshCount += 1
    let id = "t\(freshCount)"
    element.attributes.insert(XMLAttribute("id", id), at: 0)
    return id
  }

  // MARK: - Places

  /// Lists an element among the places where it is one, before those inside it.
  private mutating func note(_ element: inout XMLElement, at step: String, before index: Int) {
    let kind: TimedBook.Place.Kind
    // Only where something is a place are its words looked for: every element comes here.
    let label: String
    switch element.name {
    case "doctitle": (kind, label) = (.title, element.spokenText)
    case "pagenum":
      kind = .page(PrintPageKind(rawValue: element.attribute("page") ?? "") ?? .normal)
      label = element.spokenText
    case "note": (kind, label) = (.note, element.spokenText)
    case "noteref": (kind, label) = (.noteReference, element.spokenText)
    case "sidebar": (kind, label) = (.box, element.spokenText)
    case "prodnote": (kind, label) = (.producersNote, element.spokenText)
    case "table": (kind, label) = (.table, element.first("caption")?.spokenText ?? "")
    case "imggroup":
      kind = .figure
      label =
        element.first("caption")?.spokenText ?? element.first("img")?.attribute("alt") ?? element.spokenText
    case "bridgehead":
      guard let level = element.attribute("class").flatMap({ $0.headingLevel }) else { return }
      (kind, label) = (.heading(level: level), element.spokenText)
    default:
      guard let level = element.name.headingLevel else { return }
      (kind, label) = (.heading(level: level), element.spokenText)
    }
    let place = TimedBook.Place(
      kind: kind, label: label, element: identifier(of: &element), part: part.name, step: step)
    book.places.insert(place, at: index)
  }
}

extension XMLElement {
  /// The value of an attribute.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Whether text stands in it and not only in blocks of it; marks and pictures are no text.
  var holdsText: Bool {
    children.contains { child in
      switch child {
      case .text(let text): !text.allSatisfy(\.isWhitespace)
      case .element(let element):
        DTBookVocabulary.phrases.contains(element.name) && element.name != "sent" && element.holdsText
      }
    }
  }

  /// Whether an element of a name is in it.
  func holds(_ name: String) -> Bool {
    children.contains { child in
      guard case .element(let element) = child else { return false }
      return element.name == name || element.holds(name)
    }
  }

  /// The first element of a name among its children.
  func first(_ name: String) -> XMLElement? {
    for case .element(let child) in children where child.name == name { return child }
    return nil
  }

  /// The words a list of places shows of it: no marks of notes, no page numbers, no notes.
  var spokenText: String {
    var text = ""
    func visit(_ element: XMLElement) {
      for child in element.children {
        switch child {
        case .text(let string): text += string
        case .element(let inner):
          switch inner.name {
          case "noteref", "pagenum", "prodnote", "linenum": break
          case "img": text += " \(inner.attribute("alt") ?? "") "
          case "br": text += " "
          case FormulaIsland.name: text += " \(inner.attribute("alttext") ?? "") "
          default:
            let isBlock = DTBookVocabulary.blocks.contains(inner.name) || inner.name == "li"
            if isBlock { text += " " }
            visit(inner)
            if isBlock { text += " " }
          }
        }
      }
    }
    switch name {
    case "pagenum", "noteref": for case .text(let string) in children { text += string }
    default: visit(self)
    }
    return text.collapsedBlanks
  }
}

extension String {
  /// The level of a heading's element, or its class: `h1` to `h6`.
  var headingLevel: Int? {
    utf8.count == 2 && first == "h" ? last?.wholeNumberValue.flatMap { (1...6).contains($0) ? $0 : nil } : nil
  }
}
