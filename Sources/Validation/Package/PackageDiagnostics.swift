public import Diagnostics
public import Packaging
import XMLTree

// What is wrong with a package as an EPUB, whatever it holds.

extension Diagnostic {
  private static let remedy = "the program that wrote the file is at fault; EPUBCheck may say more"

  /// A package that cannot be read.
  public static func unreadablePackage(_ fault: PackageFault) -> Diagnostic {
    let reason =
      switch fault {
      case .notAZip(let reason): "it is no zip, or a damaged one: \(reason)"
      case .notWritten(let reason): reason
      case .unsafeName(let name): "the name \(quoted(name)) leads out of it"
      case .sameName(let name): "the name \(quoted(name)) is there twice"
      case .unreadable(let name, let reason): "\(quoted(name)): \(reason)"
      case .tooLarge(let name): "\(quoted(name)) would unpack to more than is sensible"
      case .tooManyFiles(let count): "it holds \(count) files, more than is sensible"
      }
    return Diagnostic(
      "CHK-003", .error, "the package cannot be read: \(reason)", hint: "have it sent again, or made again")
  }

  static func mediaType(_ reason: String) -> Diagnostic {
    Diagnostic("CHK-004", .error, "the file mimetype does not serve: \(reason)", hint: remedy)
  }

  static func container(_ reason: String) -> Diagnostic {
    Diagnostic("CHK-005", .error, "META-INF/container.xml does not serve: \(reason)", hint: remedy)
  }

  static func notWellFormed(_ fault: XMLFault, in path: String) -> Diagnostic {
    let place = SourcePosition(line: fault.line, column: fault.column)
    return Diagnostic(
      "CHK-006", .error, "not well-formed XML: \(fault.message)", hint: remedy, at: SourceRange(place, place)
    ).within(path)
  }

  static func styleNotUTF8(in path: String) -> Diagnostic {
    Diagnostic("CHK-006", .error, "the style sheet is not UTF-8", hint: "convert it").within(path)
  }

  static func package(_ reason: String, line: Int) -> Diagnostic {
    Diagnostic("CHK-007", .error, reason, hint: remedy, at: .line(line))
  }

  static func missingFile(_ path: String, in document: String, line: Int) -> Diagnostic {
    Diagnostic(
      "CHK-007", .error, "the file \(quoted(path)) is not in the package", hint: remedy, at: .line(line)
    ).within(document)
  }

  static func undeclaredFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "CHK-007", .warning, "the file \(quoted(path)) is not in the manifest, so no reader finds it",
      hint: remedy)
  }

  static func repeatedIdentifier(_ id: String) -> Diagnostic {
    Diagnostic("CHK-008", .error, "the identifier \(quoted(id)) is there more than once", hint: remedy)
  }

  static func deadLink(_ address: String, line: Int) -> Diagnostic {
    Diagnostic("CHK-008", .error, "\(quoted(address)) leads nowhere", hint: remedy, at: .line(line))
  }

  static func remoteResource(_ address: String, line: Int) -> Diagnostic {
    Diagnostic(
      "CHK-008", .error, "\(quoted(address)) is not in the package, where all of a publication is",
      hint: remedy,
      at: .line(line))
  }

  static func entryPage(_ reason: String, severity: Severity = .error, line: Int) -> Diagnostic {
    Diagnostic("CHK-009", severity, "the entry page does not serve: \(reason)", hint: remedy, at: .line(line))
  }
}
