import JSONTree
import Diagnostics

extension PandocConverter {
  mutating func addMathematics(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, _ outer: PandocAttributes?
  ) throws(Problem) {
    let parts = try items(try content(of: id, in: "a Math"), count: 2, in: "a Math")
    let tex = try string(parts[1], in: "a Math")
    let isDisplay = (type(of: parts[0]) ?? json.string(parts[0])) == "DisplayMath"
    var attributes = outer ?? PandocAttributes()
    let mathML = attributes.takeValue("mathml")
    if let mathML, let node = addMathML(mathML, display: isDisplay ? "block" : "inline", to: parent, at: id) {
      setAlternative(&attributes, of: node)
      for attribute in attributes.ofElement { tree.setAttribute(attribute.name, attribute.value, of: node) }
      return
    }
    addTeX(tex, isDisplay: isDisplay, attributes, parent, id)
  }

  private mutating func addTeX(
    _ tex: String, isDisplay: Bool, _ attributes: PandocAttributes, _ parent: MarkupTree.NodeID,
    _ id: JSONTree.ID
  ) {
    let display = MarkupTree.Attribute(name: "display", value: isDisplay ? "block" : "inline")
    let holder = add("coformat-tex", [display] + attributes.ofElement, to: parent, at: id)
    tree.append(.text(tex), to: holder, range: range(id))
  }

  /// Gives a formula the words that stand for it, which are none of its markup's.
  mutating func setAlternative(_ attributes: inout PandocAttributes, of formula: MarkupTree.NodeID) {
    guard let words = attributes.takeValue("alttext") else { return }
    tree.setAttribute("coformat-alternative", words, of: formula)
  }

  /// Adds a formula given as MathML, whose markup stays as it is; nil when there is none in the text.
  mutating func addMathML(
    _ text: String, display: String, to parent: MarkupTree.NodeID, at id: JSONTree.ID
  ) -> MarkupTree.NodeID? {
    var parserLog = DiagnosticLog()
    let place = range(id)
    guard
      let parse = try? GumboParse(Array(text.utf8), as: .fragment, log: &parserLog, range: { _, _ in place }),
      let root = parse.body.firstElement(in: MarkupTree.root),
      parse.body.element(root)?.namespace == .mathML, parse.body.element(root)?.name == "math"
    else { return nil }
    let copied = tree.copy(root, of: parse.body, to: parent)
    if display == "block", tree.attribute("display", of: copied)?.lowercased() != "block" {
      tree.setAttribute("coformat-display", "block", of: copied)
    }
    return copied
  }

  // MARK: Raw text of other formats

  /// HTML is joined with what stands around it; of TeX, formulas are kept; the rest is left out.
  mutating func addRaw(
    _ id: JSONTree.ID, _ parent: MarkupTree.NodeID, isBlock: Bool
  ) throws(Problem) {
    let what = isBlock ? "a RawBlock" : "a RawInline"
    let parts = try items(try content(of: id, in: what), count: 2, in: what)
    let format = (json.member("unFormat", of: parts[0]).flatMap(json.string) ?? json.string(parts[0]) ?? "")
      .lowercased()
    let text = try string(parts[1], in: what)
    if ["html", "html4", "html5", "xhtml", "mathml"].contains(format) {
      addRawHTML(text, parent, id, isBlock: isBlock)
    } else if ["tex", "latex", "context"].contains(format), let tex = text.mathematicsEnvironment {
      addTeX(tex, isDisplay: true, PandocAttributes(), parent, id)
    } else if text.isPageCommand {
      log.report(.pageCommandLeftOut(format, text, at: range(id)))
    } else if !text.allSatisfy(\.isWhitespace) {
      log.report(.rawLeftOut(format, text, at: range(id)))
    }
  }

  private mutating func addRawHTML(
    _ text: String, _ parent: MarkupTree.NodeID, _ id: JSONTree.ID, isBlock: Bool
  ) {
    let bytes = Array(text.utf8)
    if let comments = RawComments(only: bytes) {
      for page in comments.pages {
        tree.append(.element(page.element(named: isBlock ? "div" : "span")), to: parent, range: range(id))
      }
      return
    }
    let node = add(MarkdownConverter.rawName, to: parent, at: id)
    rawPieces.append(RawPiece(bytes: bytes, map: ContentMap(at: 0), isBlock: isBlock, node: node))
  }
}

extension String {
  /// The text when it is an environment of LaTeX's for formulas on lines of their own.
  fileprivate var mathematicsEnvironment: String? {
    let text = String(trimmingSpace)
    let names = ["equation", "align", "gather", "multline", "eqnarray", "displaymath", "alignat", "flalign"]
    for name in names {
      for star in ["", "*"] {
        let begin = "\\begin{\(name)\(star)}"
        let end = "\\end{\(name)\(star)}"
        if text.hasPrefix(begin), text.hasSuffix(end) { return text }
      }
    }
    return nil
  }

  /// Whether the text only asks for a new page.
  fileprivate var isPageCommand: Bool {
    let text = trimmingSpace
    return ["\\newpage", "\\pagebreak", "\\clearpage", "\\cleardoublepage", "\\newpage{}", "\\pagebreak{}"]
      .contains { $0 == text } || text.contains("<w:br w:type=\"page\"") && !text.contains("<w:t>")
  }
}
