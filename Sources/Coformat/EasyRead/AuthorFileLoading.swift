import Diagnostics
import DocumentModel
import EasyRead
import Readers

extension AuthorFile {
  /// The author's decisions about a report: those of the file beside it and those of its front matter.
  ///
  /// - Throws: when a file that is named is not there, when it cannot be read, or when something in it
  ///   is not as it has to be; all such faults but the last are in the log.
  static func load(
    for document: Document, from input: Input, _ choice: EasyReadRequest.AuthorFileChoice,
    log: inout DiagnosticLog
  ) throws(ConversionFailure) -> AuthorFile {
    var problems: [Diagnostic] = []
    var file = AuthorFile()
    if let path = try path(for: input, choice) {
      let bytes = try bytes(of: path)
      let value: StructuredValue?
      do throws(StructuredText.Problem) {
        value = try StructuredText.read(bytes)
      } catch {
        throw ConversionFailure(.authorFileUnread(error.message, at: Place(source: path, range: error.range)))
      }
      file = AuthorFile(value, at: Place(source: path), problems: &problems)
    }
    if let field = document.metadata.easyRead {
      let inside = AuthorFile(field.value, at: Place(range: field.range), problems: &problems)
      file = file.adding(inside, problems: &problems)
    }
    try log.reportAll(problems)
    return file
  }

  /// The extension of author files.
  static let fileExtension = "easy-read.yml"

  private static func path(
    for input: Input, _ choice: EasyReadRequest.AuthorFileChoice
  ) throws(ConversionFailure) -> String? {
    switch choice {
    case .none: return nil
    case .file(let path): return path
    case .besideReport:
      guard case .file(let report) = input else { return nil }
      let path = Path.replacingExtension(of: report, with: fileExtension)
      do throws(Platform.Failure) {
        _ = try Platform.status(path)
        return path
      } catch {
        if error.isMissing { return nil }
        throw ConversionFailure(.authorFileMissing(path, error.reason))
      }
    }
  }

  private static func bytes(of path: String) throws(ConversionFailure) -> [UInt8] {
    do throws(ConversionFailure) {
      return try Input.file(path).load(limit: maximumSize).source.bytes
    } catch {
      throw ConversionFailure(.authorFileMissing(path, error.diagnostic.message))
    }
  }

  /// The most bytes an author file may have: 16 MiB.
  private static let maximumSize = 16 << 20
}

extension DiagnosticLog {
  /// Reports all; the last error is thrown, where there is one.
  mutating func reportAll(_ problems: [Diagnostic]) throws(ConversionFailure) {
    guard let last = problems.lastIndex(where: { $0.severity == .error }) else {
      return problems.forEach { report($0) }
    }
    for (index, problem) in problems.enumerated() where index != last { report(problem) }
    throw ConversionFailure(problems[last])
  }
}

extension Diagnostic {
  fileprivate static func authorFileMissing(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "EZA-009", .error, "the author file \(quoted(path, limit: 120)) cannot be read: \(reason)",
      hint: "name another with --author-file, or go on without one: --author-file none")
  }
}
