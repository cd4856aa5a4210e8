import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// Gives references the pages their targets came to stand on, and translates the texts that changed
  /// again.
  ///
  /// - Returns: whether any changed.
  mutating func renumber(by index: PageIndex, in text: inout [FlowItem]) throws(ConversionFailure) -> Bool {
    guard !waitingTexts.isEmpty else { return false }
    var changed: Set<Int> = []
    for number in waitingTexts.indices {
      let here = index[WaitingText.anchor(number)]
      var words: [[TextRun]?] = []
      for slot in waitingTexts[number].builder.references {
        words.append(self.words(of: slot, in: number, from: here, index))
      }
      guard here != nil, words != waitingTexts[number].words, words.contains(where: { $0 != nil }) else {
        continue
      }
      waitingTexts[number].words = words
      changed.insert(number)
    }
    guard !changed.isEmpty else { return false }
    for position in text.indices {
      guard case .text(var block) = text[position], let number = WaitingText.number(of: block),
        changed.contains(number)
      else { continue }
      let waiting = waitingTexts[number]
      let builder = waiting.builder.replacing(waiting.words)
      let before = waiting.builder.anchors.count
      block.text = try waiting.translator.translate(builder.joinedRuns).text
      block.marks = builder.marks
      block.sources = builder.sources
      if !block.print.isEmpty { block.print = builder.print }
      // Names of the block itself stand before those in its text.
      block.anchors = block.anchors.prefix(block.anchors.count - before) + builder.anchors
      text[position] = .text(block)
    }
    return true
  }

  /// What a reference says when its target stands on a page; nil for what the source says.
  private mutating func words(
    of slot: ReferenceSlot, in text: Int, from here: PageIndex.Place?, _ index: PageIndex
  ) -> [TextRun]? {
    guard let place = index[slot.target] else { return nil }
    var page = place.label
    let outer = context
    defer { context = outer }
    context.words = waitingTexts[text].own
    context.translator = waitingTexts[text].translator
    if let here, here.volume != place.volume {
      page = own(.pageOfVolume, ["page": page, "volume": "\(place.volume)"]).text
    }
    switch slot.kind {
    case .noted:
      let words = own(survey.hasPrintPages ? .braillePageReference : .pageReference, ["page": page])
      return [
        TextRun(" "), TextRun(words.text, emphasis: .transcribersNote, treatment: words.treatment),
      ]
    case .renumbered:
      let runs = waitingTexts[text].builder.runs[slot.runs]
      guard let first = runs.first, let parts = PageWords(runs.map(\.text).joined()) else { return nil }
      var run = first
      run.text = parts.before + page + parts.after
      return [run]
    }
  }

  /// Says what became of references.
  mutating func reportReferences() {
    var renumbered = Tally<Bool>()
    for text in waitingTexts {
      for (index, slot) in text.builder.references.enumerated() where slot.kind == .renumbered {
        let isKnown = text.words.indices.contains(index) && text.words[index] != nil
        renumbered.add(isKnown, at: slot.range)
      }
    }
    for (isKnown, count, range) in renumbered.entries {
      log.report(isKnown ? .pageRenumbered(count, at: range) : .pageNotRenumbered(count, at: range))
    }
  }
}

extension Diagnostic {
  static func pageRenumbered(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-050", .note,
      "references to pages of print name the braille page instead, \(count == 1 ? "once" : "\(count) times")",
      hint: "mark where pages of print begin to keep their numbers", at: range)
  }

  static func pageNotRenumbered(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-051", .warning,
      "references name a page of print that the braille does not show, \(count == 1 ? "once" : "\(count) times")",
      hint:
        "the place they lead to is not in the braille, or they stand in a table; give a heading's name instead",
      at: range)
  }

  static func referencesNotSettled(_ rounds: Int) -> Diagnostic {
    Diagnostic(
      "BRL-052", .warning, "page numbers in references still changed after \(rounds) layouts",
      hint: "some may be a page out: check them, or use --references words")
  }

  static func volumeTooLong(_ number: Int, pages: Int, maximum: Int) -> Diagnostic {
    Diagnostic(
      "BRL-053", .warning,
      "volume \(number) has \(pages) pages, more than \(maximum): its text cannot be parted",
      hint: "allow more with --max-pages, or part the text in the source")
  }
}
