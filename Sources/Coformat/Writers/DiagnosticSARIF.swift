public import Diagnostics
import JSONTree

/// Writes diagnostics as a log of the Static Analysis Results Interchange Format (SARIF) 2.1.0, which
/// code hosts and editors show beside the source.
public enum DiagnosticSARIF {
  /// A log with one run that holds the diagnostics of all inputs.
  ///
  /// - Parameters:
  ///   - logs: one for each input, in order.
  ///   - exitCode: what the process will end with.
  public static func text(_ logs: [DiagnosticLog], exitCode: Int) -> String {
    let rules = Rules(logs)
    let run = JSONValue.members([
      "tool": .members([
        "driver": .members([
          "name": .string("coformat"), "semanticVersion": .string(coformatVersion),
          "rules": .array(rules.all),
        ])
      ]),
      "invocations": .array([invocation(logs, exitCode: exitCode)]),
      "columnKind": .string("unicodeCodePoints"),
      "results": .array(logs.flatMap(\.diagnostics).map { result($0, rules) }),
    ])
    return JSONValue.members([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"), "version": .string("2.1.0"),
      "runs": .array([run]),
    ]).text(.indented) + "\n"
  }

  private static func invocation(_ logs: [DiagnosticLog], exitCode: Int) -> JSONValue {
    let more = logs.flatMap(\.unkept).map { code, count in
      JSONValue.members([
        "level": .string("note"), "associatedRule": .members(["id": .string(code)]),
        "message": message("\(count.grouped) more of \(code) are not listed"),
      ])
    }
    return .members([
      // SARIF 3.20.14: whether the tool did its work, whatever it found.
      "executionSuccessful": .boolean(exitCode == 0 || exitCode == 3), "exitCode": .integer(exitCode),
      "toolExecutionNotifications": more.isEmpty ? nil : .array(more),
    ])
  }

  private static func result(_ diagnostic: Diagnostic, _ rules: Rules) -> JSONValue {
    let said = [diagnostic.message, diagnostic.hint].compactMap(\.self).joined(separator: "; ")
    return .members([
      "ruleId": .string(diagnostic.code), "ruleIndex": rules.index[diagnostic.code].map(JSONValue.integer),
      "level": .string(diagnostic.severity.rawValue), "message": message(said),
      "locations": diagnostic.source.map { .array([location($0, of: diagnostic)]) },
    ])
  }

  private static func location(_ source: String, of diagnostic: Diagnostic) -> JSONValue {
    // A position within a part of a package is no position in the file.
    let region = diagnostic.part == nil ? diagnostic.range : nil
    return .members([
      "physicalLocation": .members([
        "artifactLocation": .members(["uri": .string(uri(source))]),
        "region": region.map { range in
          .members([
            "startLine": .integer(range.start.line), "startColumn": .integer(range.start.column),
            "endLine": .integer(range.end.line), "endColumn": .integer(range.end.column),
          ])
        },
      ]),
      "logicalLocations": diagnostic.part.map { .array([.members(["fullyQualifiedName": .string($0)])]) },
    ])
  }

  private static func message(_ text: String) -> JSONValue { .members(["text": .string(text)]) }

  /// A path as a URI reference (RFC 3986): relative stays relative, what is not allowed in a path is
  /// written as `%` and two digits, and a colon too, so that nothing is taken for a scheme.
  static func uri(_ path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }

  /// The codes that occur, as SARIF's rules.
  private struct Rules {
    var all: [JSONValue] = []
    var index: [String: Int] = [:]

    init(_ logs: [DiagnosticLog]) {
      for diagnostic in logs.flatMap(\.diagnostics) where index[diagnostic.code] == nil {
        index[diagnostic.code] = all.count
        let title = DiagnosticTitles.title(of: diagnostic.code)
        all.append(
          .members([
            "id": .string(diagnostic.code), "shortDescription": title.map(message),
            "help": (diagnostic.hint ?? title).map(message),
            "defaultConfiguration": .members(["level": .string(diagnostic.severity.rawValue)]),
          ]))
      }
    }
  }
}
