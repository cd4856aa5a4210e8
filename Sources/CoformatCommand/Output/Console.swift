/// A stream people read. What cannot be written is lost in silence: there is nobody to tell.
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

  /// Writes text, whose unsafe characters the caller has dealt with.
  func write(_ text: String) {
    if !text.isEmpty { _ = Process.write(text, to: descriptor) }
  }
}
