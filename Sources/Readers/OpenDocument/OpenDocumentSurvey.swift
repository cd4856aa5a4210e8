import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// Looks through the text for what has to be known before any of it is read: whether it says where
  /// pages turned, which bookmarks are referred to, the tracked changes and the main language.
  func survey(_ text: FlatXML.NodeID) {
    let xml = part.xml
    var isKnown = false
    var first: FlatXML.NodeID?
    var letters: [String: Int] = [:]
    let end = xml.end(of: text)
    var node = text
    while node < end {
      defer { node += 1 }
      switch xml.name(node) {
      case "text:p", "text:h":
        if first == nil { first = node }
        countLetters(node, &letters)
      case "text:soft-page-break": isKnown = true
      case "text:a":
        if let name = xml.attribute("xlink:href", of: node)?.anchor { referenced.insert(name) }
      case "text:bookmark-ref", "text:reference-ref", "text:sequence-ref", "text:note-ref":
        if let name = xml.attribute("text:ref-name", of: node) { referenced.insert(name) }
      case "text:changed-region": surveyChange(node)
      case "form:checkbox", "form:text", "form:textarea", "form:fixed-text", "form:button", "form:listbox",
        "form:combobox", "form:radio", "form:date", "form:number", "form:formatted-text", "form:time",
        "form:password", "form:file", "form:image", "form:generic-control":
        if let id = xml.attribute("xml:id", of: node) ?? xml.attribute("form:id", of: node) {
          controls[id] = node
        }
      case "office:annotation" where options.comments == .leaveOut:
        commentsLeftOut += 1
      default: break
      }
    }
    let style = first.flatMap { xml.attribute("text:style-name", of: $0) }
    let properties = styles.style(style, family: "paragraph")
    pages.begin(
      number: properties.pageNumber ?? 1, format: styles.pageFormat(properties.masterPage), isKnown: isKnown)
    let main = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    language = main.flatMap { Language($0) }
  }

  private func countLetters(_ node: FlatXML.NodeID, _ letters: inout [String: Int]) {
    let xml = part.xml
    let base = styles.style(xml.attribute("text:style-name", of: node), family: "paragraph").text
    for child in xml.children(node) {
      var properties = base
      if xml.name(child) == "text:span" {
        properties = styles.style(xml.attribute("text:style-name", of: child), family: "text").text.over(base)
      } else if !xml.isText(child) {
        continue
      }
      let text = xml.text(child)
      if let tag = properties.languages.tag(of: text), !tag.isNoLanguage {
        letters[tag, default: 0] += text.utf8.count
      }
    }
  }

  private func surveyChange(_ node: FlatXML.NodeID) {
    let xml = part.xml
    guard let id = xml.attribute("xml:id", of: node) ?? xml.attribute("text:id", of: node) else { return }
    for child in xml.children(node) {
      switch xml.name(child) {
      case "text:insertion": changes[id] = Change(kind: .insertion, node: child)
      case "text:deletion": changes[id] = Change(kind: .deletion, node: child)
      default: continue
      }
    }
  }
}

/// A tracked change (OASIS OpenDocument 1.3, part 3, 5.5).
struct Change {
  enum Kind { case insertion, deletion }
  var kind: Kind
  /// The `text:insertion` or `text:deletion`, which holds what was deleted.
  var node: FlatXML.NodeID
}

extension String {
  /// The place in the document an address leads to; nil when it leads out of it.
  var anchor: String? {
    guard hasPrefix("#") else { return nil }
    let name = String(dropFirst())
    return name.removingPercentEscapes ?? name
  }

  /// Whether a language says that text is in none.
  var isNoLanguage: Bool { hasPrefix("zxx") || hasPrefix("none") || hasPrefix("und") || isEmpty }
}
