import Diagnostics
import JSONTree
import XMLTree

extension BuildResult {
  /// Writes the report of the run for programs: for each report and format what became of it, with
  /// sizes, checksums, words and diagnostics.
  public func writeJSON(to path: String) throws(ConversionFailure) {
    var file = try StreamedFile(path)
    let head = JSONValue.members([
      "program": .string("coformat"), "version": .string(coformatVersion), "output": .string(output),
      "interrupted": .boolean(isInterrupted), "reports": .integer(counts.reports),
      "made": .integer(counts.made),
      "kept": .integer(counts.kept), "failed": .integer(counts.failed), "left": .integer(counts.left),
      "absent": .integer(counts.absent),
    ]).text(.oneLine)
    try file.write(String(head.dropLast()) + ",\"results\":[")
    var isFirst = true
    try forEach { record throws(ConversionFailure) in
      try file.write((isFirst ? "\n" : ",\n") + record.result.text(.oneLine))
      isFirst = false
    }
    try file.write("\n]}\n")
    try file.finish()
  }

  /// Writes the report of the run as JUnit XML, which every CI system shows: a suite a report, a case a
  /// format. What could not be made is an error; a diagnostic as serious as `failOn` is a failure.
  public func writeJUnit(to path: String, failOn: Severity?) throws(ConversionFailure) {
    var file = try StreamedFile(path)
    try file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"coformat\">\n")
    try forEach { record throws(ConversionFailure) in
      let text = XMLSerializer.fragment(record.suite(failOn: failOn))
      try file.write(text + "\n")
    }
    try file.write("</testsuites>\n")
    try file.finish()
  }

  /// Writes all diagnostics as SARIF 2.1.0.
  public func writeSARIF(to path: String, exitCode: Int) throws(ConversionFailure) {
    var logs: [DiagnosticLog] = []
    try forEach { record in logs.append(record.log) }
    let bytes = Array(DiagnosticSARIF.text(logs, exitCode: exitCode).utf8)
    try AtomicFile.write(bytes, to: path)
  }

  /// Hears what was said of each report, for whoever shows it to people.
  public func forEachLog(_ body: (DiagnosticLog) -> Void) throws(ConversionFailure) {
    try forEach { record in body(record.log) }
  }
}

extension ReportRecord {
  /// All that was said, as a log.
  var log: DiagnosticLog {
    var log = DiagnosticLog(source: source)
    for diagnostic in allDiagnostics { log.report(diagnostic) }
    return log
  }

  fileprivate var result: JSONValue {
    .members([
      "source": .string(source), "title": title.map(JSONValue.string),
      "language": language.map(JSONValue.string),
      "words": .integer(words), "diagnostics": .array(diagnostics.map(\.record)),
      "versions": .array(
        versions.map { version in
          .members([
            "format": .string(version.format), "outcome": .string(version.outcome.rawValue),
            "summary": version.summary.isEmpty ? nil : .string(version.summary),
            "pages": version.pages.map(JSONValue.integer), "volumes": version.volumes.map(JSONValue.integer),
            "words": version.words.map(JSONValue.integer), "milliseconds": .integer(version.milliseconds),
            "files": .array(version.outputs.map(\.offer)),
            "diagnostics": .array(version.diagnostics.map(\.record)),
          ])
        }),
    ])
  }

  fileprivate func suite(failOn: Severity?) -> XMLElement {
    var cases: [XMLNode] = []
    var (errors, failures) = (0, 0)
    for version in versions {
      let seconds = "\(Double(version.milliseconds) / 1000)"
      var element = XMLElement(
        "testcase",
        [
          XMLAttribute("name", version.format), XMLAttribute("classname", source),
          XMLAttribute("time", seconds),
        ])
      let said = diagnostics + version.diagnostics
      switch version.outcome {
      case .failed:
        errors += 1
        let first = said.last { $0.severity == .error }
        element.children = [Self.fault("error", first, said)]
      case .left:
        element.children = [.element(XMLElement("skipped", [XMLAttribute("message", "not reached")]))]
      case .absent:
        let reason = version.diagnostics.first?.message ?? "there is none in its language"
        element.children = [.element(XMLElement("skipped", [XMLAttribute("message", reason)]))]
      case .made, .kept:
        guard let failOn,
          let worst = said.filter({ $0.severity >= failOn }).max(by: { $0.severity < $1.severity })
        else { break }
        failures += 1
        element.children = [Self.fault("failure", worst, said)]
      }
      cases.append(.element(element))
    }
    return XMLElement(
      "testsuite",
      [
        XMLAttribute("name", source), XMLAttribute("tests", "\(versions.count)"),
        XMLAttribute("errors", "\(errors)"),
        XMLAttribute("failures", "\(failures)"),
        XMLAttribute("skipped", "\(versions.count { $0.outcome == .left || $0.outcome == .absent })"),
      ], cases)
  }

  private static func fault(_ name: String, _ first: Diagnostic?, _ all: [Diagnostic]) -> XMLNode {
    let text = all.map { "\($0.code) \($0.severity.rawValue): \($0.message)" }.joined(separator: "\n")
    return .element(
      XMLElement(
        name,
        [
          XMLAttribute("type", first?.code ?? ""),
          XMLAttribute("message", first?.message ?? "it could not be made"),
        ],
        text: text))
  }
}
