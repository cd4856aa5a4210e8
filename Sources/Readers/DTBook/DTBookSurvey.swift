import XMLTree

/// What has to be known of a whole DTBook before it is turned into markup: which notes are referred to, by
/// which mark, and which producer's notes describe which pictures.
struct DTBookSurvey {
  /// The notes and annotations by identifier.
  private(set) var notes: [String: FlatXML.NodeID] = [:]
  /// The mark of the first reference to each.
  private(set) var marks: [String: String] = [:]
  /// The pictures that producer's notes describe, and the notes by picture.
  private(set) var describing: [FlatXML.NodeID: FlatXML.NodeID] = [:]
  private(set) var descriptions: [FlatXML.NodeID: [FlatXML.NodeID]] = [:]
  /// The identifiers that descriptions have or get.
  private(set) var descriptionIDs: [FlatXML.NodeID: String] = [:]
  /// Whether notes begin with their own marks, as print shows them.
  private(set) var notesBeginWithMarks = false

  init(_ xml: FlatXML) {
    guard xml.root >= 0 else { return }
    var groups: [FlatXML.NodeID] = []
    for node in xml.root..<xml.end(of: xml.root) where !xml.isText(node) {
      switch xml.local(node) {
      case "note", "annotation":
        if let id = xml.attribute("id", of: node), notes[id] == nil { notes[id] = node }
      case "noteref", "annoref":
        let target = Self.target(of: node, in: xml)
        if marks[target] == nil { marks[target] = xml.words(node) }
      case "imggroup": groups.append(node)
      default: break
      }
    }
    for group in groups { pair(xml, group) }
    let marked = notes.filter { marks[$0.key]?.isEmpty == false }
    notesBeginWithMarks =
      !marked.isEmpty
      && marked.allSatisfy { id, node in
        xml.words(node).hasPrefix((marks[id] ?? "") + " ") && xml.local(node) == "note"
      }
  }

  /// The identifier a reference leads to.
  static func target(of node: FlatXML.NodeID, in xml: FlatXML) -> String {
    String((xml.attribute("idref", of: node) ?? xml.attribute("href", of: node) ?? "").drop { $0 == "#" })
  }

  /// Finds which picture of a group each producer's note describes: those it names, or the one before it.
  private mutating func pair(_ xml: FlatXML, _ group: FlatXML.NodeID) {
    var pictures: [String: FlatXML.NodeID] = [:]
    var last: FlatXML.NodeID?
    var first: FlatXML.NodeID?
    for node in group..<xml.end(of: group) where !xml.isText(node) && xml.local(node) == "img" {
      if first == nil { first = node }
      if let id = xml.attribute("id", of: node) { pictures[id] = node }
    }
    for node in xml.children(group) where !xml.isText(node) {
      if xml.local(node) == "img" { last = node }
      guard xml.local(node) == "prodnote", !xml.words(node).isEmpty else { continue }
      let named = (xml.attribute("imgref", of: node) ?? "").split(whereSeparator: \.isWhitespace)
        .compactMap { pictures[String($0.drop { $0 == "#" })] }.first
      guard let picture = named ?? last ?? first,
        !(xml.attribute("alt", of: picture) ?? "").collapsed.isEmpty
      else { continue }
      describing[node] = picture
      descriptions[picture, default: []].append(node)
      descriptionIDs[node] = xml.attribute("id", of: node) ?? "description-\(node)"
    }
  }
}
