import BrailleMathematics
import Diagnostics
import DocumentModel
import XMLTree

extension WebContentWriter {
  /// Displayed mathematics.
  mutating func mathematics(_ node: MathematicsBlock, _ attributes: [XMLAttribute]) -> [XMLElement] {
    let inside = formula(node.mathematics, .displayed, [], at: node.info.range)
    return [XMLElement("div", attributes.adding(class: "mathematics"), inside)]
  }

  /// A formula: MathML when it is understood; otherwise its author's words, and its source where there
  /// are none.
  mutating func formula(
    _ mathematics: Mathematics, _ display: TeXReader.Display, _ attributes: [XMLAttribute],
    at range: SourceRange?
  ) -> [XMLNode] {
    switch mathematics.expression(display, macros: macros) {
    case .success(let expression):
      facts.formulas += 1
      facts.filesWithFormulas.insert(currentFile)
      var math = MathMLWriter.math(
        expression, isDisplayed: display == .displayed,
        alternative: mathematics.alternative ?? mathematics.tex, namesNamespace: choices.syntax == .xhtml)
      math.attributes += attributes.filter { $0.name == "id" || $0.name == "dir" }
      return [.element(math)]
    case .failure(let fault):
      tallies.unreadFormulas.add(fault, at: range)
      facts.unreadFormulas += 1
      if let words = mathematics.alternative {
        return [.element(XMLElement("span", attributes.adding(class: "formula"), text: words))]
      }
      let source = mathematics.tex ?? mathematics.mathML.map(MarkupText.of) ?? ""
      return [.element(XMLElement("code", attributes.adding(class: "formula"), text: source))]
    }
  }
}
