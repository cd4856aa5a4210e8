import Diagnostics

/// What a build makes, decided and not begun: reports, the versions of each, and where they go.
struct BuildPlan: Sendable {
  /// A report.
  struct Report: Hashable, Sendable {
    var source: SourceSearch.Found
    /// Whether another report has the same name but for the extension, which is then kept.
    var keepsExtension: Bool
  }

  /// One version of a report.
  struct Version: Hashable, Sendable {
    /// The format's name.
    var format: String
    var renderer: String
    var options: [String: String]
    /// Its path in the output folder.
    var path: String
    /// Whether somebody asked for it.
    var isAsked: Bool
  }

  /// What files of a format are.
  struct Kind: Hashable, Sendable {
    var fileExtension: String
    var title: String
    var mediaType: String
  }

  var configuration: BuildConfiguration
  /// The output folder.
  var output: String
  var reports: [Report]
  /// The formats of each selection, with the options that hold there, and what their files are.
  private var formats: [[(format: BuildFormat, kind: Kind)]]

  /// Makes a plan.
  ///
  /// - Throws: when there is nothing to build, an option is not accepted, or two reports would be
  ///   written to one place.
  static func make(
    _ configuration: BuildConfiguration, registry: Registry = .standard, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> BuildPlan {
    let output = Path.under(configuration.folder, configuration.output)
    let found = try SourceSearch.find(configuration, output: output, registry: registry, log: &log)
    var formats: [[(format: BuildFormat, kind: Kind)]] = []
    for selection in configuration.sources {
      formats.append(try Self.formats(of: selection, configuration, registry))
    }
    var count: [String: Int] = [:]
    for source in found { count[Path.stem(of: source.relative).lowercased(), default: 0] += 1 }
    let reports = found.map {
      Report(source: $0, keepsExtension: count[Path.stem(of: $0.relative).lowercased(), default: 0] > 1)
    }
    let plan = BuildPlan(configuration: configuration, output: output, reports: reports, formats: formats)
    try plan.refuseCollisions()
    return plan
  }

  /// The versions of a report.
  func versions(of report: Report) -> [Version] {
    formats[report.source.selection].map { format, kind in
      Version(
        format: format.name, renderer: format.renderer, options: format.options,
        path: path(of: report, format.name, kind.fileExtension), isAsked: format.isAsked)
    }
  }

  /// Says in a version's record what it is.
  func describe(_ record: inout VersionRecord, of report: Report) {
    guard
      let (format, kind) = formats[report.source.selection].first(where: { $0.format.name == record.format })
    else { return }
    record.renderer = format.renderer
    if record.options.isEmpty { record.options = format.options }
    record.title = kind.title
    record.mediaType = kind.mediaType
  }

  /// The selection that found a report.
  func selection(of report: Report) -> SourceSelection { configuration.sources[report.source.selection] }

  private func path(of report: Report, _ format: String, _ fileExtension: String) -> String {
    configuration.naming.path(
      source: report.source.relative, format: format, fileExtension: fileExtension,
      isWhole: report.keepsExtension)
  }

  private static func formats(
    of selection: SourceSelection, _ configuration: BuildConfiguration, _ registry: Registry
  ) throws(ConversionFailure) -> [(format: BuildFormat, kind: Kind)] {
    var formats: [(format: BuildFormat, kind: Kind)] = []
    for var format in selection.formats ?? configuration.formats {
      guard let renderer = registry.renderers.first(where: { $0.name == format.renderer }) else { continue }
      for (key, value) in selection.options {
        guard let definition = renderer.options[key] else { continue }
        // An option of several formats may accept in one what it does not in another.
        if (try? definition.validate(value)) != nil { format.options[key] = value }
      }
      let rendering = try renderer.make(try renderer.options.validate(format.options))
      let type = renderer.fileTypes.first { $0.name == format.options["to"] } ?? renderer.fileTypes.first
      // The last part of an extension such as "large-print.html" is enough: the format's name says the
      // rest.
      let fileExtension = rendering.fileExtension.split(separator: ".").last.map(String.init) ?? ""
      let kind = Kind(
        fileExtension: fileExtension, title: type?.title ?? renderer.title,
        mediaType: type?.mediaType ?? "application/octet-stream")
      formats.append((format, kind))
    }
    return formats
  }

  /// Names of two reports in one format are the same just when they are in every other.
  private func refuseCollisions() throws(ConversionFailure) {
    var claimed: [String: Int] = [:]
    for (number, report) in reports.enumerated() {
      let path = path(of: report, "format", "extension")
      // Files whose names differ only in case are one file on many systems.
      if let other = claimed.updateValue(number, forKey: path.lowercased()) {
        throw ConversionFailure(
          .buildCollision(path, reports[other].source.path, report.source.path))
      }
    }
  }
}

extension Diagnostic {
  static func buildCollision(_ path: String, _ one: String, _ other: String) -> Diagnostic {
    Diagnostic(
      "BLD-013", .error,
      "\(quoted(path, limit: 200)) would be made from both \(quoted(one, limit: 200)) and \(quoted(other, limit: 200))",
      hint: "use {folder} and {source} in 'names:'")
  }
}
