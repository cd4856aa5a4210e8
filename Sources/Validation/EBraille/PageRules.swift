import Diagnostics
import XMLTree

/// The rules of eBraille 1.0, 6 and 8 about pages.
struct PageRules {
  /// What a page is in its publication.
  enum Role {
    case content
    case entryPage
    case entryPageInSpine
  }

  private(set) var findings: [Diagnostic] = []
  private let page: PageReading
  private let role: Role

  init(_ page: PageReading, role: Role) {
    self.page = page
    self.role = role
    for text in page.texts { checkBraille(text.string, line: text.line) }
    for element in page.elements { check(element) }
    for (id, count) in page.identifiers.sorted(by: { $0.key < $1.key }) where count > 1 {
      findings.append(.repeatedIdentifier(id))
    }
    for style in page.styles {
      findings += StyleRules.findings(in: StyleSheet(style.string, firstLine: style.line))
    }
    if role != .content { checkEntryPage() }
  }

  // MARK: - Every page

  private mutating func check(_ element: PageReading.Element) {
    for attribute in element.attributes {
      let isShown =
        ["alt", "abbr"].contains(attribute.name)
        // A reader types print numbers too, so the page list has them (8.3.2).
        || (attribute.name == "title" && element.navigation != "page-list")
      if isShown { checkBraille(attribute.value, line: element.line) }
      if attribute.name.hasPrefix("on"), role != .entryPage {
        findings.append(.scripting(attribute.name, line: element.line))
      }
    }
    if element.name == "script", role != .entryPage {
      findings.append(.scripting("script", line: element.line))
    }
    if (element.name == "form" && element["action"] != nil) || element["formaction"] != nil {
      findings.append(.formAction(line: element.line))
    }
    if let style = element["style"] {
      findings += StyleRules.findings(in: StyleSheet(declarations: style, line: element.line))
    }
    if let media = element["media"], ["link", "style", "source"].contains(element.name) {
      findings += StyleRules.findings(inQuery: media, line: element.line)
    }
    if ["switch", "trigger"].contains(element.name) {
      findings.append(.legacyFeature("epub:\(element.name)", line: element.line))
    }
  }

  /// U+2800 to U+28FF, XML's white space, U+00A0 and U+00AD (6.2.1).
  private mutating func checkBraille(_ text: String, line: Int) {
    let wrong = text.unicodeScalars.first { scalar in
      !(0x2800...0x28FF).contains(scalar.value) && !scalar.isXMLSpace && scalar.value != 0xA0
        && scalar.value != 0xAD
    }
    if wrong != nil { findings.append(.notBrailleInContent(text, line: line)) }
  }

  // MARK: - The entry page

  private mutating func checkEntryPage() {
    let links = page.elements.filter { $0.name == "link" && $0.tokens("rel").contains("publication") }
    if !links.contains(where: {
      $0["href"] == "package.opf" && $0["type"] == "application/oebps-package+xml"
    }) {
      findings.append(.entryPage("no link with rel \"publication\" leads to package.opf", line: 1))
    }
    let lists = page.elements.filter { $0.name == "nav" }
    for (type, role) in [("toc", "doc-toc"), ("page-list", "doc-pagelist")] {
      let own = lists.filter { $0.tokens("epub:type").contains(Substring(type)) }
      if own.count > 1 || (type == "toc" && own.isEmpty) {
        findings.append(.entryPage("\(own.count) navigations are a \(type)", line: own.last?.line ?? 1))
      }
      for list in own where !list.tokens("role").contains(Substring(role)) {
        findings.append(.entryPage("the \(type) has no role \(role)", line: list.line))
      }
    }
    for element in page.elements where element.navigation == "page-list" && element.name == "a" {
      if element["title"]?.collapsed.isEmpty ?? true {
        findings.append(
          .entryPage("an entry of the page list has no print number in its title", line: element.line))
      }
    }
  }
}
