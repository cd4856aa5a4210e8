import BrailleMathematics
import Diagnostics
import DocumentModel
import XMLTree

// Formulas: as MathML where the book can hold it and the formula is understood, else in words.

extension DTBookWriter {
  /// A formula that stands alone.
  mutating func formula(_ node: MathematicsBlock) -> [XMLElement] {
    var info = node.info
    let attributes = classed("math", with: language(of: info))
    info.language = nil
    let nodes = formula(node.mathematics, .displayed, info)
    return nodes.isEmpty ? [] : [XMLElement("p", attributes, nodes)]
  }

  private func language(of info: NodeInfo) -> [XMLAttribute] {
    info.language.map { [XMLAttribute("xml:lang", $0.bookTag)] } ?? []
  }

  /// The nodes of a formula.
  mutating func formula(
    _ mathematics: Mathematics, _ display: TeXReader.Display, _ info: NodeInfo
  ) -> [XMLNode] {
    let words = mathematics.alternative?.nonBlank ?? mathematics.notation
    switch mathematics.expression(display, macros: macros) {
    case .success(let expression):
      guard !words.isEmpty,
        let picture = pictures.address(ofFormula: FormulaPicture.svg(expression, words: words))
      else { break }
      if mathematics.alternative?.nonBlank == nil { said.formulasAsNotation.add(info.range) }
      let math = FormulaIsland.element(
        expression, isDisplayed: display == .displayed, attributes(of: info), words: words, picture: picture)
      let language = language(of: info)
      // MathML 2 has no attribute for the language.
      return [.element(language.isEmpty ? math : XMLElement("span", language, [.element(math)]))]
    case .failure: break
    }
    guard !words.isEmpty else { return [] }
    if mathematics.alternative?.nonBlank == nil { said.formulas.add(info.range) }
    // What has sound of its own is a piece of its own.
    let name = narration?.clip(of: info.id) == nil ? "span" : "sent"
    return wrapped(name, [XMLAttribute("class", "math")], [.text(words)], info)
  }
}

extension Mathematics {
  /// Its TeX, else the characters of its MathML.
  fileprivate var notation: String {
    (tex ?? mathML.map(MarkupText.of) ?? "").collapsedBlanks
  }
}

extension PictureFiles {
  /// The address of the drawing of a formula; nil where the book holds no drawings. Equal drawings are one.
  func address(ofFormula drawing: XMLElement) -> String? {
    let bytes = XMLSerializer.document(drawing)
    switch policy {
    case .linked:
      // A file alone has nothing beside it: it holds the drawing itself (RFC 2397).
      return "data:image/svg+xml," + Self.percentEncoded(bytes)
    case .packaged(let types):
      guard types.contains("image/svg+xml") else { return nil }
      return add(drawing: bytes)
    }
  }

  private static func percentEncoded(_ bytes: [UInt8]) -> String {
    var result = ""
    for byte in bytes {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (scalar.properties.isAlphabetic || "0123456789-._~/:=".unicodeScalars.contains(scalar))
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count < 2 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }
}
