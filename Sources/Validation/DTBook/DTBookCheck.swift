public import Diagnostics
import XMLTree

/// Checks a DTBook against the DTD and the rules beyond it (ANSI/NISO Z39.86-2005, 4 and appendix 1).
public struct DTBookCheck {
  private let reading: MarkupReading
  private var findings: [Diagnostic] = []

  /// All that is wrong with a file.
  public static func findings(in bytes: [UInt8]) -> [Diagnostic] {
    do throws(XMLFault) {
      return findings(in: try MarkupReading(bytes))
    } catch {
      return [.notWellFormedBook(error)]
    }
  }

  /// All that is wrong with a file that could be read.
  static func findings(in reading: MarkupReading) -> [Diagnostic] {
    var check = DTBookCheck(reading)
    check.run()
    return check.findings.sorted { ($0.range?.start.line ?? 0) < ($1.range?.start.line ?? 0) }
  }

  private init(_ reading: MarkupReading) { self.reading = reading }

  private mutating func run() {
    checkType()
    for fault in DTBookGrammar.grammar.faults(in: reading) {
      findings.append(.dtbookGrammar(fault.reason, line: fault.line))
    }
    for (id, line) in reading.repeated {
      findings.append(
        .dtbookIdentifier("the identifier \(quoted(id)) is there more than once", line: line))
    }
    checkMetadata()
    for index in reading.elements.indices { check(index) }
  }

  // MARK: - Prolog and head

  private mutating func checkType() {
    guard let root = reading.root else { return }
    if !reading.hasDocumentType {
      findings.append(.dtbookType("it has no document type", line: 1))
    } else if let identifier = reading.publicIdentifier,
      !identifier.hasPrefix("-//NISO//DTD dtbook ")
    {
      findings.append(.dtbookType("its document type is \(quoted(identifier))", line: 1))
    }
    if root.namespace != DTBookGrammar.namespace {
      findings.append(.dtbookType("the namespace is \(quoted(root.namespace))", line: root.line))
    }
    if root["version"] == nil {
      findings.append(.dtbookType("the root has no version", line: root.line))
    }
  }

  private mutating func checkMetadata() {
    guard let head = reading.all("head").first else { return }
    let identifiers = reading.metadata("dtb:uid")
    if identifiers.count != 1 {
      findings.append(
        .dtbookMetadata("the head has \(identifiers.count) dtb:uid and not one", line: head.line))
    }
    if let first = identifiers.first, first.value.isEmpty {
      findings.append(.dtbookMetadata("dtb:uid is empty", line: first.line))
    }
    let titles = reading.metadata("dc:Title")
    if titles.isEmpty {
      findings.append(.dtbookMetadata("the head has no dc:Title", line: head.line))
    }
    for title in titles where title.value.isEmpty {
      findings.append(.dtbookMetadata("dc:Title is empty", line: title.line))
    }
    for meta in reading.all("meta") {
      guard let name = meta["name"] else { continue }
      if name.isEmpty || !name.unicodeScalars.allSatisfy(\.isXMLNameCharacter) {
        findings.append(.dtbookMetadata("\(quoted(name)) is no name that metadata may have", line: meta.line))
      }
      guard name.lowercased().hasPrefix("dc:") else { continue }
      if !name.hasPrefix("dc:") || !DublinCore.names.contains(String(name.dropFirst(3))) {
        findings.append(
          .dtbookMetadata("\(quoted(name)) is no element of Dublin Core", line: meta.line))
      }
    }
  }

  // MARK: - Elements

  private mutating func check(_ index: Int) {
    let element = reading.elements[index]
    if let tag = element["xml:lang"], !tag.isLanguageTag {
      findings.append(.dtbookLanguage(tag, line: element.line))
    }
    if element.namespace == MathML.namespace, element.name == "math" { checkFormula(element) }
    guard element.namespace == DTBookGrammar.namespace else { return }
    switch element.name {
    case "pagenum": checkPage(element)
    case "noteref", "annoref": checkReference(element)
    case "a": checkLink(element)
    case "list": checkList(element, at: index)
    case "td", "th": checkCell(element, at: index)
    case "img": checkPicture(element)
    case "caption", "prodnote": checkPictureReferences(element)
    case "level":
      let depth =
        reading.ancestors(of: index).filter { reading.elements[$0].name == "level" }.count + 1
      if let given = element["depth"], given != "\(depth)" {
        findings.append(
          .dtbookLevel(
            "the depth of the level is \(depth) and not \(quoted(given))", line: element.line))
      }
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "hd", "bridgehead", "doctitle":
      if element.children.isEmpty, element.text.allSatisfy(\.isWhitespace) {
        findings.append(.dtbookEmpty(element.name, line: element.line))
      }
    default: break
    }
  }

  /// Kinds of pages and their numbers (4.2, `pagenum`).
  private mutating func checkPage(_ element: MarkupReading.Element) {
    let number = element.text.collapsed
    switch element["page"] ?? "normal" {
    case "normal" where Int(number).map({ $0 > 0 }) != true:
      findings.append(
        .dtbookPage(
          "the page number \(quoted(number)) is no positive number, as page=\"normal\" has it",
          line: element.line))
    case "front" where !number.isRomanNumeral && Int(number) == nil:
      findings.append(
        .dtbookPage(
          "the page number \(quoted(number)) is no Roman numeral, as page=\"front\" has it",
          line: element.line))
    default: break
    }
  }

  private mutating func checkReference(_ element: MarkupReading.Element) {
    guard let reference = element["idref"] else { return }
    let target = element.name == "noteref" ? "note" : "annotation"
    guard let hash = reference.firstIndex(of: "#") else {
      return findings.append(
        .dtbookNote(
          "the reference \(quoted(reference)) names no place: it has no #", line: element.line))
    }
    guard hash == reference.startIndex else { return }
    let id = String(reference[reference.index(after: hash)...])
    guard let index = reading.identifiers[id], reading.elements[index].name == target else {
      return findings.append(
        .dtbookNote("the reference \(quoted(reference)) leads to no \(target)", line: element.line))
    }
  }

  private mutating func checkLink(_ element: MarkupReading.Element) {
    if let address = element["href"], address.hasPrefix("#"),
      reading.identifiers[String(address.dropFirst())] == nil
    {
      findings.append(.dtbookLink(address, line: element.line))
    }
    if let key = element["accesskey"], key.count != 1 {
      findings.append(
        .dtbookGrammar("accesskey is \(quoted(key)) and not one character", line: element.line))
    }
  }

  private mutating func checkList(_ element: MarkupReading.Element, at index: Int) {
    let isNumbered = element["type"] == "ol"
    if !isNumbered, element["enum"] != nil {
      findings.append(.dtbookList("enum stands on a list that is not numbered", line: element.line))
    }
    if let start = element["start"] {
      if !isNumbered {
        findings.append(
          .dtbookList("start stands on a list that is not numbered", line: element.line))
      }
      if !start.isDigits {
        findings.append(.dtbookList("start is \(quoted(start)) and no number", line: element.line))
      }
    }
    if let depth = element["depth"] {
      let actual =
        reading.ancestors(of: index).filter { reading.elements[$0].name == "list" }.count + 1
      if depth != "\(actual)" {
        findings.append(
          .dtbookList(
            "the depth of the list is \(actual) and not \(quoted(depth))", line: element.line))
      }
    }
  }

  private mutating func checkCell(_ element: MarkupReading.Element, at index: Int) {
    for name in ["rowspan", "colspan"] {
      guard let value = element[name] else { continue }
      guard value.isDigits, let span = Int(value), span > 0 else {
        findings.append(
          .dtbookTable("\(name) is \(quoted(value)) and no positive number", line: element.line))
        continue
      }
      guard name == "rowspan", let row = element.parent, let group = reading.elements[row].parent
      else { continue }
      let rows = reading.elements[group].children.filter { reading.elements[$0].name == "tr" }
      if let place = rows.firstIndex(of: row), span > rows.count - place {
        findings.append(.dtbookTable("rowspan reaches past the last row", line: element.line))
      }
    }
    guard let headers = element["headers"] else { return }
    let tables = Set(reading.ancestors(of: index).filter { reading.elements[$0].name == "table" })
    for token in headers.split(whereSeparator: \.isWhitespace) {
      let target = reading.identifiers[String(token)]
      let isHeading = target.map { reading.elements[$0].name == "th" } ?? false
      let isHere = target.map { !tables.isDisjoint(with: reading.ancestors(of: $0)) } ?? false
      if !isHeading || !isHere {
        findings.append(
          .dtbookTable(
            "headers names \(quoted(token)), which is no th of the table", line: element.line))
      }
    }
  }

  private mutating func checkPicture(_ element: MarkupReading.Element) {
    for name in ["width", "height"] {
      guard let value = element[name] else { continue }
      if !value.isDigits, !(value.hasSuffix("%") && String(value.dropLast()).isDigits) {
        findings.append(
          .dtbookPicture(
            "\(name) is \(quoted(value)) and neither pixels nor percent", line: element.line))
      }
    }
    if let source = element["src"], source.collapsed.isEmpty {
      findings.append(.dtbookPicture("the picture names no file", line: element.line))
    }
  }

  /// What players without MathML have in a formula's place (MathML in DAISY, 2).
  private mutating func checkFormula(_ element: MarkupReading.Element) {
    for name in ["alttext", "altimg"] {
      guard let value = element[name] else {
        findings.append(.dtbookFormula("a formula has no \(name)", line: element.line))
        continue
      }
      if value.collapsed.isEmpty {
        let severity: Severity = name == "alttext" ? .warning : .error
        findings.append(
          .dtbookFormula("the \(name) of a formula is empty", severity: severity, line: element.line))
      }
    }
  }

  private mutating func checkPictureReferences(_ element: MarkupReading.Element) {
    for token in (element["imgref"] ?? "").split(whereSeparator: \.isWhitespace) {
      let id = String(token.first == "#" ? token.dropFirst() : token)
      guard let index = reading.identifiers[id], reading.elements[index].name == "img" else {
        findings.append(
          .dtbookPicture("imgref names \(quoted(token)), which is no picture", line: element.line))
        continue
      }
    }
  }
}

/// What the extension MathML in DAISY is known by.
enum MathML {
  static let namespace = "http://www.w3.org/1998/Math/MathML"
}

/// The elements of Dublin Core 1.1, as DAISY 3 writes them.
enum DublinCore {
  static let names: Set<String> = [
    "Title", "Creator", "Subject", "Description", "Publisher", "Contributor", "Date", "Type",
    "Format",
    "Identifier", "Source", "Language", "Relation", "Coverage", "Rights",
  ]
}

extension String {
  /// Whether it is a language tag: subtags of one to eight letters or digits, the first of letters
  /// (RFC 3066, 2.1).
  var isLanguageTag: Bool {
    let subtags = split(separator: "-", omittingEmptySubsequences: false)
    return subtags.enumerated().allSatisfy { index, subtag in
      (1...8).contains(subtag.utf8.count)
        && subtag.allSatisfy { $0.isASCII && ($0.isLetter || (index > 0 && $0.isNumber)) }
    }
  }

  /// Whether it is made of digits alone.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// Whether it is a Roman numeral, as far as letters tell.
  fileprivate var isRomanNumeral: Bool {
    !isEmpty && lowercased().allSatisfy { "ivxlcdm".contains($0) }
  }
}

extension Diagnostic {
  static func notWellFormedBook(_ fault: XMLFault) -> Diagnostic {
    let place = SourcePosition(line: fault.line, column: fault.column)
    return Diagnostic(
      "CHK-006", .error, "not well-formed XML: \(fault.message)",
      hint: "the program that wrote the file is at fault", at: SourceRange(place, place))
  }
}
