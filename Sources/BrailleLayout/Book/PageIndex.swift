/// Where on the braille pages the headings, the targets of references and the print pages came to
/// stand. Contents, cross references and concordances all read it.
public struct PageIndex: Hashable, Sendable {
  /// Everything that was found, in reading order.
  public private(set) var entries: [Entry] = []
  private var places: [String: Place] = [:]

  /// Reads the index off finished pages.
  public init(_ pages: BraillePages) {
    for (volume, content) in zip(1..., pages.volumes) {
      for section in content.sections {
        for page in section.pages {
          for row in page.rows where !row.anchors.isEmpty {
            let place = Place(
              volume: volume, section: section.kind, prefix: section.prefix, page: page.number)
            for anchor in row.anchors { add(Entry(anchor: anchor, place: place)) }
          }
        }
      }
    }
  }

  private mutating func add(_ entry: Entry) {
    entries.append(entry)
    // A place that is shown twice, as a repeated heading is, is where it stands first.
    if places[entry.anchor.id] == nil { places[entry.anchor.id] = entry.place }
  }

  /// The place of the anchor of a name; nil when it is on no page.
  public subscript(id: String) -> Place? { places[id] }

  /// An anchor and its place.
  public struct Entry: Hashable, Sendable {
    public var anchor: Anchor
    public var place: Place
  }

  /// A page of a volume.
  public struct Place: Hashable, Sendable {
    /// The volume, from 1.
    public var volume: Int
    /// The part of the volume.
    public var section: Section.Kind
    /// What stands before the page number: `p` in `p3`; empty in the text.
    public var prefix: String
    /// The braille page number, from 1 in each section.
    public var page: Int

    /// The page as readers say it: `p3`, `12`.
    public var label: String { prefix + String(page) }
  }
}
