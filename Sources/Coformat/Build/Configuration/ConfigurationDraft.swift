public import Diagnostics

/// A configuration to begin with, made from what is in a folder.
public struct ConfigurationDraft {
  private let folder: String

  /// A draft for a folder.
  public init(folder: String) { self.folder = folder }

  /// Writes `coformat.yml` into the folder.
  ///
  /// - Returns: where it is, and what it names, in words.
  /// - Throws: when there is one already, or it cannot be written.
  public func write() throws(ConversionFailure) -> (path: String, summary: String) {
    let name = BuildConfiguration.fileName
    let path = folder == "." ? name : Path.join(folder, name)
    guard (try? Platform.status(folder))?.kind == .folder else {
      throw ConversionFailure(.buildSourceMissing(folder, at: nil))
    }
    guard (try? Platform.status(path)) == nil else { throw ConversionFailure(.configurationThere(path)) }
    let found = reports()
    try AtomicFile.write(Array(text(found).utf8), to: path)
    let count = found.reduce(0) { $0 + $1.count }
    let what = count == 0 ? "no report was found" : "\(count) report\(count == 1 ? "" : "s") found"
    return (path, "wrote \(path): \(what)")
  }

  /// Patterns for what there is, with how many reports each finds.
  private func reports() -> [(pattern: String, count: Int)] {
    var patterns: [(pattern: String, count: Int)] = []
    let extensions = Registry.standard.readers.flatMap(\.extensions).filter {
      !["json", "xml", "txt", "zip"].contains($0)
    }
    for fileExtension in extensions {
      var configuration = BuildConfiguration()
      configuration.folder = folder
      configuration.sources = [SourceSelection("**/*.\(fileExtension)")]
      var log = DiagnosticLog()
      let output = Path.under(folder, configuration.output)
      let found = try? SourceSearch.find(configuration, output: output, registry: .standard, log: &log)
      if let found, !found.isEmpty { patterns.append(("**/*.\(fileExtension)", found.count)) }
    }
    return patterns
  }

  private func text(_ found: [(pattern: String, count: Int)]) -> String {
    var text = """
      # What 'coformat build' makes. Each line that begins with # is a comment.

      # The heading of the page that offers the formats.
      # title: Our reports in other formats

      # The language of that page, where it is not that of all reports.
      # language: cy

      # The reports: files, folders or patterns; ** stands for any number of folders.
      sources:

      """
    if found.isEmpty { text += "  - \"reports/**/*.md\"  # nothing was found: say where yours are\n" }
    for (pattern, count) in found {
      text += "  - \"\(pattern)\"  # finds \(count) now\n"
    }
    text += """
      # A source may say more:
      #   - path: reports/2026/*.docx
      #     collection: annual
      #     strand: housing
      #     role: full-report  # or summary, overview, story, transcript
      #     formats: [braille-2, large-print]
      #     options: {size: 24}
      #     metadata: {date: 2026-04-01}

      # What is left out although a pattern finds it.
      exclude:
        - "**/README.md"
        - "**/CHANGELOG.md"

      # The formats of each report. A name alone has its usual options; a name of your own says which
      # format it is. Those with one # are made when nothing is said here, where the report's language
      # has them; what is named here is an error where it cannot be made.

      """
    // As comments, so that what a language has no braille for is left out and no error.
    text += "# formats:\n"
    let usual = Set(BuildFormat.usual.map(\.name))
    for format in BuildFormat.named
    where Registry.standard.renderers.contains(where: { $0.name == format.renderer }) {
      text += "#   \(usual.contains(format.name) ? "" : "# ")\(format.name):\n"
    }
    text += """
      #   # giant-print: {format: large-print, size: 36, paper: A3}

      # Where everything goes, and under which names.
      output: formats
      names: "{folder}/{name}-{format}.{extension}"

      # What reports have that do not say it themselves.
      # metadata:
      #   language: en-GB
      #   publisher: The name of your organisation

      # Whom to ask for a format that is not there.
      # contact:
      #   name: Communications team
      #   email: formats@example.org
      #   telephone: 01632 960 001
      #   reply: 10 working days

      # Groups of reports on the page of formats.
      # collections:
      #   annual:
      #     title: Annual reports
      #     links:
      #       - {title: A film about the year, address: "https://example.org/film", kind: video, transcript: film.html}
      #     strands:
      #       housing:
      #         title: Housing
      #         links:
      #           - {title: Anna's story, address: "https://example.org/anna", kind: video, transcript: anna.html}

      """
    return text
  }
}

extension Diagnostic {
  static func configurationThere(_ path: String) -> Diagnostic {
    Diagnostic(
      "BLD-008", .error, "there is a \(quoted(path, limit: 200)) already",
      hint: "remove it to have a new one written")
  }
}
