import FoundationEssentials
import JSONTree
import TestSupport
import Testing

@testable import Coformat

@Suite struct ConfigurationTests {
  private func read(_ text: String) throws -> BuildConfiguration {
    var log = DiagnosticLog()
    return try ConfigurationReader.read(Array(text.utf8), path: "site/coformat.yml", log: &log)
  }

  @Test func `Everything that can be said is read`() throws {
    let configuration = try read(
      """
      title: Our reports
      sources:
        - a/*.md
        - path: b/*.docx
          from: docx
          collection: annual
          formats: [epub, giant]
          options: {size: 24}
          metadata: {date: 2026-04-01}
      exclude: ["**/README.md"]
      formats:
        braille-2:
        giant: {format: large-print, size: 36}
        spoken: {format: epub, narrate: true}
      output: public
      names: "{name}.{format}.{extension}"
      metadata: {language: cy, publisher: Us}
      contact: {email: a@example.org, reply: 10 days}
      collections:
        annual:
          title: Annual reports
          links: [{title: Film, address: "https://example.org/", kind: video, transcript: t.html}]
      page: false
      """)
    #expect(configuration.title == "Our reports")
    #expect(configuration.folder == "site")
    #expect(configuration.sources.map(\.pattern) == ["a/*.md", "b/*.docx"])
    #expect(configuration.sources[1].formats?.map(\.name) == ["epub", "giant"])
    #expect(configuration.sources[1].options == ["size": "24"])
    #expect(configuration.sources[1].metadata.fields == [.date: "2026-04-01"])
    #expect(configuration.excluded == ["**/README.md"])
    #expect(configuration.formats[1] == BuildFormat("giant", "large-print", ["size": "36"]))
    #expect(configuration.formats[2].options["narrate"] == "true")
    #expect(configuration.output == "public")
    #expect(configuration.contact?.reply == "10 days")
    #expect(configuration.collections[0].links[0].transcript == "t.html")
    #expect(!configuration.page)
  }

  @Test(arguments: [
    ("sorces: [a.md]", "BLD-002", 1), ("title:\n  - a\n", "BLD-003", 1),
    ("sources:\n  - from: html\n", "BLD-004", 2),
    ("title: a\ntitle: b", "BLD-005", 2), ("names: x", "BLD-006", 1),
    ("formats:\n  a/b: {format: epub}", "BLD-007", 2),
    ("formats: [brail-2]", "BLD-002", 1), ("formats:\n  large-print: {size: 17}", "OPT-002", 2),
    ("formats:\n  braille-2: {gade: 2}", "BLD-002", 2), ("contact: {web: \"javascript:x\"}", "BLD-003", 1),
    ("sources:\n  - path: a\n    collection: b", "BLD-002", 3), ("a: [", "BLD-001", 1),
    ("page: maybe", "BLD-003", 1),
    ("sources:\n  - path: a\n    from: dcox", "SRC-009", 3),
    ("sources:\n  - path: a\n    role: overveiw", "BLD-002", 3),
    ("sources:\n  - path: a\n    strand: b", "BLD-004", 3),
    (
      "sources:\n  - path: a\n    collection: c\n    strand: b\ncollections:\n  c: {strands: {d: D}}",
      "BLD-002", 4
    ),
    ("collections:\n  c:\n    strands:\n      d: {titel: D}", "BLD-002", 4),
    ("collections:\n  c:\n    strands: [d]", "BLD-003", 3),
  ])
  func `What it cannot mean is refused, with the line`(text: String, code: String, line: Int) {
    let failure = #expect(throws: ConversionFailure.self) { try read(text) }
    #expect(failure?.diagnostic.code == code)
    #expect(failure?.diagnostic.range?.start.line == line)
  }

  @Test func `A slip of the pen gets the word that was meant`() {
    func hint(_ text: String) -> String? {
      #expect(throws: ConversionFailure.self) { try read(text) }?.diagnostic.hint
    }
    #expect(hint("fromats: [epub]")?.contains("'formats'") == true)
    #expect(hint("sources: [{path: a, role: full-reprot}]")?.contains("'full-report'") == true)
    #expect(hint("collections: {c: {strans: {d: D}}}")?.contains("'strands'") == true)
  }

  @Test func `The schema for editors has the keys that are read`() throws {
    let place = SharedData.packageRoot.appending(path: "Tables/schemas/coformat.schema.json")
    let schema = try JSONReader.read(Array(try Data(contentsOf: place)))
    func keys(_ path: String...) -> Set<String> {
      let value = path.reduce(schema as JSONValue?) { $0?[$1] }
      return Set((value?.object ?? []).map(\.name))
    }
    #expect(keys("properties") == Set(ConfigurationReader.keys))
    #expect(keys("$defs", "source", "properties") == Set(ConfigurationReader.sourceKeys))
    let collection =
      ["properties", "collections", "additionalProperties", "anyOf"].reduce(
        schema as JSONValue?
      ) { $0?[$1] }?.array?.last?["properties"]?.object ?? []
    #expect(Set(collection.map(\.name)) == Set(ConfigurationReader.collectionKeys))
    #expect(keys("$defs", "strand", "properties") == Set(ConfigurationReader.strandKeys))
    #expect(keys("$defs", "link", "properties") == Set(ConfigurationReader.linkKeys))
    let roles = schema["$defs"]?["source"]?["properties"]?["role"]?["enum"]?.array?.compactMap(\.string)
    #expect(roles == ReportRole.allCases.map(\.rawValue))
    #expect(
      keys("$defs", "metadata", "properties") == Set(MetadataDefaults.Field.allCases.map(\.rawValue)))
  }

  @Test func `A draft is a configuration`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one.md", "# One")
    let written = try ConfigurationDraft(folder: folder.path).write()
    var log = DiagnosticLog()
    let configuration = try BuildConfiguration.load(written.path, log: &log)
    #expect(configuration.sources.map(\.pattern) == ["**/*.md"])
    #expect(configuration.formats == BuildFormat.usual)
    #expect(throws: ConversionFailure.self) { try ConfigurationDraft(folder: folder.path).write() }
  }

  @Test func `Documents get what they lack and keep what they say`() {
    var defaults = MetadataDefaults()
    defaults.fields = [.language: "cy", .publisher: "Us", .author: "A. Author", .contact: "Ask"]
    var metadata = Metadata()
    metadata.publisher = "Them"
    defaults.apply(to: &metadata)
    #expect(metadata.publisher == "Them")
    #expect(metadata.language == Language("cy"))
    #expect(metadata.authors == ["A. Author"])
    #expect(metadata.contact == "Ask")
  }
}

@Suite struct BuildRecordTests {
  @Test func `A record is read again as it was written`() throws {
    var record = ReportRecord(source: "a.md", relative: "a.md")
    record.title = "A \"title\""
    record.words = 12
    var diagnostic = Diagnostic(
      "X-001", .warning, "it is so", hint: "do this",
      at: SourceRange(SourcePosition(line: 2, column: 3), SourcePosition(line: 4, column: 5)))
    diagnostic.part = "word/document.xml"
    record.diagnostics = [diagnostic]
    var version = VersionRecord(format: "epub", outcome: .made, key: "k")
    version.inputs = [FileState(path: "a.md", digest: "d", size: 3, modified: 4, changed: 5, number: 6)]
    version.outputs = [FileState(path: "missing", digest: nil)]
    version.options = ["to": "pdf"]
    version.pages = 7
    record.versions = [version]
    record.noted = 99
    let json = record.json.text(.oneLine)
    let again = try #require(ReportRecord(try JSONReader.read(Array(json.utf8))))
    #expect(again.json == record.json)
    #expect(again.diagnostics == [diagnostic])
    #expect(again.versions[0].inputs == version.inputs)
  }
}
