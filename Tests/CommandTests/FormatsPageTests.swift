import Foundation
import TestSupport
import Testing

/// The language of the page of formats.
@Suite struct FormatsPageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Builds reports in those languages with a configuration; returns the page.
  private func page(_ languages: [String], _ lines: String = "", _ formats: String = "[large-print]") throws
    -> String
  {
    for language in languages {
      try folder.write("\(language).md", "---\nlang: \(language)\n---\n# R\n\nX.\n")
    }
    try folder.write("coformat.yml", "sources: [\"*.md\"]\nformats: \(formats)\noutput: out\n\(lines)\n")
    let run = try BuiltProgram.run(
      ["build", "--cache", "none", "--fail-on", "never"], in: URL(filePath: folder.path))
    #expect(run.exitCode == 0, "\(run.errors)")
    return try folder.contents("out/index.html").replacing("&nbsp;", with: "\u{A0}")
  }

  @Test(
    arguments: [
      (
        "cy", "Adroddiadau mewn fformatau eraill", "Tudalen we print bras, 18 pwynt", "Iaith: Cymraeg.",
        " – R"
      ),
      (
        "de", "Berichte in anderen Formaten", "Webseite in Großdruck, 18 Punkt", "Sprache: Deutsch.",
        " von „R“"
      ),
      (
        "fr", "Rapports dans d’autres formats", "Page web en gros caractères, 18 points",
        "Langue\u{A0}: français.", " de «\u{A0}R\u{A0}»"
      ),
      (
        "es-MX", "Informes en otros formatos", "Página web en letra grande, 18 puntos", "Idioma: español.",
        " de «R»"
      ),
    ])
  func `The page speaks the language all reports are in`(
    tag: String, title: String, offer: String, fact: String, of: String
  ) throws {
    let page = try page([tag])
    for text in ["<html lang=\"\(tag)\">", "<h1>\(title)</h1>", offer, fact, "class=\"of\">\(of)</span>"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(page.contains("\"inLanguage\": \"\(tag)\""))
    #expect(!page.contains("<h2 lang"))
    // Of English nothing is left but what is no word of the program's.
    let shown = page.replacing(/(?s)<(style|script).*?<\/\1>/, with: "").replacing(/<[^>]*>/, with: "")
    for word in ["Large print", "report", "language", "Ask ", "point,", " of "] {
      #expect(!shown.contains(word), "\(word)")
    }
    let json = try folder.contents("out/formats.json")
    #expect(json.contains("\"language\": \"\(tag)\"") && json.contains(offer))
  }

  @Test func `Where reports are in several languages the configuration decides`() throws {
    #expect(try page(["cy", "fr"]).contains("<html lang=\"en\">"))
    let german = try page(["cy", "fr"], "language: de")
    #expect(german.contains("<html lang=\"de\">") && german.contains("<h2 lang=\"cy\">R</h2>"))
    #expect(german.contains("Sprache: Walisisch."))
    #expect(german.contains("class=\"of\"> von „<span lang=\"cy\">R</span>“</span>"))
    #expect(try page(["cy", "fr"], "metadata: {language: fr}").contains("<html lang=\"fr\">"))
    #expect(
      try page(["cy", "fr"], "metadata: {language: fr}\nlanguage: en-GB").contains("<html lang=\"en-GB\">"))
  }

  @Test func `A language of several countries is that language`() throws {
    let page = try page(["fr-CA", "fr-FR"])
    #expect(page.contains("<html lang=\"fr\">") && page.contains("<h2 lang=\"fr-CA\">"))
  }

  @Test func `A language without words has an English page that says so`() throws {
    let page = try page(["pl"], "contact: {email: a@example.org, reply: 2 dni}")
    #expect(page.contains("<html lang=\"en\">") && page.contains("<h2 lang=\"pl\">R</h2>"))
    #expect(page.contains("Language: Polish.") && page.contains("Ask for another format"))
    #expect(page.contains("We answer within 2 dni."))
  }

  @Test func `Pages, parts, videos and reasons are in the language too`() throws {
    for number in 1...101 { try folder.write("r\(number).md", "---\nlang: de\n---\n# R\(number)\n") }
    try folder.write("nl.md", "---\nlang: nl\n---\n# N\n")
    let collections = """
      language: de
      contact: {email: a@example.org, telephone: "1", address: Weg 1, web: "https://example.org", reply: 3 Tage}
      collections: {all: {title: Alles, links: [{title: Film, address: "https://example.org/f", kind: video, transcript: t.html}]}}
      """
    var page = try page([], collections)
    #expect(page.contains("<h1>Berichte in anderen Formaten, Seite 1 von 2</h1>"))
    #expect(page.contains("aria-label=\"Seiten, nach den Berichten\""))
    page = try folder.contents("out/index-2.html")
    for text in [
      "Film (Video)", "Abschrift von „Film“", "Telefon: ", "Antwortzeit: 3 Tage.", "<h3>Videos</h3>",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    try FileManager.default.removeItem(atPath: folder.path)
    try folder.write("nl.md", "---\nlang: nl\n---\n# N\n")
    try folder.write("coformat.yml", "sources: [\"*.md\"]\noutput: out\nlanguage: de\n")
    let run = try BuiltProgram.run(
      ["build", "--cache", "none", "--fail-on", "never"], in: URL(filePath: folder.path))
    #expect(run.exitCode == 0, "\(run.errors)")
    page = try folder.contents("out/index.html")
    #expect(page.contains("Für diese Sprache gibt es kein Braille mit Kürzungen: Niederländisch."))
    #expect(page.contains("1 Seite"))
  }

  @Test func `What is no language is a fault with its line`() throws {
    try folder.write("coformat.yml", "sources: [a.md]\nlanguage: \"?\"\n")
    let run = try BuiltProgram.run(["build"], in: URL(filePath: folder.path))
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("coformat.yml:2:"), "\(run.errors)")
  }
}
