import Diagnostics
import DocumentModel
import Readers
import Testing

@Suite struct FrontMatterTests {
  @Test func fieldsBecomeMetadata() throws {
    let read = try ReadMarkdown(
      """
      ---
      title: |
        Line one
        line two
      subtitle: 2024
      author:
        - name: Jo Bloggs
          affiliation: {a: b}
        - Sam Jones
      translator: Ann
      lang: no
      date: 2024-01-02
      isbn: 978-1
      publisher: "P: Q"
      licence: CC0
      abstract: >
        folded
        text
      keywords: [a, b]
      source-edition: 2nd
      contact: x@example.org
      custom: {deep: [1, null]}
      ...

      # Body
      """)
    let metadata = read.document.metadata
    #expect(metadata.title == "Line one line two")
    #expect(metadata.subtitle == "2024")
    #expect(metadata.authors == ["Jo Bloggs", "Sam Jones"])
    #expect(metadata.contributors == ["Ann (translator)"])
    #expect(metadata.language?.tag == "no")
    #expect(metadata.date == "2024-01-02")
    #expect(metadata.identifier == "978-1")
    #expect(metadata.publisher == "P: Q")
    #expect(metadata.rights == "CC0")
    #expect(metadata.description == "folded text")
    #expect(metadata.subjects == ["a", "b"])
    #expect(metadata.sourceEdition == "2nd")
    #expect(metadata.contact == "x@example.org")
    #expect(
      metadata.other == [
        MetadataField(name: "author.affiliation.a", value: "b"),
        MetadataField(name: "custom.deep", value: "1, null"),
      ])
    #expect(read.codes.isEmpty)
    #expect(read.blocks.first?.info.range?.start.line == 25)
  }

  @Test(arguments: [
    "---\n\nText\n\n---\n", "---\ntext\n", "----\na: b\n---\n", "text\n---\na: b\n---\n", " ---\na: b\n---\n",
  ])
  func thematicBreaksStayContent(source: String) throws {
    let read = try ReadMarkdown(source)
    #expect(read.document.metadata == Metadata())
    #expect(read.codes.isEmpty)
    let letters = source.filter(\.isLetter)
    #expect(read.document.visibleCharacters.filter(\.isLetter) == letters)
  }

  @Test func textBetweenFencesThatHoldsNoFieldsIsSaid() throws {
    let read = try ReadMarkdown("---\njust words\n---\n\nbody\n")
    #expect(read.codes == ["FM-005"])
    #expect(read.document.visibleCharacters == "justwordsbody")
  }

  @Test(arguments: [
    ("---\ntitle: T\nbad: [unclosed\n  : : :\n---\n\nBody\n", 3...5),
    ("---\na: &a [*a]\ntitle: T\n---\n\nBody\n", 2...2),
    ("---\na: *nothing\n---\n\nBody\n", 2...2),
    ("---\ntitle: \"\\ud800\"\n---\n\nBody\n", 2...2),
    ("---\na: 1\n---\nBody\n", 0...0),
  ])
  func brokenFrontMatterIsAnErrorWithItsLine(source: String, lines: ClosedRange<Int>) throws {
    do throws(ConversionFailure) {
      _ = try ReadMarkdown(source)
      #expect(lines == 0...0)
    } catch {
      #expect(error.diagnostic.code == "FM-001")
      #expect(lines.contains(error.diagnostic.range?.start.line ?? 0))
      #expect(error.diagnostic.hint?.contains("--lenient") == true)
      let lenient = try ReadMarkdown(source, ReadingOptions(invalidBytes: .replace))
      #expect(lenient.codes == ["FM-002"])
      #expect(lenient.document.visibleCharacters == "Body")
      #expect(lenient.document.metadata.other.map(\.name) == ["front-matter"])
    }
  }

  @Test func aliasesAreBounded() throws {
    var source = "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, previous) in zip("bcdefghi", "abcdefgh") {
      source +=
        "\(name): &\(name) [" + [String](repeating: "*\(previous)", count: 9).joined(separator: ",") + "]\n"
    }
    #expect((try? ReadMarkdown(source + "---\n\nBody\n")) == nil)
    let deep = "---\na: " + String(repeating: "[", count: 50_000) + "\n---\n\nBody\n"
    #expect((try? ReadMarkdown(deep)) == nil)
  }

  @Test func repeatedFieldsAndTagsAreSaid() throws {
    let read = try ReadMarkdown(
      "---\ntitle: A\ntitle: B\nx: !!python/object/apply:os.system [\"y\"]\n---\n\nBody\n")
    #expect(read.document.metadata.title == "A")
    #expect(read.document.metadata.other.map(\.value) == ["B", "y"])
    #expect(read.codes == ["FM-006", "FM-003"])
    #expect(read.log.diagnostics.map { $0.range?.start.line } == [4, 3])
  }

  @Test func languageThatIsNoneIsSaidAndKept() throws {
    let read = try ReadMarkdown("---\nlang: \"!\"\n---\n\nBody\n")
    #expect(read.codes == ["FM-004"])
    #expect(read.document.metadata.other == [MetadataField(name: "lang", value: "!")])
  }

  @Test func tomlIsReadAndSaid() throws {
    let read = try ReadMarkdown(
      "+++\ntitle = \"T \\\"q\\\"\" # note\ntags = ['a', \"b\"]\n[extra]\nx = 1\n+++\n\nBody\n")
    #expect(read.document.metadata.title == "T \"q\"")
    #expect(read.document.metadata.subjects == ["a", "b"])
    #expect(read.document.metadata.other == [MetadataField(name: "extra.x", value: "1")])
    #expect(read.codes == ["FM-007"])
    let left = try ReadMarkdown("+++\nx = {}\n+++\n\nBody\n")
    #expect(left.codes == ["FM-002"])
    #expect(left.document.visibleCharacters == "Body")
  }

  @Test func jsonIsRead() throws {
    let read = try ReadMarkdown("{ \"title\": \"T {\", \"x\": {\"y\": 1} }\n\nBody\n")
    #expect(read.document.metadata.title == "T {")
    #expect(read.document.metadata.other == [MetadataField(name: "x.y", value: "1")])
    #expect(read.document.visibleCharacters == "Body")
    let text = try ReadMarkdown("{ \"a\" } text\n")
    #expect(text.document.visibleCharacters == "{\"a\"}text")
  }
}
