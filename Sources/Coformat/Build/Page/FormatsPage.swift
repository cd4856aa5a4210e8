import JSONTree
import XMLTree

/// The page that offers reports in their formats: HTML that needs nothing besides itself.
///
/// The shape follows GOV.UK's attachment component: the link is the heading of what it leads to and says
/// the type, the size and the length; whom to ask for another format stands on every page.
struct FormatsPage {
  let title: String
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
        "html", [XMLAttribute("lang", "en")],
        [
          .element(XMLElement("head", [], head)),
          .element(
            XMLElement(
              "body", [],
              [
                .tag("a", ["class": "skip", "href": "#reports"], text: "Skip to the reports"),
                .tag("header", [.tag("h1", text: heading)]),
                .tag("main", ["id": "reports", "tabindex": "-1"], main),
                .tag(
                  "footer",
                  [
                    .tag(
                      "p",
                      text:
                        "Made with coformat. What each file was checked against is in its format's rules; people who use it are the test that counts."
                    )
                  ]),
              ])),
        ]))
  }

  private var heading: String { count > 1 ? "\(title), page \(number) of \(count)" : title }

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
    var nodes: [XMLNode] = [
      .tag(
        "p",
        text:
          "Every report below is offered in several formats. All formats of a report say the same; easy read says it in simpler words. Choose the one that suits you."
      )
    ]
    nodes += pages(named: "Pages")
    nodes += collections
    nodes += pages(named: "Pages, after the reports")
    nodes.append(request)
    return nodes
  }

  /// The way to the other pages.
  private func pages(named label: String) -> [XMLNode] {
    guard count > 1 else { return [] }
    let links = (1...count).map { page -> XMLNode in
      page == number
        ? .tag("li", [.tag("strong", text: "Page \(page)")])
        : .tag("li", [.tag("a", ["href": Self.name(page)], text: "Page \(page)")])
    }
    return [.tag("nav", ["aria-label": label], [.tag("ul", ["class": "pages"], links)])]
  }

  func report(_ report: ReportRecord, level: Int) -> XMLNode {
    let language = report.language.flatMap { $0.hasPrefix("en") ? nil : $0 }
    var nodes: [XMLNode] = [.in(language, "h\(level)", title(of: report))]
    if let description = report.description { nodes.append(.in(language, "p", description)) }
    var facts = report.role.map { [Self.words(for: $0)] } ?? []
    if let date = report.date { facts.append("date: \(date)") }
    if let language = report.language { facts.append("language: \(LanguageNames.english(language))") }
    if !facts.isEmpty {
      let line = facts.joined(separator: "; ")
      nodes.append(.tag("p", ["class": "facts"], text: line.prefix(1).uppercased() + line.dropFirst() + "."))
    }
    let offers = report.versions.filter { !$0.outputs.isEmpty }.map { FormatOffer($0) }
    if offers.isEmpty {
      nodes.append(.tag("p", text: "This report is not in other formats yet. Ask for the one you need."))
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
    let language = LanguageNames.english(report.language ?? "")
    let kind = kind == .contractedBraille ? "contracted" : "uncontracted"
    return "Not made: no \(kind) braille for \(language)."
  }

  private func title(of report: ReportRecord) -> String { report.title ?? Path.name(of: report.relative) }

  private func item(_ offer: FormatOffer, _ report: ReportRecord) -> XMLNode {
    var nodes: [XMLNode] = []
    for (index, file) in offer.files.enumerated() {
      let part = offer.files.count > 1 ? ", volume \(index + 1) of \(offer.files.count)" : ""
      if index > 0 { nodes.append(.empty("br")) }
      nodes.append(
        // Who hears links alone, one after the other, hears of which report each is.
        .tag(
          "a", ["href": DiagnosticSARIF.uri(file.path), "type": offer.mediaType],
          [.text(offer.title + part), .tag("span", ["class": "of"], text: " of \(title(of: report))")]))
      nodes.append(.text(" (\(offer.details(of: file)))"))
    }
    nodes += [.empty("br"), .tag("span", ["class": "purpose"], text: offer.purpose)]
    return .tag("li", nodes)
  }

  private var request: XMLNode {
    var nodes: [XMLNode] = [.tag("h2", text: "Ask for another format")]
    guard let contact else {
      nodes.append(
        .tag(
          "p",
          text:
            "If you need a report in another format, ask whoever published it, and say which format and what you use to read."
        ))
      return .tag("section", ["id": "ask"], nodes)
    }
    nodes.append(
      .tag(
        "p",
        text:
          "If you need a report in a format that is not here, please ask us. Say which report, which format, and what you use to read."
      ))
    var ways: [XMLNode] = []
    if let name = contact.name { ways.append(.tag("li", text: name)) }
    if let email = contact.email {
      ways.append(.tag("li", [.text("Email: "), .tag("a", ["href": "mailto:\(email)"], text: email)]))
    }
    if let telephone = contact.telephone {
      let digits = telephone.filter { $0.isNumber || $0 == "+" }
      ways.append(.tag("li", [.text("Telephone: "), .tag("a", ["href": "tel:\(digits)"], text: telephone)]))
    }
    if let address = contact.address { ways.append(.tag("li", text: "Post: \(address)")) }
    if let web = contact.web {
      ways.append(.tag("li", [.text("Web: "), .tag("a", ["href": web], text: web)]))
    }
    nodes.append(.tag("ul", ways))
    if let reply = contact.reply { nodes.append(.tag("p", text: "We answer within \(reply).")) }
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
