import FoundationEssentials

/// EPUBCheck, the conformance checker of the W3C, where it is installed: a program in Java that knows the
/// content model of HTML and everything else that is not among our own rules.
struct EPUBCheckProgram {
  /// The path of `java`.
  var java: String
  /// The path of EPUBCheck's jar.
  var jar: String

  /// Finds it: the jar that is named, else the one the environment's `EPUBCHECK_JAR` names, else where
  /// distributions have it. Nil when there is none, or no Java.
  init?(jar named: String?) {
    guard let java = ChildProcess.find("java") else { return nil }
    let given = named ?? ProcessInfo.processInfo.environment["EPUBCHECK_JAR"]
    let places =
      given.map { [$0] } ?? ["/usr/share/java/epubcheck.jar", "/usr/local/share/java/epubcheck.jar"]
    guard let jar = places.first(where: { (try? Platform.status($0))?.kind == .file }) else { return nil }
    self.java = java
    self.jar = jar
  }

  /// What it says about a file.
  func findings(in path: String) -> [Diagnostic] {
    // Two compilers of Java's make a short run slower.
    let process = ChildProcess(
      program: java,
      arguments: ["-XX:TieredStopAtLevel=1", "-jar", jar, path, "--json", "-", "--quiet"], seconds: 600)
    let outcome: ChildProcess.Outcome
    do throws(Platform.Failure) {
      outcome = try process.run()
    } catch {
      return [.epubCheckFailed("it could not be started")]
    }
    guard let report = try? JSONDecoder().decode(Report.self, from: Data(outcome.output)) else {
      return [.epubCheckFailed("what it said could not be read")]
    }
    guard report.isRecent else { return [.epubCheckTooOld(report.checker.checkerVersion ?? "unknown")] }
    return report.messages.flatMap { message in message.diagnostics(of: path) }
  }
}

/// EPUBCheck's report in JSON, as far as it is read.
private struct Report: Decodable {
  var checker: Checker
  var messages: [Message]

  /// Whether it knows EPUB 3.3, which 5.0 is the first to do.
  var isRecent: Bool {
    checker.checkerVersion?.split(separator: ".").first.flatMap { Int($0) }.map { $0 >= 5 } ?? false
  }

  struct Checker: Decodable {
    var checkerVersion: String?
  }

  struct Message: Decodable {
    var ID: String
    var severity: String
    var message: String
    var locations: [Location]?

    /// A finding for each place.
    func diagnostics(of path: String) -> [Diagnostic] {
      let severity: Severity
      switch self.severity {
      case "FATAL", "ERROR": severity = .error
      case "WARNING": severity = .warning
      default: return []
      }
      let places = locations ?? []
      guard !places.isEmpty else { return [.epubCheck(ID, severity, message, line: nil, part: nil)] }
      return places.map {
        .epubCheck(ID, severity, message, line: $0.line.flatMap { $0 > 0 ? $0 : nil }, part: $0.path)
      }
    }
  }

  struct Location: Decodable {
    var path: String?
    var line: Int?
  }
}

extension Diagnostic {
  static func epubCheck(
    _ id: String, _ severity: Severity, _ message: String, line: Int?, part: String?
  ) -> Diagnostic {
    let position = line.map { SourcePosition(line: $0, column: 1) }
    var diagnostic = Diagnostic(
      "EPC-001", severity, "EPUBCheck says \(id): \(message)",
      hint: "the program that wrote the file is at fault", at: position.map { SourceRange($0, $0) })
    if let part, !part.isEmpty { diagnostic.part = part }
    return diagnostic
  }

  static func epubCheckAbsent() -> Diagnostic {
    Diagnostic(
      "EPC-002", .note, "EPUBCheck is not installed, so the file is held against our own rules alone",
      hint: "install Java and EPUBCheck 5, and name its jar with --epubcheck or EPUBCHECK_JAR")
  }

  static func epubCheckNotFound(_ path: String) -> Diagnostic {
    Diagnostic(
      "EPC-005", .error, "EPUBCheck cannot be run: there is no Java, or no file \(quoted(path, limit: 200))",
      hint: "install a Java runtime, as Debian's default-jre-headless, and give the path of epubcheck.jar")
  }

  static func epubCheckTooOld(_ version: String) -> Diagnostic {
    Diagnostic(
      "EPC-003", .note, "EPUBCheck \(version) does not know EPUB 3.3, so what it says is left out",
      hint: "install EPUBCheck 5, and name its jar with --epubcheck or EPUBCHECK_JAR")
  }

  static func epubCheckFailed(_ reason: String) -> Diagnostic {
    Diagnostic(
      "EPC-004", .warning, "EPUBCheck was not run: \(reason)",
      hint: "see whether 'java -jar epubcheck.jar FILE' works")
  }
}
