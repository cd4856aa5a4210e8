extension Collection<Inline> {
  /// The characters a sighted reader would see, without marks: pictures give their alternative
  /// text, formulas their source, note references nothing.
  public var plainText: String {
    var text = ""
    for inline in self { inline.appendPlainText(to: &text) }
    return text
  }
}

extension Inline {
  fileprivate func appendPlainText(to text: inout String) {
    switch self {
    case .text(let node): text += node.string
    case .styled(let node): for child in node.inlines { child.appendPlainText(to: &text) }
    case .span(let node): for child in node.inlines { child.appendPlainText(to: &text) }
    case .link(let node): for child in node.inlines { child.appendPlainText(to: &text) }
    case .crossReference(let node): for child in node.inlines { child.appendPlainText(to: &text) }
    case .noteReference: break
    case .abbreviation(let node): for child in node.inlines { child.appendPlainText(to: &text) }
    case .image(let node):
      if case .text(let alternative, _) = node.alternative { text += alternative }
    case .code(let node): text += node.text
    case .mathematics(let node): text += node.mathematics.alternative ?? node.mathematics.tex ?? ""
    case .lineBreak: text += "\n"
    case .pageBreak: break
    }
  }
}
