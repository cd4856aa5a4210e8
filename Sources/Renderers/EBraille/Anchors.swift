import XMLTree

/// The names of places in a publication that links lead to. Names are the program's own, so that any
/// identifier of a source has one that XML takes, and no two are the same.
struct Anchors {
  /// The attribute that stands for `href` until every file is written and it is known where names are.
  static let pending = "coformat-target"

  private var names: [String: String] = [:]
  private var files: [String: Int] = [:]

  /// The name of the node with an identifier.
  mutating func name(for id: String) -> String {
    if let name = names[id] { return name }
    let name = "n\(names.count + 1)"
    names[id] = name
    return name
  }

  /// A name for a node without an identifier, defined in a file.
  mutating func fresh(in file: Int) -> String {
    let name = "s\(files.count + 1)"
    define(name, in: file)
    return name
  }

  /// Says that a name stands in a file; whether it did not stand anywhere before.
  @discardableResult
  mutating func define(_ name: String, in file: Int) -> Bool {
    guard files[name] == nil else { return false }
    files[name] = file
    return true
  }

  /// Says that a name stands in another file than was said.
  mutating func move(_ name: String, to file: Int) { files[name] = file }

  /// The element with its links led where their names are: in `file` itself, or in another of `paths`,
  /// which are files beside it. A link to nowhere gives way to what stands in it.
  func resolved(_ element: XMLElement, in file: Int, paths: [String]) -> XMLElement {
    var element = element
    element.children = element.children.flatMap { child -> [XMLNode] in
      guard case .element(let inner) = child else { return [child] }
      var result = resolved(inner, in: file, paths: paths)
      guard let index = result.attributes.firstIndex(where: { $0.name == Self.pending }) else {
        return [.element(result)]
      }
      let name = result.attributes[index].value
      guard let target = files[name] else {
        result.attributes.remove(at: index)
        let kept = result.attributes.filter { ["id", "lang", "xml:lang"].contains($0.name) }
        return kept.isEmpty ? result.children : [.element(XMLElement("span", kept, result.children))]
      }
      result.attributes[index] = XMLAttribute("href", (target == file ? "" : paths[target]) + "#" + name)
      return [.element(result)]
    }
    return element
  }
}
