public import Diagnostics
public import Renderers
import Synchronization

/// WeasyPrint, the program that makes pages of HTML into tagged PDF. It is not part of coformat and is
/// run as a process of its own.
public struct WeasyPrint: PaperEngine {
  private let program: String
  public let coverage: CharacterCoverage?

  /// The first version whose PDF keeps PDF/UA-1.
  static let oldestVersion = 70

  /// How long a PDF may take: WeasyPrint makes about ten pages in a second.
  private static let seconds = 1_800

  /// Finds WeasyPrint on the `PATH`.
  ///
  /// - Throws: when it is not there, or is older than 70.
  public init() throws(ConversionFailure) {
    guard let program = ChildProcess.find("weasyprint") else {
      throw ConversionFailure(.weasyPrintMissing)
    }
    self.program = program
    let said = try Self.orFailure { () throws(Platform.Failure) in
      try ChildProcess(program: program, arguments: ["--version"], seconds: 300).run()
    }
    // "WeasyPrint version 70.0"
    let text = String(decoding: said.output, as: UTF8.self)
    let version = text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    guard said.end == .code(0), let major = version.split(separator: ".").first.flatMap({ Int($0) }) else {
      throw ConversionFailure(.weasyPrintFailed(Self.lastWords(of: said)))
    }
    guard major >= Self.oldestVersion else { throw ConversionFailure(.weasyPrintTooOld(version)) }
    coverage = Self.typefaces()
  }

  /// Which characters the typefaces that are installed have, as fontconfig says, which WeasyPrint finds
  /// them with; nil where fontconfig's own program is not there, or says nothing.
  private static func typefaces() -> CharacterCoverage? {
    guard let program = ChildProcess.find("fc-list") else { return nil }
    let list = ChildProcess(
      program: program, arguments: ["--format", "%{fontformat}\t%{charset}\n", ":scalable=true"], seconds: 60)
    guard let said = try? list.run(), said.end == .code(0) else { return nil }
    let coverage = CharacterCoverage(fontconfig: String(decoding: said.output, as: UTF8.self))
    return coverage.isEmpty ? nil : coverage
  }

  public func pdf(of html: [UInt8]) throws(ConversionFailure) -> [UInt8] {
    let arguments = [
      "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--custom-metadata", "-", "-",
    ]
    let run = try Self.orFailure { () throws(Platform.Failure) in
      try ChildProcess(program: program, arguments: arguments, seconds: Self.seconds).run(input: html)
    }
    if run.end == .timedOut {
      throw ConversionFailure(.weasyPrintFailed("it took longer than \(Self.seconds / 60) minutes"))
    }
    guard run.end == .code(0), run.output.starts(with: "%PDF-".utf8) else {
      throw ConversionFailure(.weasyPrintFailed(Self.lastWords(of: run)))
    }
    return run.output
  }

  public func pdfs(of pages: [[UInt8]]) throws(ConversionFailure) -> [[UInt8]] {
    // Each takes a processor and some 200 MB: four at once are enough for any machine.
    let results = Mutex([Int: Result<[UInt8], ConversionFailure>]())
    Parallel.run(pages.count, jobs: min(Parallel.processors, 4)) { index in
      do throws(ConversionFailure) {
        let pdf = try pdf(of: pages[index])
        results.withLock { $0[index] = .success(pdf) }
        return true
      } catch {
        let failure = error
        results.withLock { $0[index] = .failure(failure) }
        return false
      }
    }
    let made = results.withLock { $0 }
    for result in made.values { if case .failure(let failure) = result { throw failure } }
    return pages.indices.map { index in
      if case .success(let pdf)? = made[index] { pdf } else { [] }
    }
  }

  private static func orFailure(
    _ call: () throws(Platform.Failure) -> ChildProcess.Outcome
  ) throws(ConversionFailure) -> ChildProcess.Outcome {
    do throws(Platform.Failure) { return try call() } catch {
      throw ConversionFailure(.weasyPrintFailed(error.reason))
    }
  }

  /// What a program that failed said last, on one line.
  private static func lastWords(of run: ChildProcess.Outcome) -> String {
    let lines = run.errors.split(whereSeparator: \.isNewline)
    guard let last = lines.last else { return "it ended and said nothing" }
    return String(last.prefix(300))
  }
}

extension Diagnostic {
  static let weasyPrintInstallation =
    "install it with 'pipx install weasyprint' (it needs Pango: 'apt-get install libpango-1.0-0 libpangoft2-1.0-0', or 'brew install weasyprint'), and see that it is on the PATH"

  static var weasyPrintMissing: Diagnostic {
    Diagnostic(
      "LPR-010", .error, "there is no 'weasyprint' on the PATH, which makes the PDF: HTML is made instead",
      hint: weasyPrintInstallation)
  }

  static func weasyPrintTooOld(_ version: String) -> Diagnostic {
    Diagnostic(
      "LPR-011", .error,
      "WeasyPrint \(version) is too old to make an accessible PDF, which takes \(WeasyPrint.oldestVersion) or later: HTML is made instead",
      hint: weasyPrintInstallation)
  }

  static func weasyPrintFailed(_ reason: String) -> Diagnostic {
    Diagnostic(
      "LPR-012", .error, "WeasyPrint did not make the PDF: \(reason)",
      hint: "make HTML with --to html and print that from a browser; if it is our fault, please report it")
  }
}
