import DocumentModel
import XMLTree

/// The timeline of a DAISY 2.02 book as SMIL 1.0 (DAISY 2.02, 2.3).
///
/// Groups are not a listener's to leave here; what may be left out says so itself. A note is read after
/// its mark, both in one sequence, and not where it stands in the text.
struct Timeline202 {
  static let documentType = XMLDocumentType(
    "-//W3C//DTD SMIL 1.0//EN", "http://www.w3.org/TR/REC-smil/SMIL10.dtd")
  static let setOut: Set<String> = ["smil", "head", "layout", "body", "seq", "par"]

  private let book: TimedBook
  private let facts: BookFacts
  private let recordings: [String]
  /// The notes by identifier.
  private var notes: [String: TimedBook.Group] = [:]
  /// The notes that a mark in the text brings.
  private var broughtNotes: Set<String> = []

  init(_ book: TimedBook, facts: BookFacts, recordings: [String]) {
    self.book = book
    self.facts = facts
    self.recordings = recordings
    for part in book.parts { part.steps.forEach { collect($0, inNote: .no) } }
  }

  private enum InNote { case yes, no }

  private mutating func collect(_ step: TimedBook.Step, inNote: InNote) {
    switch step {
    case .piece(let piece):
      if inNote == .no, let note = piece.note { broughtNotes.insert(note) }
    case .group(let group):
      if group.kind == "note" { notes[String(group.id.dropFirst(2))] = group }
      group.steps.forEach { collect($0, inNote: group.kind == "note" ? .yes : inNote) }
    }
  }

  /// The part each note is read in: that of the mark that brings it, else its own.
  var partsOfNotes: [String: String] {
    var parts: [String: String] = [:]
    func visit(_ step: TimedBook.Step, in part: String, bringing: Bool) {
      switch step {
      case .piece(let piece):
        if bringing, let note = piece.note, parts[note] == nil { parts[note] = part }
      case .group(let group):
        if !bringing, group.kind == "note" {
          let id = String(group.id.dropFirst(2))
          parts[id] = parts[id] ?? part
        }
        guard !bringing || group.kind != "note" else { return }
        group.steps.forEach { visit($0, in: part, bringing: bringing) }
      }
    }
    for bringing in [true, false] {
      for part in book.parts { part.steps.forEach { visit($0, in: part.name, bringing: bringing) } }
    }
    return parts
  }

  /// A SMIL file.
  struct File {
    var name: String
    var bytes: [UInt8]
    var milliseconds: Int
  }

  /// The files, in order.
  var files: [File] {
    var read: Set<String> = []
    var elapsed = 0
    return book.parts.map { part in
      let steps = elements(for: part.steps, skipped: nil, read: &read)
      let length = steps.reduce(0) { $0 + $1.milliseconds }
      defer { elapsed += length }
      let title = book.places.first { $0.part == part.name && $0.kind.isHeading }?.label
      return File(
        name: "\(part.name).smil",
        bytes: file(
          [
            XMLElement(
              "seq", [XMLAttribute("dur", "\(Self.seconds(length))s")], steps.map { .element($0.element) })
          ],
          title: title ?? facts.title,
          times: [("ncc:totalElapsedTime", elapsed), ("ncc:timeInThisSmil", length)], type: Self.documentType),
        milliseconds: length)
    }
  }

  /// The file that lists the others, for players that play without the navigation.
  func master(of files: [File]) -> [UInt8] {
    let references = files.enumerated().map { index, file in
      XMLElement(
        "ref",
        [
          XMLAttribute("id", "ref\(index + 1)"),
          XMLAttribute(
            "title",
            book.places.first { "\($0.part).smil" == file.name && $0.kind.isHeading }?.label ?? facts.title),
          XMLAttribute("src", file.name),
        ])
    }
    return self.file(
      references, title: facts.title,
      times: [("ncc:timeInThisSmil", files.reduce(0) { $0 + $1.milliseconds })], type: Self.documentType)
  }

  private func file(
    _ body: [XMLElement], title: String, times: [(String, Int)], type: XMLDocumentType
  ) -> [UInt8] {
    func meta(_ name: String, _ content: String) -> XMLElement {
      XMLElement("meta", [XMLAttribute("name", name), XMLAttribute("content", content)])
    }
    let head =
      [
        meta("dc:format", "Daisy 2.02"), meta("dc:identifier", facts.identifier),
        meta("dc:title", facts.title),
        meta("title", title), meta("ncc:generator", BookProgram.name),
      ] + times.map { meta($0, Self.wholeSeconds($1)) }
      + [
        XMLElement("layout", [], [.element(XMLElement("region", [XMLAttribute("id", "txtView")]))])
      ]
    let root = XMLElement(
      "smil", [],
      [
        .element(XMLElement("head", [], head.map(XMLNode.element))),
        .element(XMLElement("body", [], body.map(XMLNode.element))),
      ])
    return XMLSerializer.document(root, type: type, setOut: Self.setOut)
  }

  // MARK: - Steps

  private typealias Timed = (element: XMLElement, milliseconds: Int)

  private func elements(
    for steps: [TimedBook.Step], skipped: Skippable?, read: inout Set<String>
  ) -> [Timed] {
    var result: [Timed] = []
    for step in steps {
      switch step {
      case .piece(let piece):
        let own = par(
          piece.id, text: piece.text, clips: [piece.clip].compactMap(\.self), piece.skipped ?? skipped)
        guard let id = piece.note, let note = notes[id], read.insert(id).inserted else {
          result.append(own)
          continue
        }
        let body = self.note(note)
        result.append(
          (
            XMLElement("seq", [], [.element(own.element), .element(body.element)]),
            own.milliseconds + body.milliseconds
          ))
      case .group(let group):
        if group.kind == "note" {
          let id = String(group.id.dropFirst(2))
          if !broughtNotes.contains(id), read.insert(id).inserted { result.append(note(group)) }
        } else {
          result += elements(for: group.steps, skipped: group.skipped ?? skipped, read: &read)
        }
      }
    }
    return result
  }

  /// A note: all of it is one step.
  private func note(_ group: TimedBook.Group) -> Timed {
    var clips: [Clip] = []
    func visit(_ step: TimedBook.Step) {
      switch step {
      case .piece(let piece): if let clip = piece.clip { clips.append(clip) }
      case .group(let inner): inner.steps.forEach(visit)
      }
    }
    group.steps.forEach(visit)
    return par(group.id, text: String(group.id.dropFirst(2)), clips: clips, .note)
  }

  private func par(_ id: String, text: String, clips: [Clip], _ skipped: Skippable?) -> Timed {
    var attributes = [XMLAttribute("endsync", "last"), XMLAttribute("id", id)]
    if let test = skipped?.systemTest { attributes.append(XMLAttribute("system-required", test)) }
    var media = [
      XMLElement(
        "text", [XMLAttribute("id", "x-\(id)"), XMLAttribute("src", "\(Daisy202Files.content)#\(text)")])
    ]
    let sounds = clips.enumerated().compactMap { index, clip -> XMLElement? in
      guard recordings.indices.contains(clip.recording) else { return nil }
      return XMLElement(
        "audio",
        [
          XMLAttribute("id", "a\(index + 1)-\(id)"), XMLAttribute("src", recordings[clip.recording]),
          XMLAttribute("clip-begin", "npt=\(Self.seconds(clip.begin))s"),
          XMLAttribute("clip-end", "npt=\(Self.seconds(clip.end))s"),
        ])
    }
    if sounds.count == 1 { media += sounds }
    if sounds.count > 1 { media.append(XMLElement("seq", [], sounds.map(XMLNode.element))) }
    return (
      XMLElement("par", attributes, media.map(XMLNode.element)), clips.reduce(0) { $0 + $1.milliseconds }
    )
  }

  // MARK: - Times

  /// `12.345`.
  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }

  /// `0:00:12`, to the nearest second.
  static func wholeSeconds(_ milliseconds: Int) -> String {
    String(clockValue((milliseconds + 500) / 1000 * 1000).dropLast(4))
  }
}

extension TimedBook.Place.Kind {
  var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}

extension Skippable {
  /// The test that lets a player leave it out (DAISY 2.02, 2.3.1.2); nil for what has none.
  fileprivate var systemTest: String? {
    switch self {
    case .pagenum: "pagenumber-on"
    case .note: "footnote-on"
    case .sidebar: "sidebar-on"
    case .prodnote: "prodnote-on"
    case .noteref, .linenum: nil
    }
  }
}
