public import Diagnostics
public import DocumentModel

extension AuthorFile {
  /// The document without the sections the author leaves out, each from its heading to the next heading
  /// that is not below it.
  ///
  /// - Parameter problems: a note for each section with the author's reason, and an error for each the
  ///   document does not have.
  public func leavingOut(_ document: Document, problems: inout [Diagnostic]) -> Document {
    guard !leftOut.isEmpty else { return document }
    var document = document
    var cut = SectionCut(sections: leftOut)
    document.blocks = cut.rest(of: document.blocks)
    problems += cut.notes
    for section in leftOut where !cut.found.contains(section.heading) {
      problems.append(
        .staleHeading(
          section.heading, now: Spelling.nearest(to: section.heading, among: cut.headings), at: section.place)
      )
    }
    return document
  }
}

/// The walk that takes sections out.
private struct SectionCut {
  let sections: [AuthorFile.LeftOutSection]
  var notes: [Diagnostic] = []
  var found: Set<String> = []
  var headings: [String] = []
  /// The level of the heading whose section is being left out.
  private var level: Int?

  init(sections: [AuthorFile.LeftOutSection]) { self.sections = sections }

  mutating func rest(of blocks: [Block]) -> [Block] {
    var rest: [Block] = []
    for block in blocks {
      switch block {
      case .heading(let heading):
        if let level, heading.level <= level { self.level = nil }
        let words = heading.inlines.plainText
        headings.append(words)
        guard level == nil else { continue }
        if let section = sections.first(where: { words.isHeading($0.heading) }) {
          found.insert(section.heading)
          level = heading.level
          notes.append(.sectionLeftOut(words, section.reason, at: heading.info.range))
        } else {
          rest.append(block)
        }
      case .division(var division):
        let wasOut = level != nil
        let inside = self.rest(of: division.blocks)
        if wasOut, inside.isEmpty { continue }
        division.blocks = inside
        rest.append(.division(division))
      case .paragraph, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
        .mathematics, .separator, .pageBreak:
        if level == nil { rest.append(block) }
      }
    }
    return rest
  }
}
