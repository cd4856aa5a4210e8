import Diagnostics
import XMLTree

/// The rules of EPUB 3.3, 7 about the navigation document, and of EPUB Accessibility 1.1, 3.3 about
/// print pages.
struct NavigationRules {
  private struct List {
    var types: [Substring]
    var line: Int
    var hasItems = false
    var links: [(address: String, label: String, line: Int)] = []
  }

  private var lists: [List] = []
  private var depth = 0
  /// How deep the current list's `nav` is; nil outside.
  private var navDepth: Int?
  private var link: (address: String, label: String, line: Int)?

  static func findings(
    in bytes: [UInt8], at path: String, pages: [(path: String, page: PageReading)], order: [String],
    package: PackageReading
  ) -> [Diagnostic] {
    var rules = NavigationRules()
    // That it is well-formed was checked with the other pages.
    do throws(XMLFault) { try XMLEvents.read(bytes) { rules.handle($0) } } catch { return [] }
    return rules.findings(at: path, pages: pages, order: order, package: package)
  }

  private mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let name, _, let attributes, let line):
      depth += 1
      let value = { (key: String) in attributes.first { $0.name == key }?.value ?? "" }
      if name == "nav", navDepth == nil {
        navDepth = depth
        lists.append(List(types: value("epub:type").split(whereSeparator: \.isWhitespace), line: line))
      } else if navDepth != nil {
        if name == "li" { lists[lists.count - 1].hasItems = true }
        if name == "a" { link = (value("href"), "", line) }
        if name == "img" { link?.label += value("alt") }
      }
    case .text(let text, _): link?.label += text
    case .end(let name, _):
      if name == "a", let ended = link {
        if navDepth != nil { lists[lists.count - 1].links.append(ended) }
        link = nil
      }
      if depth == navDepth { navDepth = nil }
      depth -= 1
    }
  }

  private func findings(
    at path: String, pages: [(path: String, page: PageReading)], order: [String], package: PackageReading
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (type, needed) in [("toc", true), ("page-list", false), ("landmarks", false)] {
      let count = lists.count { $0.types.contains(Substring(type)) }
      if count > 1 || (needed && count == 0) {
        findings.append(.navigation("it has \(count) lists of the type \(type)", line: 1))
      }
    }
    for list in lists where !list.types.isEmpty {
      if !list.hasItems { findings.append(.navigation("a list has no entries", line: list.line)) }
      for link in list.links where link.label.collapsed.isEmpty {
        findings.append(.navigation("an entry has no words", line: link.line))
      }
    }
    findings += reading(of: "toc", at: path, pages: pages, order: order)
    findings += reading(of: "page-list", at: path, pages: pages, order: order)
    findings += printPages(at: path, pages: pages, package: package)
    return findings
  }

  /// Entries come in the order of what they lead to (7.3).
  private func reading(
    of type: Substring, at path: String, pages: [(path: String, page: PageReading)], order: [String]
  ) -> [Diagnostic] {
    let files = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
    let positions = Dictionary(pages.map { ($0.path, $0.page.positions) }) { first, _ in first }
    var last = (file: -1, place: -1)
    for link in lists.first(where: { $0.types.contains(type) })?.links ?? [] {
      guard let target = Self.target(link.address, from: path), let file = files[target.path] else {
        continue
      }
      let place = (file: file, place: target.id.flatMap { positions[target.path]?[$0] } ?? -1)
      if place.file < last.file || (place.file == last.file && place.place < last.place) {
        return [
          .navigation(
            "the entries of the \(type) are not in the order of the text", severity: .warning, line: link.line
          )
        ]
      }
      last = place
    }
    return []
  }

  private func printPages(
    at path: String, pages: [(path: String, page: PageReading)], package: PackageReading
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let list = lists.first { $0.types.contains("page-list") }
    let listed = Set(
      (list?.links ?? []).compactMap { link in
        Self.target(link.address, from: path).flatMap { target in target.id.map { target.path + "#" + $0 } }
      })
    for (file, page) in pages where file != path {
      for element in page.elements where element.isPageBreak {
        guard let id = element["id"], listed.contains(file + "#" + id) else {
          findings.append(
            Diagnostic.printPage("a print page begins here and is not in the page list", line: element.line)
              .within(file))
          continue
        }
      }
    }
    let hasPages = list != nil || pages.contains { $0.page.elements.contains(where: \.isPageBreak) }
    let names = ["pageBreakSource", "dcterms:source", "source-of", "dc:source"]
    if hasPages, !package.fields.contains(where: { names.contains($0.name) }) {
      findings.append(.printPage("nothing says which edition the print pages are those of", line: 1))
    }
    let claimed = package.values("schema:accessibilityFeature").contains { $0.value == "pageNavigation" }
    if claimed, list == nil {
      findings.append(.printPage("pageNavigation is claimed and there is no page list", line: 1))
    }
    return findings
  }

  private static func target(_ address: String, from path: String) -> (path: String, id: String?)? {
    guard !PackagePath.isAbsolute(address) else { return nil }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = String(parts.first ?? "")
    guard let target = file.isEmpty ? path : PackagePath.resolve(file, from: path) else { return nil }
    return (target, parts.count == 2 ? PackagePath.decoded(String(parts[1])) : nil)
  }
}

extension PageReading {
  /// Where each identifier stands in the order of the page.
  fileprivate var positions: [String: Int] {
    var positions: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      if let id = element["id"], positions[id] == nil { positions[id] = index }
    }
    return positions
  }
}

extension PageReading.Element {
  fileprivate var isPageBreak: Bool {
    tokens("epub:type").contains("pagebreak") || tokens("role").contains("doc-pagebreak")
  }
}
