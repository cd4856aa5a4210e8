import XMLTree

/// The names of places that links lead to, unique in a publication of one file or of several, and of a
/// form that XML and addresses take without escaping.
struct Anchors {
  /// Where names come from.
  enum Naming {
    /// Counted: `n1`, `n2`. The program's own, whatever a source calls things.
    case numbered
    /// The source's own identifier, with characters that need escaping in addresses replaced, so that
    /// links from elsewhere keep their ends.
    case source
  }

  /// The attribute that stands for `href` until every file is written and it is known where names are.
  static let pending = "coformat-target"

  private let naming: Naming
  private var names: [String: String] = [:]
  private var files: [String: Int] = [:]
  /// Other names of what stands nowhere under the name that links to it have.
  private var renamed: [String: String] = [:]
  private var taken: Set<String> = []
  /// The number to try next for a wish that was taken.
  private var numbers: [String: Int] = [:]

  init(naming: Naming = .numbered) { self.naming = naming }

  /// The name of the node with an identifier.
  mutating func name(for id: String) -> String {
    if let name = names[id] { return name }
    let name =
      switch naming {
      case .numbered: "n\(names.count + 1)"
      case .source: unused(Self.cleaned(id))
      }
    names[id] = name
    return name
  }

  /// A name for a node without an identifier, defined in a file.
  mutating func fresh(in file: Int) -> String {
    let name = unused("s\(files.count + 1)")
    define(name, in: file)
    return name
  }

  /// A name that nothing has, as near to a wish as may be; it is not said yet where it stands.
  mutating func reserve(_ wish: String) -> String { unused(wish) }

  /// Says that a name stands in a file; whether it did not stand anywhere before.
  @discardableResult
  mutating func define(_ name: String, in file: Int) -> Bool {
    guard files[name] == nil else { return false }
    files[name] = file
    return true
  }

  /// Says that what the source calls by an identifier has another name in the publication, so that links
  /// written before lead there.
  mutating func rename(_ id: String, to name: String) {
    if let earlier = names[id] { renamed[earlier] = name } else { names[id] = name }
  }

  /// Says that a name stands in another file than was said.
  mutating func move(_ name: String, to file: Int) { files[name] = file }

  /// The file a name stands in; nil when it stands nowhere.
  func file(of name: String) -> Int? { files[name] }

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
      var name = result.attributes[index].value
      if files[name] == nil, let other = renamed[name] { name = other }
      guard let target = files[name] else {
        result.attributes.remove(at: index)
        let kept = result.attributes.filter { ["id", "lang", "xml:lang", "dir"].contains($0.name) }
        return kept.isEmpty ? result.children : [.element(XMLElement("span", kept, result.children))]
      }
      result.attributes[index] = XMLAttribute("href", (target == file ? "" : paths[target]) + "#" + name)
      return [.element(result)]
    }
    return element
  }

  private mutating func unused(_ wish: String) -> String {
    guard !taken.insert(wish).inserted else { return wish }
    var number = numbers[wish] ?? 2
    while !taken.insert("\(wish)-\(number)").inserted { number += 1 }
    numbers[wish] = number + 1
    return "\(wish)-\(number)"
  }

  /// An identifier as a name of XML (Namespaces in XML, NCName) made of letters, digits and `-_.` of
  /// ASCII: others become `-`, and one that begins with no letter has `n-` before it.
  static func cleaned(_ id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars.prefix(80) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": name.unicodeScalars.append(scalar)
      default: if name.last != "-" { name += "-" }
      }
    }
    guard let first = name.first, first.isLetter || first == "_" else {
      return name.isEmpty ? "n" : "n-" + name
    }
    return name
  }
}
