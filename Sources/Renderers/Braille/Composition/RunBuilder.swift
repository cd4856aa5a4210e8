import BrailleLayout
import BrailleTranslation
import Diagnostics

/// Gathers the runs of one paragraph, and where each came from, on the way to translation.
struct RunBuilder {
  private(set) var runs: [TextRun] = []
  private(set) var marks: [TextMark] = []
  private(set) var sources: [SourceSpan] = []
  /// How many Unicode scalars the runs hold so far.
  private(set) var length = 0

  var isEmpty: Bool { length == 0 && marks.isEmpty }

  /// Whether the text so far ends in white space, or is empty.
  var endsInSpace: Bool { runs.last?.text.unicodeScalars.last?.properties.isWhitespace ?? true }

  /// The last character, for what depends on it.
  var lastScalar: Unicode.Scalar? { runs.last?.text.unicodeScalars.last }

  /// Adds text. Runs that look alike become one.
  mutating func append(
    _ text: String, emphasis: Emphasis = [], treatment: TextRun.Treatment = .text,
    range: SourceRange? = nil
  ) {
    guard !text.isEmpty else { return }
    sources.append(SourceSpan(offset: length, range: range))
    length += text.unicodeScalars.count
    if let last = runs.last, last.emphasis == emphasis, last.treatment == treatment {
      runs[runs.count - 1].text += text
    } else {
      runs.append(TextRun(text, emphasis: emphasis, treatment: treatment))
    }
  }

  /// Adds a blank where the text does not already end in one.
  mutating func space() {
    if !endsInSpace { append(" ", treatment: runs.last?.treatment ?? .text) }
  }

  /// Marks the place the next text will stand.
  mutating func mark(_ kind: TextMark.Kind) {
    marks.append(TextMark(offset: length, kind: kind))
  }

  /// The range of the text at an offset.
  func range(at offset: Int) -> SourceRange? {
    sources.last { $0.offset <= offset }?.range
  }
}
