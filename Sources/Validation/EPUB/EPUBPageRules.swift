import Diagnostics

/// The rules about a content document: what the manifest must say of it (EPUB 3.3, 5.6.2), and what
/// every reader needs of it (WCAG 2.2, 1.1.1, 2.4.2, 3.1.1, 4.1.2).
enum EPUBPageRules {
  static func findings(in page: PageReading, item: ManifestRules.Local) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if (page.title ?? "").collapsed.isEmpty { findings.append(.page("it has no title", line: 1)) }
    if let root = page.elements.first(where: { $0.name == "html" }) {
      let tags = ["lang", "xml:lang"].map { root[$0] ?? "" }
      if tags.allSatisfy(\.isEmpty) {
        findings.append(.page("its language is not said", severity: .warning, line: root.line))
      }
    }
    for element in page.elements {
      for name in ["lang", "xml:lang"] {
        if let tag = element[name], !tag.isEmpty, !EPUBMetadataRules.isLanguageTag(tag) {
          findings.append(.languageTag(tag, line: element.line))
        }
      }
      if element.name == "img", element["alt"] == nil {
        findings.append(.page("a picture has no alternative text", severity: .warning, line: element.line))
      }
    }
    for (id, count) in page.identifiers.sorted(by: { $0.key < $1.key }) where count > 1 {
      findings.append(.repeatedIdentifier(id))
    }
    for id in page.references.sorted() where page.identifiers[id] == nil {
      findings.append(.page("\(quoted(id)) is referred to and not there", line: 1))
    }
    let isScripted = page.elements.contains { element in
      ["script", "form"].contains(element.name) || element.attributes.contains { $0.name.hasPrefix("on") }
    }
    for (property, isThere) in [
      ("mathml", page.foreignNamespaces["http://www.w3.org/1998/Math/MathML"] != nil),
      ("svg", page.foreignNamespaces["http://www.w3.org/2000/svg"] != nil), ("scripted", isScripted),
    ] {
      let isSaid = item.properties.contains(Substring(property))
      if isThere, !isSaid {
        findings.append(.page("the manifest does not say that it has \(property)", line: 1))
      }
      if !isThere, isSaid {
        findings.append(.page("the manifest says that it has \(property), and it has none", line: 1))
      }
    }
    if !item.isInSpine, !item.isNavigation {
      findings.append(.page("it is in no place of the reading order", severity: .warning, line: 1))
    }
    return findings
  }
}

extension PageReading {
  /// The identifiers that attributes of ARIA and of tables name.
  fileprivate var references: Set<String> {
    var references: Set<String> = []
    for element in elements {
      for name in ["aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "headers", "for"] {
        references.formUnion(element.tokens(name).map(String.init))
      }
    }
    return references
  }
}
