import Wording
import XMLTree

/// The resource file of DAISY 3: what a player calls the structures a listener can leave or leave out
/// (Z39.86-2005, 10; resource 2005-1), in the book's language and in English.
struct ResourceFile {
  static let documentType = XMLDocumentType(
    "-//NISO//DTD resource 2005-1//EN", "http://www.daisy.org/z3986/2005/resource-2005-1.dtd")
  static let setOut: Set<String> = ["resources", "scope", "nodeSet", "resource"]

  var book: TimedBook
  var words: ProgramWords

  /// The bytes; nil where nothing needs a name.
  var bytes: [UInt8]? {
    var count = 0
    func set(_ select: String, _ name: ProgramWords.Name) -> XMLNode {
      count += 1
      return .element(
        XMLElement(
          "nodeSet", [XMLAttribute("id", "set\(count)"), XMLAttribute("select", select)],
          names(name).map(XMLNode.element)))
    }
    let groups = book.groupKinds.map { set("//seq[@class='\($0)']", Self.name(ofGroup: $0)) }
    let skippables = book.skippables.map {
      set("//smilCustomTest[@bookStruct='\($0.structure)']", $0.name)
    }
    let scopes = [
      ("http://www.w3.org/2001/SMIL20/", groups), ("http://www.daisy.org/z3986/2005/ncx/", skippables),
    ]
    guard !(groups + skippables).isEmpty else { return nil }
    let root = XMLElement(
      "resources",
      [
        XMLAttribute("xmlns", "http://www.daisy.org/z3986/2005/resource/"), XMLAttribute("version", "2005-1"),
      ],
      scopes.filter { !$0.1.isEmpty }.map {
        .element(XMLElement("scope", [XMLAttribute("nsuri", $0.0)], $0.1))
      })
    return XMLSerializer.document(root, type: Self.documentType, setOut: Self.setOut)
  }

  /// A name in the book's language, and in English.
  private func names(_ name: ProgramWords.Name) -> [XMLElement] {
    let own = words[name]
    let english = ProgramWords(.english)[name]
    return [own, english].reduce(into: []) { result, phrase in
      let tag = phrase.language.bookTag
      // No two of a set are in one language.
      guard !result.contains(where: { $0.attribute("xml:lang")?.primarySubtag == tag.primarySubtag }) else {
        return
      }
      result.append(
        XMLElement(
          "resource", [XMLAttribute("xml:lang", tag)], [.element(XMLElement("text", text: phrase.text))]))
    }
  }

  private static func name(ofGroup kind: String) -> ProgramWords.Name {
    switch kind {
    case "list": .bookList
    case "table": .table
    case "note": .bookNote
    case "math": .formula
    case "sidebar": .bookBox
    default: .transcribersNote
    }
  }
}

extension Skippable {
  /// What its kind is called, in the plural.
  var name: ProgramWords.Name {
    switch self {
    case .linenum: .lineNumbers
    case .note: .notes
    case .noteref: .noteReferences
    case .pagenum: .pageNumbers
    case .prodnote: .transcribersNotes
    case .sidebar: .bookBoxes
    }
  }
}

extension String {
  fileprivate var primarySubtag: String { prefix { $0 != "-" }.lowercased() }
}
