import BrailleMathematics
import DocumentModel
import XMLTree

/// Formulas as elements of MathML among those of DTBook, as the specification MathML in DAISY (2008) has
/// them: an extension of the DTD that a book declares for itself, words and a drawing for players that
/// show no MathML, and a transformation that puts these in its place.
enum FormulaIsland {
  /// The element's name. The extension's DTD wants the prefix.
  static let name = "\(prefix):math"
  private static let prefix = "m"
  private static let dtbookNamespace = "http://www.daisy.org/z3986/2005/dtbook/"
  /// The attribute that leads to the step of the timeline; MathML has none of its own.
  static let reference = "dtbook:smilref"
  /// What the root of a book with formulas declares.
  static let declaration = XMLAttribute("xmlns:\(prefix)", MathMLWriter.namespace)

  /// DTBook's document type with MathML in it (MathML in DAISY, 2).
  static let documentType = XMLDocumentType(
    DTBook.documentType.publicIdentifier, DTBook.documentType.systemIdentifier,
    declarations: [
      "<!ENTITY % MATHML.prefixed \"INCLUDE\">", "<!ENTITY % MATHML.prefix \"\(prefix)\">",
      "<!ENTITY % MATHML.Common.attrib",
      "  \"xlink:href CDATA #IMPLIED xlink:type CDATA #IMPLIED class CDATA #IMPLIED style CDATA #IMPLIED",
      "  id ID #IMPLIED xref IDREF #IMPLIED other CDATA #IMPLIED",
      "  xmlns:dtbook CDATA #FIXED '\(dtbookNamespace)' \(reference) CDATA #IMPLIED\">",
      "<!ENTITY % mathML2 PUBLIC \"-//W3C//DTD MathML 2.0//EN\"",
      "  \"http://www.w3.org/Math/DTD/mathml2/mathml2.dtd\">", "%mathML2;",
      "<!ENTITY % externalFlow \"| \(name)\">",
      "<!ENTITY % externalNamespaces \"xmlns:\(prefix) CDATA #FIXED '\(MathMLWriter.namespace)'\">",
    ])

  /// A formula.
  ///
  /// - Parameters:
  ///   - attributes: what any element of a book may have; of these MathML takes the identifier.
  ///   - words: the formula for those whose players show neither MathML nor pictures.
  ///   - picture: the address of its drawing.
  static func element(
    _ expression: MathExpression, isDisplayed: Bool, _ attributes: [XMLAttribute], words: String,
    picture: String
  ) -> XMLElement {
    var math = prefixed(
      MathMLWriter.math(expression, isDisplayed: isDisplayed, alternative: words, namesNamespace: false))
    math.attributes =
      [XMLAttribute("xmlns:dtbook", dtbookNamespace)] + attributes.filter { $0.name == "id" }
      + math.attributes + [XMLAttribute("altimg", picture)]
    return math
  }

  private static func prefixed(_ element: XMLElement) -> XMLElement {
    XMLElement(
      "\(prefix):\(element.name)", element.attributes,
      element.children.map { child in
        if case .element(let inner) = child { .element(prefixed(inner)) } else { child }
      })
  }

  // MARK: - In the package

  /// The version of the extension, and the file of the transformation, as the package's metadata name
  /// them (MathML in DAISY, 3).
  static let packageMetadata: [(name: String, content: String)] = [
    ("z39-86-extension-version", "1.0"), ("DTBook-XSLTFallback", transformationFile),
  ]
  static let transformationFile = "formulas.xsl"

  /// The transformation that a player without MathML puts a book through: each formula becomes its
  /// drawing with its words, and everything else stays.
  static var transformation: [UInt8] {
    func element(_ name: String, _ attributes: [(String, String)], _ children: [XMLElement] = [])
      -> XMLElement
    {
      XMLElement(
        name, attributes.map { XMLAttribute($0.0, $0.1) }, children.map(XMLNode.element))
    }
    let rest = [element("xsl:apply-templates", [("select", "@* | node()")])]
    let copied = element(
      "xsl:template", [("match", "@* | text() | comment() | processing-instruction()")],
      [element("xsl:copy", [])])
    // Elements are made anew: a copy would keep the declaration of MathML, which DTBook's own DTD has not.
    let remade = element(
      "xsl:template", [("match", "*")],
      [element("xsl:element", [("name", "{name()}"), ("namespace", "{namespace-uri()}")], rest)])
    func attribute(_ name: String, when condition: String) -> XMLElement {
      element(
        "xsl:if", [("test", condition)],
        [
          element(
            "xsl:attribute", [("name", name)], [element("xsl:value-of", [("select", condition)])])
        ])
    }
    let shown = element(
      "xsl:template", [("match", name)],
      [
        element(
          "img", [("xmlns", dtbookNamespace), ("src", "{@altimg}"), ("alt", "{@alttext}")],
          [attribute("id", when: "@id"), attribute("smilref", when: "@\(reference)")])
      ])
    let root = element(
      "xsl:stylesheet",
      [
        ("version", "1.0"), ("xmlns:xsl", "http://www.w3.org/1999/XSL/Transform"),
        (declaration.name, declaration.value), ("xmlns:dtbook", dtbookNamespace),
        ("exclude-result-prefixes", "\(prefix) dtbook"),
      ],
      [
        element(
          "xsl:output",
          [
            ("method", "xml"), ("encoding", "UTF-8"),
            ("doctype-public", DTBook.documentType.publicIdentifier),
            ("doctype-system", DTBook.documentType.systemIdentifier),
          ]), copied, remade, shown,
      ])
    return XMLSerializer.document(root)
  }
}

extension XMLElement {
  /// Whether a formula is in it.
  var holdsFormula: Bool {
    children.contains { child in
      guard case .element(let element) = child else { return false }
      return element.name == FormulaIsland.name || element.holdsFormula
    }
  }
}
