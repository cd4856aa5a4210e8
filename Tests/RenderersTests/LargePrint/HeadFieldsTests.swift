import DocumentModel
import Testing

@testable import Renderers

/// What the head of a page says of its document, in HTML and for PDF.
@Suite("What the head of large print says of a document")
struct HeadFieldsTests {
  private var metadata: Metadata {
    var metadata = Metadata()
    metadata.authors = ["A. Author"]
    metadata.contributors = ["B. Editor", "C. Reader"]
    metadata.subjects = ["parks", "trees"]
    metadata.identifier = "urn:x:1"
    metadata.rights = "© A. Author"
    metadata.sourceEdition = "First edition"
    metadata.description = " "
    metadata.other = [
      .init(name: "department", value: "Parks"), .init(name: "Größe", value: "A4"),
      .init(name: "gr.e", value: "A5"), .init(name: "", value: "unnamed"),
    ]
    return metadata
  }

  @Test("HTML has a field for each contributor and each field of the document")
  func html() {
    let fields = HeadFields(metadata: metadata).fields(for: .html)
    #expect(
      fields.map(\.name) == [
        "author", "dcterms.contributor", "dcterms.contributor", "keywords", "dcterms.identifier",
        "dcterms.rights", "dcterms.source", "source:department", "source:Größe", "source:gr.e",
        "source:field",
      ])
    #expect(fields.last?.content == "unnamed")
  }

  @Test("Each entry of a PDF has a name of its own in letters of ASCII, and keeps a name that has others")
  func pdf() {
    let fields = HeadFields(metadata: metadata).fields(for: .pdf)
    #expect(fields.map(\.name).allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
    #expect(Set(fields.map(\.name)).count == fields.count)
    #expect(fields.first { $0.name == "contributors" }?.content == "B. Editor; C. Reader")
    #expect(fields.first { $0.name == "rights" }?.content == "© A. Author")
    #expect(fields.first { $0.name == "sourcedepartment" }?.content == "Parks")
    #expect(fields.first { $0.name == "sourcegre" }?.content == "Größe: A4")
    #expect(fields.first { $0.name == "sourcegre2" }?.content == "gr.e: A5")
    #expect(fields.last?.content == "unnamed")
  }
}
