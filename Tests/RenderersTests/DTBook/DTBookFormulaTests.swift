import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing

/// Formulas in DTBook and the books made of it.
@Suite struct DTBookFormulaTests {
  private func document(_ tex: String, alternative: String? = nil) -> Document {
    var document = Document(blocks: [
      .heading(Heading(level: 1, [SampleNodes.text("Sums")])),
      .paragraph(
        Paragraph([
          SampleNodes.text("Let "),
          .mathematics(InlineMathematics(Mathematics(tex: "x_1", alternative: "x one"))),
          SampleNodes.text(" be."),
        ])),
      .mathematics(MathematicsBlock(Mathematics(tex: tex, alternative: alternative))),
    ])
    document.metadata.title = "Report"
    document.metadata.publisher = "Us"
    document.metadata.language = .english
    return document
  }

  private func files(
    _ document: Document, _ renderer: some Renderer
  ) throws -> (files: [String: String], codes: [String]) {
    var log = DiagnosticLog()
    let rendition = try renderer.render(document, log: &log)
    let files = rendition.artifacts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    return (Dictionary(uniqueKeysWithValues: files), log.diagnostics.map(\.code))
  }

  @Test func aFormulaIsMathMLWithWordsAndADrawing() throws {
    let (files, codes) = try files(document(#"\frac{a}{b}"#), DTBookRenderer())
    let text = try #require(files["book.xml"])
    #expect(text.contains("%mathML2;"))
    #expect(text.contains(#"xmlns:m="http://www.w3.org/1998/Math/MathML""#))
    #expect(text.contains("<m:msub><m:mi>x</m:mi><m:mn>1</m:mn></m:msub></m:math> be."))
    #expect(text.contains(#"alttext="x one" altimg="data:image/svg+xml,%3C%3Fxml"#))
    #expect(text.contains(#"<p class="math"><m:math"#))
    #expect(text.contains(#"display="block" alttext="\frac{a}{b}""#))
    #expect(codes == ["DTB-016"])
  }

  @Test func aBookWithoutFormulasDeclaresNone() throws {
    var document = document("x")
    document.blocks = [SampleNodes.paragraph("Words.")]
    let (files, _) = try files(document, Daisy3Renderer())
    #expect(files["book.xml"]?.contains("mathML2") == false)
    #expect(files["formulas.xsl"] == nil)
    #expect(files["package.opf"]?.contains("XSLTFallback") == false)
  }

  @Test func aBookSaysWhatPlayersWithoutMathMLNeed() throws {
    let (files, codes) = try files(
      document("x^2 + x_1", alternative: "x squared plus x one"), Daisy3Renderer())
    let package = try #require(files["package.opf"])
    let scheme = #"scheme="http://www.w3.org/1998/Math/MathML""#
    #expect(package.contains(#"<meta name="z39-86-extension-version" \#(scheme) content="1.0"/>"#))
    #expect(package.contains(#"<meta name="DTBook-XSLTFallback" \#(scheme) content="formulas.xsl"/>"#))
    #expect(package.contains(#"href="formula1.svg" media-type="image/svg+xml""#))
    #expect(files["formula1.svg"]?.contains("<title>x one</title>") == true)
    #expect(files["formulas.xsl"]?.contains(#"match="m:math""#) == true)
    let text = try #require(files["book.xml"])
    let smil = try #require(files["s0002.smil"])
    // One in a line of text is read with the line, one on lines of its own can be left.
    let line = try #require(
      text.firstMatch(
        of: /smilref="s0002.smil#(p-t\d+)">Let <m:math[^>]*dtbook:smilref="s0002.smil#(p-t\d+)"/))
    #expect(line.output.1 == line.output.2)
    let alone = try #require(
      text.firstMatch(of: /<p class="math"><m:math id="(t\d+)"[^>]*dtbook:smilref="s0002.smil#q-(t\d+)"/))
    #expect(alone.output.1 == alone.output.2)
    let id = alone.output.1
    #expect(
      smil.contains(#"<seq id="q-\#(id)" class="math" end="DTBuserEscape;p-\#(id).end" fill="remove">"#))
    #expect(smil.contains(#"<text src="book.xml#\#(id)" type="http://www.w3.org/1998/Math/MathML"/>"#))
    #expect(files["resources.res"]?.contains("//seq[@class='math']") == true)
    #expect(!codes.contains("DTB-016"))
  }

  @Test func olderBooksHaveFormulasInCharacters() throws {
    let (files, codes) = try files(document(#"\frac{a}{b}"#), Daisy202Renderer())
    #expect(files["content.html"]?.contains(#"\frac{a}{b}"#) == true)
    #expect(files["content.html"]?.contains("x one") == true)
    #expect(codes == ["DTB-011"])
  }

  @Test func whatIsNotUnderstoodStandsAsItIs() throws {
    let (files, codes) = try files(document(#"\nonsense{x}"#), DTBookRenderer())
    #expect(files["book.xml"]?.contains(#"<span class="math">\nonsense{x}</span>"#) == true)
    #expect(codes == ["DTB-011"])
  }

  @Test func commandsOfTheDocumentHoldInAllFormulas() throws {
    var document = document(#"\half"#)
    document.blocks.insert(
      .mathematics(MathematicsBlock(Mathematics(tex: #"\newcommand{\half}{\frac12} \half"#))), at: 1)
    let (files, codes) = try files(document, DTBookRenderer())
    #expect(files["book.xml"]?.matches(of: /<m:mfrac>/).count == 2)
    #expect(codes == ["DTB-016"])
  }

  @Test func equalDrawingsAreOneFile() throws {
    let (files, _) = try files(document("x_1", alternative: "x one"), Daisy3Renderer())
    #expect(files.keys.filter { $0.hasPrefix("formula") }.sorted() == ["formula1.svg", "formulas.xsl"])
  }

  @Test func drawingsHoldEveryKindOfExpression() throws {
    let all = #"""
      \sqrt[3]{x} + \left(\frac{a}{b}\right) + \sum_{i=1}^n x_i^2 + {}_2^4 X + \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}       + \boxed{y} + \overline{z} + \text{words} + \binom{n}{k} + \sin x + \mathbf{v} + \cancel{q}
      """#
    let (files, codes) = try files(document(all), Daisy3Renderer())
    #expect(codes == ["DTB-016"])
    let drawing = try #require(files["formula2.svg"])
    for part in ["polyline", "textLength", "scale(0.70)", ">words<", ">sin<", "𝐯", ">4<"] {
      #expect(drawing.contains(part), "\(part)")
    }
    #expect(!drawing.contains("nan") && !drawing.contains("inf"))
  }
}
