public import Diagnostics
import Packaging
import Readers
import Validation

/// The check of a finished file, whoever made it: PEF, BRF, braille as Unicode text, eBraille, EPUB, DTBook,
/// and DAISY books in a zip or a folder.
public struct FileCheck: Sendable {
  /// Cells in a line of a file of pages; nil to take the widest line for it.
  public var cells: Int?
  /// Lines on a page of such a file; nil to take the longest page for it.
  public var lines: Int?
  /// The jar of EPUBCheck, which EPUBs are held against as well; nil to look where it usually is.
  public var epubCheck: String?

  /// Makes a check.
  public init(cells: Int? = nil, lines: Int? = nil, epubCheck: String? = nil) {
    self.cells = cells
    self.lines = lines
    self.epubCheck = epubCheck
  }

  /// Checks a file; what is wrong with it goes to the log, faults as errors and what only advice
  /// speaks against as warnings.
  ///
  /// - Returns: what the file is, in words.
  /// - Throws: `ConversionFailure` when it cannot be read, or is of no kind that is checked.
  public func run(_ input: Input, log: inout DiagnosticLog) throws(ConversionFailure) -> String {
    if let folder = BookFolder(input) {
      guard let title = Self.check(book: try folder.files(), log: &log) else {
        throw ConversionFailure(.notChecked(input.name))
      }
      return title
    }
    let source = try input.load().source
    guard let kind = CheckedKind(source.bytes, name: source.name) else {
      return try checkReport(source, folder: Path.folder(of: source.name), log: &log)
    }
    switch kind {
    case .pef: for finding in PEFCheck.faults(in: source.bytes) { log.report(finding) }
    case .dtbook: for finding in DTBookCheck.findings(in: source.bytes) { log.report(finding) }
    case .package: return try checkPackage(source.bytes, name: source.name, path: input.filePath, log: &log)
    case .brf: checkPages(source.bytes, .brf, log: &log)
    case .unicode: checkPages(source.bytes, .unicode, log: &log)
    }
    return kind.title
  }

  /// What a report is called that was looked through: nothing says that it is valid.
  private static func reportTitle(_ format: String) -> String { "\(reportBeginning) (\(format))" }
  private static let reportBeginning = "looked through as a report"

  /// What a check says of a file without faults.
  public static func verdict(_ title: String) -> String {
    title.hasPrefix(reportBeginning) ? title : "valid \(title)"
  }

  /// Reads a report and looks for what will hurt readers of what is made of it.
  private func checkReport(
    _ source: Source, folder: String, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> String {
    let descriptor = try Registry.standard.reader(for: source, log: &log)
    let document = try descriptor.reader.read(source, options: ReadingOptions(), log: &log)
    _ = try Transform.languageAudit.apply(document, folder, &log)
    ReportCheck.run(try Transform.imageAudit.apply(document, folder, &log), folder: folder, log: &log)
    return Self.reportTitle(descriptor.title)
  }

  private func checkPackage(
    _ bytes: [UInt8], name: String, path: String?, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> String {
    let package: ZipReader.Package
    do {
      package = try ZipReader().read(bytes)
    } catch {
      throw ConversionFailure(.unreadablePackage(error))
    }
    if let title = Self.check(book: package.files, log: &log) { return title }
    // An EPUB is an eBraille publication when it says so: eBraille's own media type is EPUB's.
    let isEPUB = Path.fileExtension(of: name) == "epub" && !EBrailleCheck.isEBraille(package)
    let findings =
      isEPUB ? EPUBRules.findings(in: package) : EBrailleCheck.findings(in: package, name: name)
    for finding in findings { log.report(finding) }
    if isEPUB { try runEPUBCheck(on: path, log: &log) }
    return isEPUB ? "EPUB" : CheckedKind.package.title
  }

  /// Has EPUBCheck look at an EPUB, where it is installed; a jar that is named must be there.
  private func runEPUBCheck(
    on path: String?, log: inout DiagnosticLog
  ) throws(ConversionFailure) {
    guard let program = EPUBCheckProgram(jar: epubCheck) else {
      if let epubCheck { throw ConversionFailure(.epubCheckNotFound(epubCheck)) }
      return log.report(.epubCheckAbsent())
    }
    // It reads files alone.
    guard let path else { return log.report(.epubCheckFailed("the standard input is no file")) }
    for finding in program.findings(in: path) { log.report(finding) }
  }

  /// Checks the files of a DAISY book: both, where a package is a book of both kinds.
  ///
  /// - Returns: what the files are; nil where they are no DAISY book.
  private static func check(book files: [PackageFile], log: inout DiagnosticLog) -> String? {
    let kinds = [
      (Daisy3Check.packagePath(in: files) != nil, "DAISY 3", Daisy3Check.findings),
      (Daisy202Check.navigationPath(in: files) != nil, "DAISY 2.02", Daisy202Check.findings),
    ].filter(\.0)
    for (_, _, check) in kinds { for finding in check(files) { log.report(finding) } }
    return kinds.isEmpty ? nil : kinds.map(\.1).joined(separator: " and ")
  }

  private func checkPages(_ bytes: [UInt8], _ check: PagedTextCheck, log: inout DiagnosticLog) {
    let size = check.size(of: bytes)
    let (cells, lines) = (self.cells ?? size.cells, self.lines ?? size.lines)
    if self.cells == nil || self.lines == nil { log.report(.sizeInferred(cells: cells, lines: lines)) }
    for var finding in check.faults(in: bytes, cells: cells, lines: lines) {
      // Files of other programs often end without it, and devices mind little.
      if finding.code == "BRF-005" { finding.severity = .warning }
      log.report(finding)
    }
  }
}

extension Input {
  /// The path of a file, as no program takes for an option; nil for what is no file.
  fileprivate var filePath: String? {
    guard case .file(let path) = self else { return nil }
    return path.hasPrefix("-") ? "./" + path : path
  }
}

/// The kinds of files that are checked.
enum CheckedKind {
  case pef
  case dtbook
  case package
  case brf
  case unicode

  /// What it is called.
  var title: String {
    switch self {
    case .pef: "Portable Embosser Format"
    case .dtbook: "DTBook"
    case .package: "eBraille"
    case .brf: "Braille Ready Format"
    case .unicode: "Unicode braille patterns"
    }
  }

  /// What bytes are, by their beginning first and then by the name's extension; nil for other files.
  init?(_ bytes: [UInt8], name: String) {
    let fileExtension = Path.fileExtension(of: name)
    let beginning = Beginning(of: bytes)
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      // Documents of offices are zips too.
      guard ["ebrl", "epub", "zip", ""].contains(fileExtension) else { return nil }
      self = .package
    } else if fileExtension == "pef"
      || (beginning.asciiText.hasPrefix("<") && beginning.asciiText.contains("<pef"))
    {
      self = .pef
    } else if beginning.asciiText.hasPrefix("<"), beginning.asciiText.contains("<dtbook") {
      self = .dtbook
    } else if fileExtension == "ebrl" {
      self = .package
    } else if Self.holdsPatterns(beginning.bytes) {
      self = .unicode
    } else if ["brf", "brl"].contains(fileExtension) {
      self = .brf
    } else {
      return nil
    }
  }

  /// Whether there are braille patterns in UTF-8, U+2800 to U+28FF.
  private static func holdsPatterns(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0xE2 && (0xA0...0xA3).contains($1) }
  }
}

extension Diagnostic {
  static func notChecked(_ name: String) -> Diagnostic {
    Diagnostic(
      "CHK-001", .error,
      "this is no PEF, BRF, eBraille, EPUB, DTBook, DAISY book or braille in Unicode, which are what is checked",
      hint: "to make braille of a report: coformat braille \(name)")
  }

  static func sizeInferred(cells: Int, lines: Int) -> Diagnostic {
    Diagnostic(
      "CHK-002", .note, "the page is taken to have \(cells) cells and \(lines) lines, the most the file uses",
      hint: "give the size of your paper or display with --cells and --lines")
  }
}

extension OptionDefinition {
  /// How wide a line of a checked file may be.
  public static let checkedCells = OptionDefinition(
    "cells", .integer(1...200), fallback: "the widest line",
    help: "Cells in a line of a BRF or of Unicode braille.")
  /// Where EPUBCheck is.
  public static let epubCheck = OptionDefinition(
    "epubcheck", .text(placeholder: "path"), fallback: "EPUBCHECK_JAR, or where distributions have it",
    help: """
      The jar of EPUBCheck 5, which EPUBs are held against as well; without it they are held against \
      coformat's own rules alone.
      """)
  /// How long a page of a checked file may be.
  public static let checkedLines = OptionDefinition(
    "lines", .integer(1...200), fallback: "the longest page", help: "Lines on a page of such a file.")
}

extension FileCheck {
  /// The options of a check, as words.
  public static let table = OptionTable([.checkedCells, .checkedLines, .epubCheck])

  /// Makes a check out of values the table has accepted.
  public init(_ values: OptionValues) {
    self.init(
      cells: values.integer("cells"), lines: values.integer("lines"), epubCheck: values["epubcheck"])
  }
}
