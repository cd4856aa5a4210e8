import Diagnostics

/// Parts a text into volumes at places a reader would part it.
struct VolumeSplitter {
  private let book: Book
  private var flow: [FlowItem]
  private var breaks: VolumeBreaks
  /// The pages of the whole text, were it one volume.
  private var wholePages: [Page]
  private let furniture: PageFurniture

  init(_ book: Book) {
    self.book = book
    flow = book.text
    furniture = book.furniture(.text, "")
    let whole = book.lay(Stretch(flow: flow, footNotes: book.footNotes, furniture: furniture))
    wholePages = whole.pages
    breaks = VolumeBreaks(
      flow, starts: whole.starts, rows: whole.pages.count * book.lines, height: book.lines)
  }

  /// The pages of each volume's text.
  ///
  /// - Parameter kept: how many pages of each volume are kept free for front matter; volumes past its
  ///   end keep what the last does.
  mutating func split(
    keepingFree kept: [Int], with matter: inout some BookMatter
  ) throws(ConversionFailure) -> [[Page]] {
    guard let maximum = book.maximumPages else { return [wholePages] }
    func room(_ volume: Int) -> Int {
      let free = volume < kept.count ? kept[volume] : kept.dropFirst().max() ?? kept.last ?? 0
      return max(1, book.capacity(maximum) - free)
    }
    if wholePages.count <= room(0) { return [wholePages] }
    var volumes: [[Page]] = []
    var first = 0
    var state = StretchState()
    while first < flow.count {
      let room = room(volumes.count)
      let number = volumes.count + 1
      let head = number == 1 ? [] : try matter.head(ofVolume: number)
      if breaks.pages(first, flow.count) <= Double(room) + 1 {
        let end = try matter.end(ofVolume: number, .last)
        let last = lay(head + flow[first...] + end, state, notes: .all)
        if last.pages.count <= room {
          volumes.append(last.pages)
          break
        }
      }
      let end = try matter.end(ofVolume: number, .beforeOthers)
      let (volume, next) = fill(from: first, room: room, head: head, end: end, state)
      volumes.append(volume.pages)
      state = volume.state
      first = next
    }
    return volumes
  }

  /// The volume that begins with an item, and the item the next begins with.
  private mutating func fill(
    from first: Int, room: Int, head: [FlowItem], end: [FlowItem], _ state: StretchState
  ) -> (LaidOutStretch, Int) {
    var wanted = Double(room)
    while let cut = breaks.best(from: first, room: wanted) {
      let volume = lay(head + flow[first..<cut] + end, state)
      if volume.pages.count <= room { return (volume, cut) }
      // The measure was of the text in one piece. Ask for less, by what it was out.
      wanted = min(wanted, breaks.pages(first, cut)) - max(0.1, Double(volume.pages.count - room) * 0.5)
    }
    return part(first, room: room, head: head, end: end, state)
  }

  /// Parts an item that is longer than a volume; one that cannot be parted is let run over.
  private mutating func part(
    _ first: Int, room: Int, head: [FlowItem], end: [FlowItem], _ state: StretchState
  ) -> (LaidOutStretch, Int) {
    if case .text(let block) = flow[first] {
      var low = 1
      var high = block.text.cells.count - 1
      var best: (volume: LaidOutStretch, parts: (TextBlock, TextBlock))?
      while low <= high {
        let middle = (low + high) / 2
        guard let parts = block.parted(atOrBefore: middle) else {
          low = middle + 1
          continue
        }
        let volume = lay(head + [.text(parts.0)] + end, state)
        if volume.pages.count <= room {
          best = (volume, parts)
          low = middle + 1
        } else {
          high = middle - 1
        }
      }
      if let best {
        flow[first] = .text(best.parts.0)
        flow.insert(.text(best.parts.1), at: first + 1)
        measure()
        return (best.volume, first + 1)
      }
    }
    return (lay(head + [flow[first]] + end, state), first + 1)
  }

  private mutating func measure() {
    let whole = book.lay(Stretch(flow: flow, footNotes: book.footNotes, furniture: furniture))
    breaks = VolumeBreaks(
      flow, starts: whole.starts, rows: whole.pages.count * book.lines, height: book.lines)
  }

  private func lay(
    _ flow: [FlowItem], _ state: StretchState, notes: Stretch.Notes = .referredTo
  ) -> LaidOutStretch {
    book.lay(
      Stretch(flow: flow, footNotes: book.footNotes, furniture: furniture, state: state, notes: notes))
  }
}

extension TextBlock {
  /// The block as two, parted at a blank at or before a cell; nil when none is there. The second goes
  /// on as a runover does.
  func parted(atOrBefore cell: Int) -> (TextBlock, TextBlock)? {
    guard let blank = text.breaks[...cell].lastIndex(where: \.isBlank), blank > 0 else { return nil }
    let offset = Int(text.origins[blank])
    var first = self
    var second = self
    first.text = text[cells: 0..<blank]
    second.text = text[cells: (blank + 1)..<text.cells.count]
    guard !first.isEmpty, !second.isEmpty else { return nil }
    first.keep = .none
    second.keep = keep == .together ? .none : keep
    first.spacing.after = 0
    second.spacing.before = 0
    second.shape.first = shape.runover
    first.marks = marks.filter { $0.offset <= offset }
    second.marks = marks.filter { $0.offset > offset }
    first.anchors = anchors.filter { $0.offset <= offset }
    second.anchors = anchors.filter { $0.offset > offset }
    return (first, second)
  }
}
