import Diagnostics

/// Finds the reports that patterns, folders and paths name.
struct SourceSearch {
  /// A report that was found.
  struct Found: Hashable, Sendable {
    /// Its path, as it is opened and as messages name it.
    var path: String
    /// Its path below the folder all reports are in.
    var relative: String
    /// How many bytes it has.
    var size: Int
    /// Which selection found it, by its number.
    var selection: Int
  }

  /// How deep folders are searched.
  private static let maximumDepth = 64

  private let configuration: BuildConfiguration
  /// The extensions of reports, and those that are searched for now.
  private let usual: Set<String>
  private var extensions: Set<String>
  private let excluded: [Glob]
  /// A folder that is never searched: what was made before is no source.
  private let output: FileIdentity?
  private var found: [Found] = []
  private var seen: Set<FileIdentity> = []
  private var visited: Set<FileIdentity> = []

  /// The reports of a configuration, in the order of its selections and by path within each; a report
  /// that two selections name belongs to the first.
  ///
  /// - Throws: when a path leads nowhere or a pattern finds nothing.
  static func find(
    _ configuration: BuildConfiguration, output: String, registry: Registry, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> [Found] {
    var search = SourceSearch(configuration, output: output, registry: registry)
    for (number, selection) in configuration.sources.enumerated() {
      let before = search.found.count
      let path = Path.under(configuration.folder, selection.pattern)
      let status = try? Platform.status(path)
      switch status?.kind {
      case .folder: search.walk(path, number, depth: 0) { _ in true }
      case .file:
        search.add(path, number)
        continue
      default:
        guard Glob.isPattern(selection.pattern) else {
          throw ConversionFailure(.buildSourceMissing(path, at: selection.range))
        }
        let glob = Glob(path)
        // Whoever writes '*.json' means files that a folder alone would not be searched for.
        let named = Path.fileExtension(of: Path.name(of: path))
        if !Glob.isPattern(named) { search.extensions.insert(named) }
        search.walk(Glob.fixedFolder(of: path), number, depth: 0) { glob.matches($0) }
        search.extensions = search.usual
      }
      if search.found.count == before {
        log.report(.buildSourceEmpty(selection.pattern, at: selection.range))
      }
    }
    guard !search.found.isEmpty else { throw ConversionFailure(.buildNothing()) }
    return search.withRelativePaths()
  }

  private init(_ configuration: BuildConfiguration, output: String, registry: Registry) {
    self.configuration = configuration
    usual = Set(registry.readers.flatMap(\.extensions)).subtracting(Self.notReports)
    extensions = usual
    excluded = configuration.excluded.map { Glob(Path.under(configuration.folder, $0)) }
    self.output = (try? Platform.status(output))?.identity
  }

  /// Extensions of files that may be reports when they are named, and mostly are none in a folder.
  private static let notReports: Set<String> = ["json", "xml", "txt", "text", "opf", "zip"]

  /// Adds the reports in a folder and those below it. Whoever is searched twice through links is not
  /// searched again.
  private mutating func walk(_ folder: String, _ selection: Int, depth: Int, _ isWanted: (String) -> Bool) {
    guard depth < Self.maximumDepth, let status = try? Platform.status(folder), status.kind == .folder,
      status.identity != output
    else { return }
    if depth == 0 { visited = [] }
    guard visited.insert(status.identity).inserted else { return }
    let names = (try? Platform.names(in: folder)) ?? []
    if let book = Self.book(among: names) {
      let path = folder == "." ? book : Path.join(folder, book)
      if isWanted(path) { return add(path, selection) }
    }
    for name in names {
      let path = folder == "." ? name : Path.join(folder, name)
      guard let status = try? Platform.status(path) else { continue }
      if status.kind == .folder {
        walk(path, selection, depth: depth + 1, isWanted)
      } else if status.kind == .file, isWanted(path), extensions.contains(Path.fileExtension(of: name)) {
        add(path, selection)
      }
    }
  }

  /// The file that a DAISY book in a folder begins with; nil where there is none. What else is in the
  /// folder belongs to it.
  private static func book(among names: [String]) -> String? {
    guard names.contains(where: { Path.fileExtension(of: $0) == "smil" }) else { return nil }
    return names.first { $0.lowercased() == "ncc.html" }
      ?? names.first { Path.fileExtension(of: $0) == "opf" }
  }

  private mutating func add(_ path: String, _ selection: Int) {
    guard let status = try? Platform.status(path), !excluded.contains(where: { $0.matches(path) }),
      seen.insert(status.identity).inserted
    else { return }
    found.append(Found(path: path, relative: path, size: status.size, selection: selection))
  }

  /// Takes the folder that all reports are in off their paths.
  private func withRelativePaths() -> [Found] {
    let places = found.map { Path.absolute($0.path).split(separator: "/") }
    var common = places[0].dropLast()
    for place in places {
      common = common.prefix(zip(common, place.dropLast()).prefix { $0 == $1 }.count)
    }
    return zip(found, places).map { found, place in
      var found = found
      found.relative = place.dropFirst(common.count).joined(separator: "/")
      return found
    }
  }
}

extension Diagnostic {
  static func buildSourceMissing(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BLD-010", .error, "there is no file or folder \(quoted(path, limit: 200))",
      hint: "paths count from the folder of the configuration", at: range)
  }

  static func buildSourceEmpty(_ pattern: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BLD-011", .warning, "\(quoted(pattern, limit: 200)) finds no report that is not found already",
      hint: "** stands for any number of folders", at: range)
  }

  static func buildNothing() -> Diagnostic {
    Diagnostic(
      "BLD-012", .error, "there is no report to build from",
      hint: "name reports or folders, or write them under 'sources:' in coformat.yml ('coformat init')")
  }
}
