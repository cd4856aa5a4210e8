import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// A picture on its own: its words stand in transcriber's note signs, on lines of their own; its
  /// long description follows.
  mutating func compose(displayed image: Image) throws(ConversionFailure) {
    var builder = RunBuilder()
    try append(image, to: &builder)
    try add(builder, shape: profile.transcribersNote.shape(margin: context.margin))
  }

  /// A picture in a line of text; its long description follows the block the line is in.
  mutating func append(_ image: Image, to builder: inout RunBuilder) throws(ConversionFailure) {
    let words: OwnPhrase
    switch image.alternative {
    case .decorative:
      tallies.decorative.add("", at: image.info.range)
      return
    case .missing:
      log.report(.imageWithoutAlternative(image.source, at: image.info.range))
      words = own(.pictureWithoutDescription)
    case .text(let text, let description):
      words = documentsOwn(text, image.info.language ?? context.language)
      if !description.isEmpty { waitingDescriptions.append(description) }
    }
    builder.space()
    builder.append(words, emphasis: .transcribersNote, range: image.info.range)
    builder.spaceBeforeWords()
  }

  /// The long descriptions of the pictures in the block just added, each between notes that say
  /// where it begins and ends.
  mutating func composeWaitingDescriptions() throws(ConversionFailure) {
    let waiting = waitingDescriptions
    waitingDescriptions = []
    for blocks in waiting { try composeDescription(blocks) }
  }

  private mutating func composeDescription(_ blocks: [Block]) throws(ConversionFailure) {
    try addTranscribersNote(own(.pictureDescription), keep: .withNext)
    try with { [profile] in
      $0.paragraph = profile.transcribersNote
      $0.margin += 2
    } _: { (composer) throws(ConversionFailure) in
      try composer.compose(blocks)
    }
    try addTranscribersNote(own(.endOfDescription))
  }

  /// A figure: its caption, then what it holds (BANA Formats 6.2.2).
  mutating func compose(_ figure: Figure) throws(ConversionFailure) {
    try with { [profile] in
      $0.paragraph = profile.caption
    } _: { (composer) throws(ConversionFailure) in
      try composer.compose(figure.caption)
    }
    try compose(figure.blocks)
  }
}

extension Paragraph {
  /// The picture, when the paragraph holds nothing else.
  var onlyImage: Image? {
    var image: Image?
    for inline in inlines {
      if case .image(let node) = inline, image == nil {
        image = node
      } else if case .text(let text) = inline, text.string.allSatisfy(\.isWhitespace) {
        continue
      } else {
        return nil
      }
    }
    return image
  }
}

extension Diagnostic {
  static func imageWithoutAlternative(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-003", .warning, "the picture \(quoted(source)) has no alternative text",
      hint: "say what the picture shows in its alternative text, or mark it as decorative with alt=\"\"",
      at: range)
  }
}
