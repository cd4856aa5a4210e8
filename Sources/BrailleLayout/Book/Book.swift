public import Diagnostics

/// A text to be bound: its flow, and what a volume may hold.
///
/// A pure function from the flow to volumes. The text is laid out first, and what goes before it
/// afterwards, because contents and lists of volumes say on which page of the text things are. Pages
/// of front matter have numbers of their own, so that the text's do not depend on them.
public struct Book: Sendable {
  public var text: [FlowItem]
  /// Notes at the feet of pages, in the order marks of the text number them.
  public var footNotes: [[FlowItem]]
  public var profile: LayoutProfile
  /// Cells in a line.
  public var cells: Int
  /// Lines on a page.
  public var lines: Int
  /// How far apart lines stand.
  public var spacing: LineSpacing
  public var sides: Sides
  /// The most pages a volume may have, front matter and blank sides included; nil for one volume.
  public var maximumPages: Int?
  /// What stands around the text, with the page numbers of a section.
  public var furniture: @Sendable (_ section: Section.Kind, _ prefix: String) -> PageFurniture

  /// Makes a book.
  public init(
    text: [FlowItem], footNotes: [[FlowItem]] = [], profile: LayoutProfile, cells: Int, lines: Int,
    spacing: LineSpacing = .single, sides: Sides = .single,
    maximumPages: Int? = nil,
    furniture: @escaping @Sendable (_ section: Section.Kind, _ prefix: String) -> PageFurniture
  ) {
    self.text = text
    self.footNotes = footNotes
    self.profile = profile
    self.cells = cells
    self.lines = lines
    self.spacing = spacing
    self.sides = sides
    self.maximumPages = maximumPages
    self.furniture = furniture
  }

  /// Lays the book out.
  ///
  /// - Parameter matter: gives what the volumes have around the text.
  /// - Throws: when the page is too small to hold text, or a volume its front matter.
  public func layOut(with matter: inout some BookMatter) throws(ConversionFailure) -> BraillePages {
    try Paginator.checkSize(cells: cells, lines: lines)
    var splitter = VolumeSplitter(self)
    // Front matter is as long as its contents: known once the text is split, and the split depends
    // on it. What is kept free for it only grows, so this comes to an end.
    var kept: [Int] = []
    while true {
      let texts = try splitter.split(keepingFree: kept, with: &matter)
      let pages = BraillePages(
        width: cells, height: lines, sides: sides,
        volumes: texts.map { Volume(sections: [Section(pages: $0)]) })
      let front = try preliminaries(of: pages, with: &matter)
      guard let maximumPages, texts.count > 1 || texts[0].count + count(front[0]) > maximumPages else {
        return bind(texts, front)
      }
      var isTooLong = false
      for (volume, (text, sections)) in zip(texts, front).enumerated() {
        let length = count(sections)
        guard length < capacity(maximumPages) else {
          throw ConversionFailure(.frontMatterTooLong(length, volume: volume + 1, maximum: maximumPages))
        }
        while kept.count <= volume { kept.append(0) }
        // A text that cannot be parted runs over however much is kept free.
        guard length + sheets(text.count) > capacity(maximumPages), kept[volume] < maximumPages else {
          continue
        }
        isTooLong = true
        // A page more than last time at least, so that every round changes something.
        kept[volume] = max(length, kept[volume] + (kept[volume] >= length ? 1 : 0))
      }
      if !isTooLong { return bind(texts, front) }
    }
  }

  // MARK: - Sheets

  /// How many pages a volume can hold: with braille on both sides, an even number.
  func capacity(_ maximum: Int) -> Int { sides == .double ? maximum / 2 * 2 : maximum }

  /// How many sides a section takes: with braille on both sides, the back of its last page as well.
  private func sheets(_ pages: Int) -> Int { sides == .double ? (pages + 1) / 2 * 2 : pages }

  private func count(_ sections: [Section]) -> Int {
    let pages = sections.reduce(0) { $0 + (startsOnSheet ? sheets($1.pages.count) : $1.pages.count) }
    return pages
  }

  private var startsOnSheet: Bool { profile.book.textStart == .rightHandPage }

  /// Puts the sections together. With braille on both sides each begins on a right-hand page, and
  /// the back of its last sheet stays blank.
  private func bind(_ texts: [[Page]], _ front: [[Section]]) -> BraillePages {
    var volumes: [Volume] = []
    for (number, (text, preliminary)) in zip(texts, front).enumerated() {
      var sections = preliminary.filter { !$0.pages.isEmpty }
      if sides == .double, startsOnSheet {
        for index in sections.indices { fillSheet(&sections[index]) }
      }
      var section = Section(pages: text)
      if sides == .double, number + 1 < texts.count {
        let before = sections.reduce(0) { $0 + $1.pages.count }
        if !(before + text.count).isMultiple(of: 2) { addBlankPage(&section) }
      }
      volumes.append(Volume(sections: sections + [section]))
    }
    return BraillePages(width: cells, height: lines, sides: sides, volumes: volumes)
  }

  private func fillSheet(_ section: inout Section) {
    if !section.pages.count.isMultiple(of: 2) { addBlankPage(&section) }
  }

  private func addBlankPage(_ section: inout Section) {
    section.pages.append(
      Page(
        number: section.pages.count + 1, printPage: section.pages.last?.printPage,
        rows: Array(repeating: Row(kind: .blank), count: lines)))
  }

  // MARK: - Front matter

  private func preliminaries(
    of pages: BraillePages, with matter: inout some BookMatter
  ) throws(ConversionFailure) -> [[Section]] {
    let index = PageIndex(pages)
    var volumes: [[Section]] = []
    for volume in 1...pages.volumes.count {
      var sections: [Section] = []
      for part in try matter.preliminaries(ofVolume: volume, before: pages, index: index) {
        let furniture = furniture(.preliminary, part.prefix)
        let laidOut = lay(Stretch(flow: part.flow, furniture: furniture))
        sections.append(Section(kind: .preliminary, prefix: part.prefix, pages: laidOut.pages))
      }
      volumes.append(sections)
    }
    return volumes
  }

  func lay(_ stretch: Stretch) -> LaidOutStretch {
    Paginator.layOut(stretch, profile: profile, cells: cells, lines: lines, spacing: spacing)
  }
}

/// Gives what the volumes of a book have around their text.
public protocol BookMatter {
  /// What a volume after the first begins with, above its text.
  mutating func head(ofVolume number: Int) throws(ConversionFailure) -> [FlowItem]
  /// What a volume of several ends with.
  mutating func end(ofVolume number: Int, _ place: VolumePlace) throws(ConversionFailure) -> [FlowItem]
  /// What goes before the text of a volume, each part numbered apart.
  ///
  /// - Parameters:
  ///   - pages: the texts of all volumes.
  ///   - index: what stands on which of their pages.
  mutating func preliminaries(
    ofVolume number: Int, before pages: BraillePages, index: PageIndex
  ) throws(ConversionFailure) -> [Preliminary]
}

/// Whether others come after a volume.
public enum VolumePlace: Sendable {
  case beforeOthers
  case last
}

/// A part of the front matter, numbered by itself.
public struct Preliminary: Sendable {
  /// What its page numbers have before them.
  public var prefix: String
  public var flow: [FlowItem]

  /// Makes a part.
  public init(prefix: String, flow: [FlowItem]) {
    self.prefix = prefix
    self.flow = flow
  }
}

extension Diagnostic {
  static func frontMatterTooLong(_ pages: Int, volume: Int, maximum: Int) -> Diagnostic {
    Diagnostic(
      "LAY-010", .error,
      "the front matter of volume \(volume) takes \(pages) pages, and a volume may have \(maximum)",
      hint: "allow more with --max-pages, or leave front matter out with --front-matter none")
  }
}
