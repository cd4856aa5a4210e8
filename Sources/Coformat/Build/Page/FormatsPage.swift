import DocumentModel
import JSONTree
import Wording
import XMLTree

/// The page that offers reports in their formats: HTML that needs nothing besides itself.
///
/// The shape follows GOV.UK's attachment component: the link is the heading of what it leads to and says
/// the type, the size and the length; whom to ask for another format stands on every page.
struct FormatsPage {
  let title: String
  /// Its words, all in one language.
  let words: ProgramWords
  let contact: FormatContact?
  /// Which of the pages this is, and how many there are.
  let number: Int
  let count: Int
  /// What stands on it, in order.
  var sections: [Section]

  /// Reports of one place: in no collection, in a collection itself, or in a strand of it.
  struct Section {
    /// Nil for reports that are in no collection.
    var collection: ReportCollection?
    /// Nil for reports that are in no strand.
    var strand: ReportCollection.Strand?
    /// Whether reports of this place were on a page before.
    var isContinued: Bool
    /// Whether its collection was on a page before.
    var isLate = false
    var reports: [ReportRecord]

    /// What else belongs there, said once.
    var links: [ReportCollection.Link] { isContinued ? [] : strand?.links ?? collection?.links ?? [] }
  }

  /// How many reports are on a page.
  static let length = 100

  /// The name of a page's file.
  static func name(_ number: Int) -> String { number == 1 ? "index.html" : "index-\(number).html" }

  var bytes: [UInt8] {
    HTMLSerializer.document(
      XMLElement(
        "html", [XMLAttribute("lang", words.language.tag)],
        [
          .element(XMLElement("head", [], head)),
          .element(
            XMLElement(
              "body", [],
              [
                .tag("a", ["class": "skip", "href": "#reports"], text: words.text(.formatsSkip)),
                .tag("header", [.tag("h1", text: heading)]),
                .tag("main", ["id": "reports", "tabindex": "-1"], main),
                .tag(
                  "footer",
                  [.tag("p", text: words.text(.formatsMadeWith))]),
              ])),
        ]))
  }

  private var heading: String {
    guard count > 1 else { return title }
    return words.text(.formatsPageOf, ["title": title, "page": "\(number)", "pages": "\(count)"])
  }

  private var head: [XMLNode] {
    [
      .empty("meta", ["charset": "utf-8"]),
      .tag("title", text: heading),
      .empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .tag("style", text: FormatsPageStyle.text),
      .tag("script", ["type": "application/ld+json"], text: FormatsPageData(self).text),
    ]
  }

  private var main: [XMLNode] {
    var nodes: [XMLNode] = [.tag("p", text: words.text(.formatsIntroduction))]
    nodes += pages(named: words.text(.formatsPages))
    nodes += collections
    nodes += pages(named: words.text(.formatsPagesAfter))
    nodes.append(request)
    return nodes
  }

  /// The way to the other pages.
  private func pages(named label: String) -> [XMLNode] {
    guard count > 1 else { return [] }
    let links = (1...count).map { page -> XMLNode in
      let text = words.text(.pageNumber, ["page": "\(page)"])
      return page == number
        ? .tag("li", [.tag("strong", text: text)])
        : .tag("li", [.tag("a", ["href": Self.name(page)], text: text)])
    }
    return [.tag("nav", ["aria-label": label], [.tag("ul", ["class": "pages"], links)])]
  }

  func report(_ report: ReportRecord, level: Int) -> XMLNode {
    let language = mark(of: report)
    var nodes: [XMLNode] = [.in(language, "h\(level)", title(of: report))]
    if let description = report.description { nodes.append(.in(language, "p", description)) }
    var facts = report.role.map { [words(for: $0)] } ?? []
    if let date = report.date { facts.append(words.text(.formatsDate, ["date": date])) }
    if let language = report.language {
      facts.append(words.text(.formatsLanguage, ["language": LanguageNames.name(language, in: words)]))
    }
    if !facts.isEmpty {
      let lines = facts.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
      nodes.append(.tag("p", ["class": "facts"], text: lines.joined(separator: " ")))
    }
    let offers = report.versions.filter { !$0.outputs.isEmpty }.map { FormatOffer($0, words) }
    if offers.isEmpty {
      nodes.append(.tag("p", text: words.text(.formatsNoneYet)))
    } else {
      nodes.append(.tag("ul", ["class": "formats"], offers.map { item($0, report) }))
    }
    var reasons: [String] = []
    for version in report.versions {
      guard let reason = version.absence.map({ absence(of: $0, report) }), !reasons.contains(reason) else {
        continue
      }
      reasons.append(reason)
    }
    nodes += reasons.map { .tag("p", text: $0) }
    return .tag("article", nodes)
  }

  private func absence(of kind: VersionRecord.Absence, _ report: ReportRecord) -> String {
    let language = LanguageNames.name(report.language ?? "", in: words)
    let name: ProgramWords.Name =
      kind == .contractedBraille ? .formatsNoContracted : .formatsNoUncontracted
    return words.text(name, ["language": language])
  }

  /// The language of a report's own words, where it is not that of the page.
  private func mark(of report: ReportRecord) -> String? {
    guard let tag = report.language, tag != words.language.tag else { return nil }
    return Language(tag)?.primary == "en" && words.language.primary == "en" ? nil : tag
  }

  /// ` of` the report, its title in its language.
  private func belonging(to report: ReportRecord) -> [XMLNode] {
    let title = title(of: report)
    guard let language = mark(of: report) else {
      return [.text(" " + words.text(.formatsOf, ["title": title]))]
    }
    let parts = words.text(.formatsOf, ["title": "\u{0}"]).split(
      separator: "\u{0}", omittingEmptySubsequences: false)
    let end = parts.dropFirst().joined()
    return [.text(" " + (parts.first ?? "")), .in(language, "span", title)]
      + (end.isEmpty ? [] : [.text(end)])
  }

  private func title(of report: ReportRecord) -> String { report.title ?? Path.name(of: report.relative) }

  private func item(_ offer: FormatOffer, _ report: ReportRecord) -> XMLNode {
    var nodes: [XMLNode] = []
    for (index, file) in offer.files.enumerated() {
      let number = ["title": offer.title, "volume": "\(index + 1)", "volumes": "\(offer.files.count)"]
      let title = offer.files.count > 1 ? words.text(.formatsPart, number) : offer.title
      if index > 0 { nodes.append(.empty("br")) }
      nodes.append(
        // Who hears links alone, one after the other, hears of which report each is.
        .tag(
          "a", ["href": DiagnosticSARIF.uri(file.path), "type": offer.mediaType],
          [.text(title), .tag("span", ["class": "of"], belonging(to: report))]))
      nodes.append(.text(" (\(offer.details(of: file)))"))
    }
    nodes += [.empty("br"), .tag("span", ["class": "purpose"], text: offer.purpose)]
    return .tag("li", nodes)
  }

  private var request: XMLNode {
    var nodes: [XMLNode] = [.tag("h2", text: words.text(.formatsAsk))]
    guard let contact else {
      nodes.append(.tag("p", text: words.text(.formatsAskPublisher)))
      return .tag("section", ["id": "ask"], nodes)
    }
    nodes.append(.tag("p", text: words.text(.formatsAskUs)))
    var ways: [XMLNode] = []
    func way(_ name: ProgramWords.Name, _ value: XMLNode) {
      ways.append(.tag("li", [.text(words.text(name) + " "), value]))
    }
    if let name = contact.name { ways.append(.tag("li", text: name)) }
    if let email = contact.email {
      way(.formatsEmail, .tag("a", ["href": "mailto:\(email)"], text: email))
    }
    if let telephone = contact.telephone {
      let digits = telephone.filter { $0.isNumber || $0 == "+" }
      way(.formatsTelephone, .tag("a", ["href": "tel:\(digits)"], text: telephone))
    }
    if let address = contact.address { way(.formatsPost, .text(address)) }
    if let web = contact.web { way(.formatsWeb, .tag("a", ["href": web], text: web)) }
    nodes.append(.tag("ul", ways))
    if let reply = contact.reply { nodes.append(.tag("p", text: words.text(.formatsReply, ["time": reply]))) }
    return .tag("section", ["id": "ask"], nodes)
  }
}

extension XMLNode {
  /// An element with children.
  static func tag(_ name: String, _ children: [XMLNode]) -> XMLNode {
    .element(XMLElement(name, [], children))
  }

  /// An element with attributes and children.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [XMLNode]
  ) -> XMLNode {
    .element(XMLElement(name, attributes.map { XMLAttribute($0.key, $0.value) }, children))
  }

  /// An element with attributes and text.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) -> XMLNode {
    .element(XMLElement(name, attributes.map { XMLAttribute($0.key, $0.value) }, text: text))
  }

  /// An element with text in a language; nil for that of the page.
  static func `in`(_ language: String?, _ name: String, _ text: String) -> XMLNode {
    .element(XMLElement(name, language.map { [XMLAttribute("lang", $0)] } ?? [], text: text))
  }

  /// An element without content.
  static func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) -> XMLNode {
    .element(XMLElement(name, attributes.map { XMLAttribute($0.key, $0.value) }))
  }
}
