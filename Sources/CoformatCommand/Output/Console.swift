import ArgumentParser
import Coformat

/// A stream people read.
struct Console: Sendable {
  private let descriptor: Int32

  static let standardOutput = Console(descriptor: 1)
  static let standardError = Console(descriptor: 2)

  /// Whether a person sees it as it is written.
  var isTerminal: Bool { Process.isTerminal(descriptor) }

  /// Whether colour is wanted: on a terminal that has it, unless `NO_COLOR` is set to anything
  /// (no-color.org).
  var hasColour: Bool {
    isTerminal && (Process.environment("NO_COLOR") ?? "").isEmpty && Process.environment("TERM") != "dumb"
  }

  /// Writes text, whose unsafe characters the caller has dealt with. What cannot be written is lost in
  /// silence: there is nobody to tell.
  func write(_ text: String) {
    if !text.isEmpty { _ = Process.write(text, to: descriptor) }
  }

  /// Writes what was asked for to standard output.
  ///
  /// - Throws: `ExitCode` when it cannot be written, after saying so. A reader that has had enough,
  ///   such as `head`, is no failure.
  static func answer(_ text: String) throws {
    do {
      try Destination.standardOutput.write(
        Rendition(
          artifacts: [Artifact(path: "answer.txt", mediaType: "text/plain", bytes: Array(text.utf8))],
          containment: .file, summary: ""))
    } catch {
      guard error.diagnostic.severity > .note else { return }
      standardError.write(DiagnosticText().text(error.diagnostic))
      throw ExitStatus.failed.exitCode
    }
  }
}
