import Diagnostics

/// Every link and every resource of a page leads somewhere in the package, or out of it as a link to
/// the web (EPUB 3.3, 3.6; eBraille 1.0, 3.5 and 4.4).
struct LinkRules {
  private(set) var findings: [Diagnostic] = []

  init(pages: [(path: String, page: PageReading)], files: Set<String>, declared: Set<String>) {
    let identifiers = Dictionary(
      pages.map { ($0.path, Set($0.page.identifiers.keys)) }, uniquingKeysWith: { first, _ in first })
    for (path, page) in pages {
      for element in page.elements {
        for attribute in element.attributes where Self.addresses.contains(attribute.name) {
          // A package document is no resource of the publication.
          if element.name == "link", element.tokens("rel").contains("publication") { continue }
          let isLink = ["a", "area"].contains(element.name) && attribute.name == "href"
          check(
            attribute.value, isLink ? .link : .resource, in: path, line: element.line, files, declared,
            identifiers)
        }
      }
    }
  }

  private static let addresses: Set<String> = ["href", "src", "data", "poster", "cite", "xlink:href"]

  private enum Use { case link, resource }

  private mutating func check(
    _ address: String, _ use: Use, in path: String, line: Int, _ files: Set<String>, _ declared: Set<String>,
    _ identifiers: [String: Set<String>]
  ) {
    if PackagePath.isAbsolute(address) {
      let isData = address.lowercased().hasPrefix("data:")
      if address.lowercased().hasPrefix("file:") || (use == .resource && !isData) {
        findings.append(Diagnostic.remoteResource(address, line: line).within(path))
      }
      return
    }
    if address.hasPrefix("/") {
      return findings.append(Diagnostic.remoteResource(address, line: line).within(path))
    }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = String(parts.first?.prefix { $0 != "?" } ?? "")
    guard let target = file.isEmpty ? path : PackagePath.resolve(file, from: path), files.contains(target)
    else {
      return findings.append(Diagnostic.deadLink(address, line: line).within(path))
    }
    if !declared.contains(target) {
      return findings.append(Diagnostic.deadLink(address, line: line).within(path))
    }
    if parts.count == 2, let known = identifiers[target], !parts[1].isEmpty,
      !known.contains(PackagePath.decoded(String(parts[1])))
    {
      findings.append(Diagnostic.deadLink(address, line: line).within(path))
    }
  }
}
