import Diagnostics

extension SourceRange {
  /// A line of a checked file, where nothing better is known.
  static func line(_ line: Int) -> SourceRange {
    let start = SourcePosition(line: line, column: 1)
    return SourceRange(start, start)
  }
}

extension Diagnostic {
  /// The same, about a file of a package.
  func within(_ part: String) -> Diagnostic {
    var diagnostic = self
    diagnostic.part = part
    return diagnostic
  }
}
