import DocumentModel
import XMLTree

/// When the text of an EPUB is spoken (EPUB 3.3, 9): an overlay for each file that has speech, made out
/// of the order of the elements in the file and the clips of those that are said.
struct MediaOverlays {
  /// The overlay of a content document.
  struct Overlay {
    /// Which file.
    var file: Int
    var body: XMLElement
    /// How long its clips are, in milliseconds.
    var milliseconds: Int
  }

  private let narration: Narration
  private let overlays: [Overlay]
  /// The recordings with a clip in an overlay, in order.
  private let recordings: [Int]

  /// Nil when nothing is said of anything that is in the files.
  ///
  /// - Parameter names: the names of elements, by the identifiers of the nodes that are said.
  init?(_ narration: Narration, names: [(name: String, utterance: Utterance)], files: [EPUBContent.File]) {
    let utterances = Dictionary(names.map { ($0.name, $0.utterance) }) { first, _ in first }
    var overlays: [Overlay] = []
    var used: Set<Int> = []
    for (index, file) in files.enumerated() {
      var builder = Builder(path: file.path, utterances: utterances, recordings: narration.recordings)
      let parts = file.elements.flatMap { builder.parts(of: $0) }
      guard !parts.isEmpty else { continue }
      used.formUnion(builder.used)
      overlays.append(
        Overlay(
          file: index,
          body: XMLElement(
            "body", [XMLAttribute("epub:textref", file.path)], parts.map(XMLNode.element)),
          milliseconds: builder.milliseconds))
    }
    guard !overlays.isEmpty else { return nil }
    self.narration = narration
    self.overlays = overlays
    recordings = used.sorted()
  }

  /// The item that holds a file's overlay.
  func overlayID(of file: Int) -> String? {
    overlays.contains { $0.file == file } ? "overlay-\(file + 1)" : nil
  }

  private func path(of overlay: Overlay) -> String { "overlay-\(overlay.file + 1).smil" }

  /// The files of overlays and recordings, for the manifest.
  var items: [EPUBPackage.Item] {
    overlays.map {
      EPUBPackage.Item(
        id: "overlay-\($0.file + 1)", path: path(of: $0), mediaType: "application/smil+xml")
    }
      + recordings.map {
        EPUBPackage.Item(
          id: "audio-\($0 + 1)", path: Builder.path(of: narration.recordings[$0]),
          mediaType: narration.recordings[$0].mediaType)
      }
  }

  /// The files themselves.
  func artifacts(in folder: String) -> [Artifact] {
    overlays.map { overlay in
      let root = XMLElement(
        "smil",
        [
          XMLAttribute("xmlns", "http://www.w3.org/ns/SMIL"),
          XMLAttribute("xmlns:epub", "http://www.idpf.org/2007/ops"), XMLAttribute("version", "3.0"),
        ], [.element(overlay.body)])
      return Artifact(
        path: folder + path(of: overlay), mediaType: "application/smil+xml",
        bytes: XMLSerializer.document(root))
    }
      + recordings.map { index in
        let recording = narration.recordings[index]
        return Artifact(
          path: folder + Builder.path(of: recording), mediaType: recording.mediaType, bytes: recording.bytes)
      }
  }

  /// Durations, narrators and the class of what is being said (EPUB 3.3, 9.3.4 and D.7).
  func addMetadata(to fields: inout PackageFields) {
    for overlay in overlays {
      fields.meta(
        "media:duration", Clock.value(overlay.milliseconds), refines: "overlay-\(overlay.file + 1)")
    }
    fields.meta("media:duration", Clock.value(milliseconds))
    for narrator in narration.narrators { fields.meta("media:narrator", narrator) }
    fields.meta("media:active-class", "-epub-media-overlay-active")
  }

  private var milliseconds: Int { overlays.reduce(0) { $0 + $1.milliseconds } }

  /// The length in words for a summary.
  var spokenLength: String {
    let seconds = (milliseconds + 500) / 1_000
    return seconds < 60 ? "\(seconds) seconds" : "\(seconds / 60) minutes \(seconds % 60) seconds"
  }

  /// Makes an overlay's parts.
  private struct Builder {
    let path: String
    let utterances: [String: Utterance]
    let recordings: [Recording]
    var used: Set<Int> = []
    var milliseconds = 0

    /// The parts for what is said of an element and of what is in it, in the order of the text. What
    /// can be left as a whole is a sequence of its own (EPUB 3.3, 9.2.2.5).
    mutating func parts(of element: XMLElement) -> [XMLElement] {
      let id = element.attributes["id"]
      var parts: [XMLElement] = []
      if let id, let utterance = utterances[id] { parts.append(par(id, utterance)) }
      for case .element(let child) in element.children { parts += self.parts(of: child) }
      guard let id, let type = Self.escapable(element), parts.count > 1 else { return parts }
      return [
        XMLElement(
          "seq", [XMLAttribute("epub:textref", "\(path)#\(id)"), XMLAttribute("epub:type", type)],
          parts.map(XMLNode.element))
      ]
    }

    private mutating func par(_ id: String, _ utterance: Utterance) -> XMLElement {
      let clip = utterance.clip
      used.insert(clip.recording)
      milliseconds += clip.milliseconds
      let type: [XMLAttribute] =
        switch utterance.kind {
        case .pageNumber: [XMLAttribute("epub:type", "pagebreak")]
        case .noteReference: [XMLAttribute("epub:type", "noteref")]
        case .title, .author, .heading, .sentence, .picture, .mathematics: []
        }
      return XMLElement(
        "par", type,
        [
          .element(XMLElement("text", [XMLAttribute("src", "\(path)#\(id)")])),
          .element(
            XMLElement(
              "audio",
              [
                XMLAttribute("src", Self.path(of: recordings[clip.recording])),
                XMLAttribute("clipBegin", Clock.value(clip.begin)),
                XMLAttribute("clipEnd", Clock.value(clip.end)),
              ])),
        ])
    }

    static func path(of recording: Recording) -> String { "audio/\(recording.name)" }

    /// What an element is, when a reader may want to leave it as a whole.
    private static func escapable(_ element: XMLElement) -> String? {
      switch element.name {
      case "table": "table"
      case "ol", "ul", "dl": "list"
      case "figure": "figure"
      case "aside": element.attributes["role"] == "doc-footnote" ? "footnote" : "sidebar"
      default: nil
      }
    }
  }
}

/// Times as SMIL writes them (SMIL 3.0, 5.4; EPUB 3.3, D.7).
enum Clock {
  /// `0:01:02.345`.
  static func value(_ milliseconds: Int) -> String {
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = "\(number)"
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    return "\(seconds / 3_600):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2)).\(padded(rest, 3))"
  }
}
