import Diagnostics
import DocumentModel
import XMLTree

/// A PDF in volumes of no more than so many pages, each a PDF of its own.
///
/// The whole is laid out once, which says how long everything is; then where volumes begin is decided, and
/// all are laid out until no volume is too long and every page number says what is so.
struct LargePrintVolumes {
  let assembly: VolumeAssembly
  let settings: LargePrintSettings
  let paper: any PaperEngine
  /// The most pages of a volume, title page and contents included.
  let maximum: Int
  /// What was found, to be reported.
  private(set) var findings: [Diagnostic] = []

  init(
    _ assembly: VolumeAssembly, settings: LargePrintSettings, paper: any PaperEngine, maximum: Int
  ) {
    self.assembly = assembly
    self.settings = settings
    self.paper = paper
    self.maximum = maximum
  }

  /// How often volumes are laid out before the numbers are left as they are.
  private static let rounds = 8

  /// The PDF of each volume; one where the whole is short enough.
  mutating func pdfs() throws(ConversionFailure) -> [[UInt8]] {
    let text = PaperText(coverage: settings.coverage)
    let whole = try paper.pdf(of: HTMLSerializer.document(text.printed(assembly.whole)))
    let measured = try Self.places(in: whole)
    guard measured.pages > maximum, assembly.text.pieces.count > 1 else {
      if measured.pages > maximum {
        findings.append(.printVolumeTooLong(1, pages: measured.pages, maximum: maximum))
      }
      return [whole]
    }
    var rooms = try Rooms(front: frontPages(measured), maximum: maximum)
    var ranges = plan(measured, rooms)
    var numbers = guess(ranges, measured)
    var made: [XMLElement: [UInt8]] = [:]
    var pdfs: [[UInt8]] = []
    for _ in 0..<Self.rounds {
      let pages = ranges.indices.map { assembly.volume($0, of: ranges, numbers: numbers) }
      let missing = pages.filter { made[$0] == nil }
      let new = try paper.pdfs(of: missing.map { HTMLSerializer.document(text.printed($0)) })
      made = made.filter { pages.contains($0.key) }
      for (page, pdf) in zip(missing, new) { made[page] = pdf }
      pdfs = pages.map { made[$0] ?? [] }
      var places: [PDFPlaces] = []
      for pdf in pdfs { places.append(try Self.places(in: pdf)) }
      if rooms.shrink(places.map(\.pages), maximum: maximum, canPart: ranges.map(canPart)) {
        ranges = plan(measured, rooms)
        numbers = guess(ranges, measured)
        continue
      }
      let found = self.numbers(places)
      if found == numbers {
        report(places)
        return pdfs
      }
      numbers = found
    }
    findings.append(.pageNumbersUnsettled)
    return pdfs
  }

  private mutating func report(_ places: [PDFPlaces]) {
    for (index, volume) in places.enumerated() where volume.pages > maximum {
      findings.append(.printVolumeTooLong(index + 1, pages: volume.pages, maximum: maximum))
    }
  }

  private static func places(in pdf: [UInt8]) throws(ConversionFailure) -> PDFPlaces {
    guard let places = PDFPlaces(pdf) else { throw ConversionFailure(.pagesNotFound) }
    return places
  }

  /// Whether a volume could be made of less.
  private func canPart(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { assembly.text.pieces[$0].rank != .keptTogether }
  }

  // MARK: - Measuring

  /// How far into the text a place is, in pages.
  private func depth(of name: String, in places: PDFPlaces) -> Double? {
    guard let place = places[name] else { return nil }
    let margins = settings.profile.margins
    func points(_ millimetres: Double) -> Double { millimetres / 25.4 * 72 }
    let height = places.heights[place.page] - points(margins.top + margins.bottom)
    let part = (place.top - points(margins.top)) / max(height, 1)
    return Double(place.page) + min(max(part, 0), 1)
  }

  /// How many pages there are before the text.
  private func frontPages(_ places: PDFPlaces) -> Int {
    assembly.text.pieces.first.flatMap { places[$0.name]?.page } ?? 0
  }

  private func plan(_ places: PDFPlaces, _ rooms: Rooms) -> [Range<Int>] {
    let pieces = assembly.text.pieces
    var depths: [Double] = []
    for piece in pieces { depths.append(max(depth(of: piece.name, in: places) ?? 0, depths.last ?? 0)) }
    var noteDepths: [Double] = []
    for note in assembly.notes {
      noteDepths.append(max(depth(of: note.name, in: places) ?? 0, noteDepths.last ?? depths.last ?? 0))
    }
    noteDepths.append(Double(places.pages))
    depths.append(noteDepths[0])
    var lengths = pieces.indices.map { depths[$0 + 1] - depths[$0] }
    // Notes are in the volume that refers to them first.
    let owners = assembly.volumesOfNotes(pieces.indices.map { $0..<$0 + 1 })
    for (note, owner) in owners.enumerated() {
      lengths[owner] += noteDepths[note + 1] - noteDepths[note]
    }
    return VolumePlan(ranks: pieces.map(\.rank), lengths: lengths).volumes(
      room: [Double(rooms.first), Double(rooms.rest)])
  }

  // MARK: - Numbers

  /// The numbers as the layout of the whole has them, to begin with.
  private func guess(_ ranges: [Range<Int>], _ places: PDFPlaces) -> VolumeNumbers {
    var numbers = VolumeNumbers(pages: Array(repeating: maximum, count: ranges.count), places: [:])
    for (volume, range) in ranges.enumerated() {
      for piece in assembly.text.pieces[range] {
        for name in piece.names {
          guard let page = places[name]?.page else { continue }
          numbers.places[name] = VolumeNumbers.Place(volume: volume + 1, page: page + 1)
        }
      }
    }
    return numbers
  }

  /// The numbers as the layout of the volumes has them.
  private func numbers(_ volumes: [PDFPlaces]) -> VolumeNumbers {
    var numbers = VolumeNumbers(pages: volumes.map(\.pages), places: [:])
    for (volume, places) in volumes.enumerated() {
      let first = numbers.firstPage(volume)
      for (name, place) in places.all {
        let here = VolumeNumbers.Place(volume: volume + 1, page: first + place.page)
        if name == LargePrintPage.notesName {
          numbers.places["\(name) \(volume + 1)"] = here
        } else if numbers.places[name] == nil {
          numbers.places[name] = here
        }
      }
    }
    return numbers
  }
}

/// How many pages of text volumes have room for.
private struct Rooms {
  /// In the first.
  var first: Int
  /// In the others.
  var rest: Int

  /// - Parameter front: how many pages there are before the text in the first.
  init(front: Int, maximum: Int) throws(ConversionFailure) {
    first = maximum - front
    // A title page, and contents of its own.
    rest = maximum - min(front, 2)
    guard first > 0, rest > 0 else { throw ConversionFailure(.noRoomForText(front: front, maximum: maximum)) }
  }

  /// Takes from the room what volumes had too many pages.
  ///
  /// - Returns: whether there is less room now, so that volumes have to be parted anew.
  mutating func shrink(_ pages: [Int], maximum: Int, canPart: [Bool]) -> Bool {
    var isLess = false
    for (index, count) in pages.enumerated() where count > maximum && canPart[index] {
      if index == 0, first > 1 {
        first = max(1, first - (count - maximum))
        isLess = true
      }
    }
    let over = pages.indices.dropFirst().filter { canPart[$0] }.map { pages[$0] - maximum }.max() ?? 0
    if over > 0, rest > 1 {
      rest = max(1, rest - over)
      isLess = true
    }
    return isLess
  }
}
