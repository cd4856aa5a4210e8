import Diagnostics

// The navigation control centre (DAISY 2.02, 2.1).

extension Daisy202Check {
  private static let exactlyOne = [
    "dc:title", "dc:date", "dc:format", "dc:identifier", "dc:publisher", "ncc:charset",
    "ncc:pageFront",
    "ncc:pageNormal", "ncc:pageSpecial", "ncc:tocItems", "ncc:totalTime",
  ]
  private static let oneAtMost = [
    "dc:source", "ncc:depth", "ncc:files", "ncc:maxPageNormal", "ncc:multimediaType",
    "ncc:sourceDate",
    "ncc:sourceEdition", "ncc:sourcePublisher", "ncc:sourceTitle", "ncc:sourceRights",
    "ncc:generator",
    "ncc:setInfo", "ncc:kByteSize", "ncc:producedDate", "ncc:revision", "ncc:revisionDate",
    "ncc:footnotes",
    "ncc:prodNotes", "ncc:sidebars",
  ]
  private static let multimediaTypes: Set<String> = [
    "audioOnly", "audioNcc", "audioPartText", "audioFullText", "textPartAudio", "textNcc",
  ]

  mutating func checkMetadata(_ reading: MarkupReading) {
    func count(_ name: String) -> Int { reading.metadata(name).count }
    for name in Self.exactlyOne where count(name) != 1 {
      report(
        .nccMetadata("\(name) is there \(count(name)) times and not once", line: 1),
        in: navigationPath)
    }
    for name in ["dc:creator", "dc:language"] where count(name) == 0 {
      report(.nccMetadata("there is no \(name)", line: 1), in: navigationPath)
    }
    for name in Self.oneAtMost where count(name) > 1 {
      report(.nccMetadata("\(name) is there \(count(name)) times", line: 1), in: navigationPath)
    }
    for (value, line) in reading.metadata("dc:format") where value.lowercased() != "daisy 2.02" {
      report(
        .nccMetadata("dc:format is \(quoted(value)) and not Daisy 2.02", line: line),
        in: navigationPath)
    }
    for (value, line) in reading.metadata("dc:date") where !value.isDay {
      report(
        .nccMetadata(
          "dc:date \(quoted(value)) is no date of ISO 8601", severity: .warning, line: line),
        in: navigationPath)
    }
    for name in ["dc:title", "dc:identifier", "dc:publisher"] {
      for (value, line) in reading.metadata(name) where value.isEmpty {
        report(.nccMetadata("\(name) is empty", line: line), in: navigationPath)
      }
    }
    for (value, line) in reading.metadata("ncc:multimediaType")
    where !Self.multimediaTypes.contains(value) {
      report(
        .nccMetadata("ncc:multimediaType is \(quoted(value)), which it may not be", line: line),
        in: navigationPath)
    }
    for (value, line) in reading.metadata("ncc:totalTime") where value.milliseconds == nil {
      report(
        .nccMetadata("ncc:totalTime \(quoted(value)) is no time", line: line), in: navigationPath)
    }
    for meta in reading.all("meta") {
      guard let name = meta["name"], name != name.lowercased(), name.lowercased().hasPrefix("dc:")
      else { continue }
      report(
        .nccMetadata("\(quoted(name)) must be written in small letters", line: meta.line),
        in: navigationPath)
    }
  }

  // MARK: - Body

  private static let spanClasses: Set<String> = [
    "page-normal", "page-front", "page-special", "noteref", "sidebar", "optional-prodnote",
  ]

  mutating func checkBody(_ reading: MarkupReading) {
    guard let body = reading.all("body").first else {
      return report(.nccBody("there is no body", line: 1), in: navigationPath)
    }
    let children = body.children.map { reading.elements[$0] }
    if children.first?.name != "h1"
      || children.first?["class"]?.split(separator: " ").contains("title") != true
    {
      report(
        .nccBody(
          "the body does not begin with an h1 of the class title",
          line: children.first?.line ?? body.line), in: navigationPath)
    }
    var level = 0
    for index in body.children {
      let element = reading.elements[index]
      check(element, at: index, in: reading)
      guard element.name.isHeading, let own = element.name.last?.wholeNumberValue else { continue }
      if own > level + 1 {
        report(
          .nccHeadings(
            "\(element.name) follows h\(level): a level is passed over", line: element.line),
          in: navigationPath)
      }
      level = own
    }
    checkCounts(children, reading)
  }

  private mutating func check(
    _ element: MarkupReading.Element, at index: Int, in reading: MarkupReading
  ) {
    switch element.name {
    case "span":
      if !Self.spanClasses.contains(element["class"]?.collapsed ?? "") {
        report(
          .nccBody(
            "a span is of the class \(quoted(element["class"] ?? "")), which it may not be",
            line: element.line), in: navigationPath)
      }
    case "div":
      if element["class"]?.collapsed != "group" {
        report(.nccBody("a div is not of the class group", line: element.line), in: navigationPath)
      }
    case _ where element.name.isHeading: break
    default:
      report(
        .nccBody("\(element.name) may not stand in the body", line: element.line),
        in: navigationPath)
    }
    if element["id"] == nil {
      report(.nccBody("\(element.name) has no id", line: element.line), in: navigationPath)
    }
    let links = reading.children(of: index, named: "a")
    guard links.count == 1, element.children.count == 1, element.text.allSatisfy(\.isWhitespace)
    else {
      return report(
        .nccBody("\(element.name) does not hold one link and nothing else", line: element.line),
        in: navigationPath)
    }
    let address = links[0]["href"] ?? ""
    guard let place = self.element(at: address, in: navigationPath),
      place.path.lowercased().hasSuffix(".smil")
    else {
      return report(.bookReference(address, line: links[0].line), in: navigationPath)
    }
    let words = reading.fullText(of: index)
    if words.isEmpty {
      report(.nccBody("\(element.name) has no words", line: element.line), in: navigationPath)
    }
    if element["class"]?.collapsed == "page-normal", Int(words) == nil {
      report(
        .nccBody(
          "the page \(quoted(words)) of the class page-normal is no number", line: element.line),
        in: navigationPath)
    }
  }

  private mutating func checkCounts(_ children: [MarkupReading.Element], _ reading: MarkupReading) {
    func count(_ role: String) -> Int {
      children.count { $0.name == "span" && $0["class"]?.collapsed == role }
    }
    let depth =
      children.compactMap { $0.name.isHeading ? $0.name.last?.wholeNumberValue : nil }.max() ?? 0
    let counts = [
      ("ncc:tocItems", children.count), ("ncc:pageFront", count("page-front")),
      ("ncc:pageNormal", count("page-normal")), ("ncc:pageSpecial", count("page-special")),
      ("ncc:footnotes", count("noteref")), ("ncc:prodNotes", count("optional-prodnote")),
      ("ncc:sidebars", count("sidebar")), ("ncc:depth", depth),
    ]
    for (name, actual) in counts {
      let values = reading.metadata(name)
      for (value, line) in values where Int(value) != actual {
        report(.nccCount(name, value, actual: actual, line: line), in: navigationPath)
      }
      if values.isEmpty, actual > 0,
        ["ncc:footnotes", "ncc:prodNotes", "ncc:sidebars"].contains(name)
      {
        report(
          .nccMetadata("there is no \(name), and the navigation has \(actual)", line: 1),
          in: navigationPath)
      }
    }
    let pages = children.enumerated().filter { $1["class"]?.collapsed == "page-normal" }
      .compactMap { index, element in
        reading.all("body").first.flatMap { Int(reading.fullText(of: $0.children[index])) }
      }
    for (value, line) in reading.metadata("ncc:maxPageNormal")
    where Int(value) != (pages.max() ?? 0) {
      report(
        .nccCount("ncc:maxPageNormal", value, actual: pages.max() ?? 0, line: line),
        in: navigationPath)
    }
  }
}
