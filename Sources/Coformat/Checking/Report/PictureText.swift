import DocumentModel
import XMLTree

/// Text that is part of a picture, as far as it can be told without looking at one: from what its author
/// says of it, from its file's name, and from the drawing itself where it is SVG. What is in the pixels of
/// a photograph nobody sees here.
enum PictureText {
  /// What authors write of pictures of text.
  private static let phrases = [
    "screenshot", "screen shot", "screen capture", "scan of", "scanned", "image of text", "picture of text",
    "text reading", "text saying", "text that says", "text that reads", "with the text", "with the words",
    "text:", "infographic", "image of a table", "picture of a table",
  ]

  /// What Word and PowerPoint say of pictures when their authors say nothing.
  private static let programs = ["automatically generated", "ai-generated content", "ai generated content"]
  private static let programsWords: Set<String> = [
    "text", "table", "interface", "screen", "document", "letter", "timeline", "calendar", "email",
  ]

  private static let names: Set<String> = [
    "screenshot", "screenshots", "screengrab", "screencap", "screencapture", "scan", "scanned", "infographic",
    "infographics", "poster", "flyer",
  ]

  /// Whether a text alternative was written by a program, and no person has looked at it.
  static func isByProgram(_ alternative: String) -> Bool {
    let text = alternative.lowercased()
    return programs.contains(where: text.contains)
  }

  /// Whether a text alternative speaks of text, or is one: a long quotation, or rows of cells.
  static func isSpokenOf(in alternative: String) -> Bool {
    let text = alternative.lowercased()
    if phrases.contains(where: text.contains) { return true }
    if isByProgram(text),
      text.split(whereSeparator: { !$0.isLetter }).contains(where: { programsWords.contains(String($0)) })
    {
      return true
    }
    if text.count(where: { $0 == "|" || $0 == "\t" }) > 2 { return true }
    let quoted = text.split(separator: /["“”]/, omittingEmptySubsequences: false)
    return quoted.indices.contains { $0 % 2 == 1 && $0 < quoted.count - 1 && quoted[$0].wordCount > 7 }
  }

  /// Whether a file is named as pictures of text are: `screenshot-3.png`, `table-2.jpg`.
  static func isNamed(in source: String) -> Bool {
    guard !source.lowercased().hasPrefix("data:") else { return false }
    let parts = Path.stem(of: Path.name(of: source)).lowercased().replacing("%20", with: " ").split {
      !$0.isLetter && !$0.isNumber
    }
    for (part, next) in zip(parts, parts.dropFirst() + [""]) {
      let word = part.prefix(while: \.isLetter)
      if names.contains(String(word)) { return true }
      if word == "screen", ["shot", "grab", "capture"].contains(next) { return true }
      let number = part.dropFirst(word.count)
      if word == "table", !number.isEmpty || next.first?.isNumber == true { return true }
    }
    return false
  }

  /// The words that a drawing shows, in their order.
  static func words(ofDrawing bytes: [UInt8]) -> [String] {
    var depth = 0
    var text = ""
    try? XMLEvents.read(bytes) { event in
      switch event {
      case .start(let name, _, _, _):
        if depth > 0 || name == "text" { depth += 1 }
        // Lines of a text are elements of their own.
        text += " "
      case .text(let piece, _): if depth > 0 { text += piece }
      case .end: if depth > 0 { depth -= 1 }
      }
    }
    return text.split { !$0.isLetter && $0 != "’" && $0 != "'" }.map(String.init)
  }

  /// The words of each drawing of a document, by its name.
  static func words(ofDrawingsOf document: Document, folder: String) -> [String: [String]] {
    // What is wrong with a picture itself the audit of pictures says.
    var log = DiagnosticLog()
    let shown = (try? Transform.pictures.apply(document, folder, &log)) ?? document
    let drawings = shown.resources.filter { $0.mediaType == "image/svg+xml" }
    return Dictionary(drawings.map { ($0.name, words(ofDrawing: $0.bytes)) }) { first, _ in first }
  }
}

/// The words in drawings that the report says nowhere.
struct DrawingCheck {
  private let drawings: [String: [String]]
  private var said: Set<String> = []
  private var seen: Set<String> = []

  init(_ document: Document, _ drawings: [String: [String]]) {
    self.drawings = drawings
    guard !drawings.isEmpty else { return }
    var words: Set<String> = []
    func add(_ text: String) {
      for word in text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "’" && $0 != "'" }) {
        words.insert(String(word))
      }
    }
    document.walk { node in
      switch node {
      case .inline(.text(let text)): add(text.string)
      case .inline(.code(let code)): add(code.text)
      case .inline(.image(let image)):
        guard case .text(let text, let description) = image.alternative else { return }
        add(text)
        for block in description {
          block.walk { if case .inline(.text(let text)) = $0 { add(text.string) } }
        }
      case .inline, .block: break
      }
    }
    said = words
  }

  mutating func findings(_ image: Image) -> [Diagnostic] {
    guard let words = drawings[image.source], seen.insert(image.source).inserted else { return [] }
    var unsaid: [String] = []
    for word in words where word.count > 2 && !said.contains(word.lowercased()) && !unsaid.contains(word) {
      unsaid.append(word)
    }
    return unsaid.isEmpty ? [] : [.reportWordsInDrawing(image.source, unsaid, at: image.info.range)]
  }
}
