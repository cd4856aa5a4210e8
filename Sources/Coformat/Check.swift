import Packaging
import Validation

/// Holds a rendition against the rules of its format.
public typealias RenditionCheck = @Sendable (Rendition) -> [Diagnostic]

extension Plan {
  /// Checks what was made, so that a fault of ours is found here and not on somebody's embosser.
  ///
  /// - Throws: the first error; all else is reported.
  func check(_ rendition: Rendition, log: inout DiagnosticLog) throws(ConversionFailure) {
    var faults = rendering.check(rendition)
    let first = faults.firstIndex { $0.severity == .error }.map { faults.remove(at: $0) }
    for fault in faults { log.report(fault) }
    if let first { throw ConversionFailure(first) }
  }
}

extension BrailleOptions {
  /// The check for the kind of file these options ask for, on pages of a size.
  func check(
    cells: Int, lines: Int, formFeeds: TextFileOptions.FormFeeds
  ) -> RenditionCheck {
    switch fileType {
    case .brf:
      let check = PagedTextCheck.brf(text.letterCase.check, formFeeds: formFeeds.check)
      return Self.check { check.faults(in: $0, cells: cells, lines: lines) }
    case .unicode:
      let check = PagedTextCheck.unicode(text.blank.check, formFeeds: formFeeds.check)
      return Self.check { check.faults(in: $0, cells: cells, lines: lines) }
    case .pef: return Self.check { PEFCheck.faults(in: $0) }
    case .ebraille:
      return { rendition in
        let files = rendition.artifacts.map { PackageFile(path: $0.path, bytes: $0.bytes) }
        return EBrailleCheck.findings(in: ZipReader.Package(files: files, beginsInPlainBytes: true))
      }
    }
  }

  /// Checks every piece. Places are in the piece, which the finding names: the source has other lines.
  private static func check(_ faults: @escaping @Sendable ([UInt8]) -> [Diagnostic]) -> RenditionCheck {
    { rendition in
      rendition.artifacts.flatMap { artifact in
        faults(artifact.bytes).map { fault in
          var fault = fault
          fault.part = artifact.path
          return fault
        }
      }
    }
  }
}

extension EPUBOptions {
  /// The check of an EPUB that was made.
  static let check: RenditionCheck = { rendition in
    let files = rendition.artifacts.map { PackageFile(path: $0.path, bytes: $0.bytes) }
    return EPUBRules.findings(in: ZipReader.Package(files: files, beginsInPlainBytes: true))
  }
}

extension DaisyOptions {
  /// The check for the kind of book these options ask for.
  var check: RenditionCheck {
    switch fileType {
    case .daisy3: { Daisy3Check.findings(in: $0.packageFiles) }
    case .daisy202: { Daisy202Check.findings(in: $0.packageFiles) }
    case .dtbook: { $0.artifacts.flatMap { DTBookCheck.findings(in: $0.bytes) } }
    }
  }
}

extension Rendition {
  fileprivate var packageFiles: [PackageFile] {
    artifacts.map { PackageFile(path: $0.path, bytes: $0.bytes) }
  }
}

extension TextFileOptions.FormFeeds {
  fileprivate var check: PagedTextCheck.FormFeeds {
    switch self {
    case .after: .after
    case .between: .between
    case .none: .none
    }
  }
}

extension TextFileOptions.LetterCase {
  fileprivate var check: PagedTextCheck.Alphabet {
    switch self {
    case .upper: .upperCase
    case .lower: .lowerCase
    }
  }
}

extension TextFileOptions.Blank {
  fileprivate var check: PagedTextCheck.Alphabet {
    switch self {
    case .pattern: .patterns
    case .space: .patternsAndSpaces
    }
  }
}
