import BrailleLayout
import BrailleTranslation
import Diagnostics
import Foundation
import Readers
import TestSupport
import Testing

@testable import Renderers

/// How an example's document is built: its structure in our own words, its text taken from the example
/// when the test runs.
///
/// Above a line `---` stand fields, one a line; below it the document in HTML, where `{3-5}` is the
/// words on lines 3 to 5 of the example (see `ExampleText`). Fields:
///
/// - `example`: the file, below the folder of examples.
/// - `profile`, `grade`, `cells`, `lines`, and so on: the options of `coformat braille`.
/// - `pages`: `none` for an example without page numbers, or the number its first page has.
/// - `goes-on`: given where the text goes on after the example, which so lacks the line that ends it.
/// - `style`: what a house style has otherwise than the profile, as a profile file has it.
/// - `running-head`: lines of the example whose words are the running head.
/// - `foot`: given where the example is the foot of a page and shows no more: of our page its last
///   lines are compared.
/// - `mistake`: a line of the example that is put right before comparing, as it is against the rule
///   its reason names (see `Mistake`).
/// - `from-line`: the first of our lines that the example has, and why not those before it.
/// - `shows-no-more`: given where our document has pages after those of the example.
/// - `from-page`: the first page to compare, and why not those before it.
/// - `page-before`: given where our first page is only there for the print page to have begun on it.
/// - `differs`: why what we make is not what the example has.
struct Recipe: Sendable, CustomTestStringConvertible {
  var name: String
  private var fields: [(name: String, value: String)] = []
  private var source: String

  var testDescription: String { name }

  static let folder = "braille/brf_gold/bana_styling_examples"

  init(name: String, text: String) throws {
    self.name = name
    let parts = text.split(separator: "\n---\n", maxSplits: 1, omittingEmptySubsequences: false)
    source = parts.count > 1 ? String(parts[1]) : ""
    for line in parts[0].split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { throw RecipeError.unreadable("\(name): \(line)") }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      fields.append((String(line[..<colon]), value))
    }
  }

  subscript(field: String) -> String? { fields.first { $0.name == field }?.value }

  var hasSource: Bool { !source.isEmpty }

  /// The example itself, with the mistakes the recipe names put right.
  func example() throws -> BrailleFile {
    guard let path = self["example"] else { throw RecipeError.unreadable(name) }
    var file = BrailleFile(try SharedData.text("\(Self.folder)/\(path)"))
    for mistake in fields where mistake.name == "mistake" {
      try Mistake(mistake.value).putRight(in: &file)
    }
    return file
  }

  func options() throws -> BrailleOptions {
    BrailleOptions(
      grade: .init(rawValue: self["grade"] ?? "2"), profile: self["profile"] ?? "bana",
      ownProfile: try ownProfile(),
      cells: self["cells"].flatMap { Int($0) } ?? 40, lines: self["lines"].flatMap { Int($0) } ?? 25,
      lineSpacing: self["line-spacing"].flatMap(LineSpacing.init) ?? .single,
      notes: self["notes"].flatMap(NotesStyle.Placement.init),
      tableLayout: self["table-form"].flatMap(BrailleOptions.TableLayout.init) ?? .auto,
      contents: self["contents"].flatMap(ContentsList.init))
  }

  private func ownProfile() throws -> LayoutProfile? {
    guard let style = self["style"] else { return nil }
    let json = "{ \"base\": \"\(self["profile"] ?? "bana")\", \(style.dropFirst())"
    return try LayoutProfiles.read(Array(json.utf8), name: name)
  }

  /// Our pages, without one that was only there to begin the example in the middle of a print page.
  func withoutPageBefore(_ file: BrailleFile) -> BrailleFile {
    var file = file
    if self["page-before"] != nil { file.pages.removeFirst() }
    if let line = self["from-line"]?.split(separator: " ").first.flatMap({ Int($0) }) {
      file.pages[0].removeFirst(line - 1)
    }
    return file
  }

  /// Our first pages where the example has no more, or the last lines of ours where it is the foot of a
  /// page: as many as it has.
  private func shown(of file: BrailleFile, like example: BrailleFile) -> BrailleFile {
    if self["shows-no-more"] != nil {
      return BrailleFile(pages: Array(file.pages.prefix(example.pages.count)))
    }
    if self["foot"] != nil, let page = file.pages.first, let theirs = example.pages.first {
      return BrailleFile(pages: [Array(page.suffix(theirs.count))])
    }
    return file
  }

  /// The pages that are compared.
  func part(of file: BrailleFile) -> BrailleFile {
    var file = file
    let first = self["from-page"]?.split(separator: " ").first.flatMap { Int($0) } ?? 1
    file.pages.removeFirst(first - 1)
    return file
  }

  /// What our reader and renderer make of the document.
  func ours(from example: BrailleFile) throws -> BrailleFile {
    let options = try options()
    let translator = try Translator(code: try BrailleCodes.find("ueb"), grade: self["grade"] ?? "2")
    let text = ExampleText(file: example, translator: translator)
    var html = "<!doctype html><html lang=\"en\"><head>"
    if let head = self["running-head"] {
      html += "<meta name=\"running-head\" content=\"\(try text.html(head[...]))\">"
    }
    html += "</head><body>"
    var rest = source[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      html += rest[..<open] + (try text.html(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    html += rest
    var log = DiagnosticLog()
    let document = try HTMLReader().read(
      Source(name: "example.html", bytes: Array(html.utf8)), options: ReadingOptions(pageContent: .whole),
      log: &log)
    var composition = try BrailleRenderer(options: options).compose(document, log: &log)
    if self["goes-on"] != nil, composition.profile.documentEnd != nil { composition.flow.removeLast() }
    if self["pages"] == "none" { composition.furniture.style = .none }
    if let first = self["pages"].flatMap({ Int($0) }) {
      let number = composition.furniture.pageNumber
      composition.furniture.pageNumber = { number($0 + first - 1) }
    }
    let pages = try composition.layOut()
    let file = BrailleFile(pages: pages.pages.map { $0.rows.map { $0.line(width: pages.width) } })
    return shown(of: withoutPageBefore(file), like: example)
  }
}

extension Recipe {
  static let all = (try? readAll()) ?? []

  private static func readAll() throws -> [Recipe] {
    let root = SharedData.packageRoot.appending(path: "Tests/GoldenTests/StylingExamples/Recipes")
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".recipe") }
      .map {
        try Recipe(
          name: String($0.dropLast(7)),
          text: try String(contentsOf: root.appending(path: $0), encoding: .utf8))
      }
  }
}
