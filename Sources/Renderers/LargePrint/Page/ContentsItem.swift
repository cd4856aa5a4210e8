import DocumentModel
import XMLTree

/// An entry of the contents.
struct ContentsItem {
  var level: Int
  var label: String
  /// The name of the place it leads to.
  var id: String
  var language: Language?
  /// The page it is on, where that is in another volume.
  var page: Int?

  /// Entries as a list, with those of lower levels in lists of their own.
  static func list(_ items: ArraySlice<ContentsItem>) -> XMLElement {
    var entries: [XMLNode] = []
    var rest = items
    while let first = rest.popFirst() {
      let below = rest.prefix { $0.level > first.level }
      rest = rest.dropFirst(below.count)
      var inside: [XMLNode] = [.element(first.element)]
      if !below.isEmpty { inside.append(.element(list(below))) }
      entries.append(.element(XMLElement("li", [], inside)))
    }
    return XMLElement("ol", [], entries)
  }

  private var element: XMLElement {
    let language = language.flatMap(\.wellFormedTag).map { [XMLAttribute("lang", $0)] } ?? []
    let words = KeptTogether.text(label)
    guard let page else { return XMLElement("a", [XMLAttribute("href", "#" + id)] + language, text: words) }
    return XMLElement(
      "span", [XMLAttribute("class", "elsewhere"), XMLAttribute("data-page", "\(page)")] + language,
      text: words)
  }
}
