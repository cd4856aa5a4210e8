import DocumentModel
import XMLTree

extension WordReading {
  /// Looks through the main part for what has to be known before any of it is read: where pages turn,
  /// which bookmarks are referred to, which fields never end, and the main language.
  func survey() {
    var sections: [PageCount.Section] = []
    var isKnown = false
    var letters: [String: Int] = [:]
    let xml = main.xml
    for node in 0..<FlatXML.NodeID(xml.count) {
      switch xml.name(node) {
      case "w:sectPr" where xml.name(xml.parent(node)) != "w:sectPrChange":
        var section = PageCount.Section()
        if let type = xml.child("w:pgNumType", of: node) {
          section.start = xml.attribute("w:start", of: type).flatMap { Int($0) }
          section.format = xml.attribute("w:fmt", of: type) ?? "decimal"
        }
        section.isContinuous = main.value("w:type", of: node) == "continuous"
        sections.append(section)
      case "w:lastRenderedPageBreak": isKnown = true
      case "w:t": countLetters(node, &letters)
      default: break
      }
    }
    pages.begin(sections: sections, isKnown: isKnown)
    for part in [main] + notes.parts { surveyFields(of: part) }
    let main = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    language = (main ?? defaultLanguageTag).flatMap { Language($0) }
  }

  var defaultLanguageTag: String? {
    styles.style(nil).run.language ?? styles.defaultRun.language
  }

  private func countLetters(_ node: FlatXML.NodeID, _ letters: inout [String: Int]) {
    let run = main.xml.parent(node)
    guard run >= 0 else { return }
    var properties = RunProperties()
    if let own = main.xml.child("w:rPr", of: run) {
      properties = RunProperties(own, in: main)
    }
    let text = main.xml.text(node)
    let count = text.utf8.count
    if let tag = languageTag(of: text, properties.over(styles.style(nil).run).over(styles.defaultRun)) {
      letters[tag, default: 0] += count
    }
  }

  /// The language of a text in the scripts of which Word keeps three apart.
  func languageTag(of text: String, _ properties: RunProperties) -> String? {
    ScriptLanguages(
      western: properties.language, eastAsian: properties.eastAsianLanguage,
      complex: properties.complexLanguage
    ).tag(of: text, isComplex: properties.isComplex == true)
  }

  /// Finds the bookmarks that fields and links lead to, and the fields that never end.
  private func surveyFields(of part: WordPart) {
    let xml = part.xml
    var open: [(node: FlatXML.NodeID, instruction: String)] = []
    for node in 0..<FlatXML.NodeID(xml.count) {
      switch xml.name(node) {
      case "w:fldChar":
        guard !isLeftOut(xml.parent(node), in: part) else { continue }
        switch xml.attribute("w:fldCharType", of: node) {
        case "begin": open.append((node, ""))
        case "separate":
          if let last = open.indices.last {
            refer(by: open[last].instruction)
            open[last].instruction = ""
          }
        case "end": _ = open.popLast()
        default: break
        }
      case "w:instrText":
        if let last = open.indices.last { open[last].instruction += xml.text(node) }
      case "w:fldSimple": refer(by: xml.attribute("w:instr", of: node) ?? "")
      case "w:hyperlink":
        if let anchor = xml.attribute("w:anchor", of: node) { referenced.insert(anchor) }
      case "w:footnote", "w:endnote", "w:comment":
        unclosedFields.formUnion(open.map { part.key($0.node) })
        open = []
      default: break
      }
    }
    unclosedFields.formUnion(open.map { part.key($0.node) })
  }

  private func refer(by text: String) {
    let instruction = FieldInstruction(text)
    referenced.formUnion(instruction.words)
    if instruction.name == "HYPERLINK", let anchor = instruction.switches["l"] { referenced.insert(anchor) }
  }

  /// Whether a run stands in a revision that is left out.
  private func isLeftOut(_ run: FlatXML.NodeID, in part: WordPart) -> Bool {
    guard run >= 0 else { return false }
    let parent = part.xml.parent(run)
    return parent >= 0 && !isKept(revision: part.xml.name(parent))
  }
}

extension WordPart {
  /// A number for a node that no other part's nodes have.
  func key(_ node: FlatXML.NodeID) -> Int64 { Int64(number) << 32 | Int64(node) }
}
