import Wording

extension LargePrintStyle {
  /// The pages, as browsers know them: size, margins, the page number at the lower outer corner in the
  /// size of the text.
  ///
  /// With them how formulas stand, which checkers of HTML do not know either.
  func pages(words: ProgramWords) -> StyleSheet {
    StyleSheet(
      [page(furniture: [number(words)])] + turned + [
        .style(".mathematics math", ["display": "inline math", "math-style": "normal"])
      ])
  }

  /// The pages of a PDF: the running title as well, page numbers in contents and after references.
  ///
  /// - Parameter first: the number of the first page.
  func pagesOfPDF(title: String, words: ProgramWords, first: Int) -> StyleSheet {
    let running = StyleMarginBox(
      "bottom-left",
      [
        "content": printed(title).asStyleString, "font": font(bold: false), "vertical-align": "top",
        "padding-top": "5mm", "width": "70%", "text-align": "left", "max-height": "\(footHeight)mm",
      ])
    // `target-counter` is in a string of its own, since the word for a page comes before or after it.
    let parts = printed(words.text(.pageReference, ["page": "\u{2007}"])).split(
      separator: "\u{2007}", omittingEmptySubsequences: false)
    let before = parts.first.map(String.init) ?? ""
    let after = parts.count > 1 ? String(parts[1]) : ""
    func reference(_ number: String) -> String { "\(before.asStyleString) \(number) \(after.asStyleString)" }
    func contents(_ number: String) -> String {
      switch settings.profile.contents {
      case .page: "\", \" \(reference(number))"
      case .dots: "leader(\".\") \(number)"
      case .tint: "\"  \" \(number)"
      }
    }
    let here = "target-counter(attr(href), page)"
    return StyleSheet(
      [
        page(furniture: [running, self.number(words)]),
        .page(
          ":first", first == 1 ? [] : [StyleDeclaration("counter-reset", "page \(first)")],
          boxes: [StyleMarginBox("bottom-left", ["content": "none"])]),
      ] + turned + [
        .style("nav li > a::after", ["content": contents(here)]),
        // What is in another volume has its page written out.
        .style("nav li > .elsewhere::after", ["content": contents("attr(data-page)")]),
        .style(".note-reference a::after", ["content": "\", \" \(reference(here))"]),
        .style("h1", ["bookmark-level": "1"]),
        .style("nav h2", ["bookmark-level": "2"]),
        // An item of several blocks: its mark stands beside them, since readers of tagged PDF know an
        // item as its mark and its body.
        .style("li.blocks", ["list-style": "none", "position": "relative"]),
        .style(
          "li.blocks::before", ["content": "attr(data-mark)", "position": "absolute", "left": "-1.6em"]),
        // Where WeasyPrint has the marks of other items.
        .style("ul > li.blocks::before", ["left": "-.6em"]),
        .style(".scroll", ["display": "block"]),
      ])
  }

  private func page(furniture: [StyleMarginBox]) -> StyleRule {
    let margins = settings.profile.margins
    let sides = [margins.top, margins.right, margins.bottom, margins.left].map { "\(Self.number($0))mm" }
    return .page(
      "", [StyleDeclaration("size", paperName), StyleDeclaration("margin", sides.joined(separator: " "))],
      boxes: furniture)
  }

  private var turned: [StyleRule] {
    [
      .page("turned", [StyleDeclaration("size", "\(paperName) landscape")], boxes: []),
      .group("@media print", [.style(".turned", ["page": "turned"])]),
    ]
  }

  private func number(_ words: ProgramWords) -> StyleMarginBox {
    let parts = printed(words.text(.pageNumber, ["page": "\u{2007}"])).split(
      separator: "\u{2007}", omittingEmptySubsequences: false)
    let before = parts.first.map { String($0).asStyleString } ?? "\"\""
    let after = parts.count > 1 ? String(parts[1]).asStyleString : "\"\""
    return StyleMarginBox(
      "bottom-right",
      [
        "content": "\(before) counter(page) \(after)", "font": font(bold: true), "vertical-align": "top",
        "padding-top": "5mm", "white-space": "nowrap",
      ])
  }

  /// Words of the style sheet, which no walk over the page finds.
  private func printed(_ words: String) -> String {
    PaperText(coverage: settings.coverage).printed(words).text
  }

  private func font(bold: Bool) -> String {
    "\(bold ? "bold " : "")\(settings.points)pt/1.2 \(settings.options.typeface.families)"
  }

  private var footHeight: String { Self.number(settings.profile.margins.bottom - 6) }

  private var paperName: String {
    switch settings.paper {
    case .a4: "A4"
    case .a3: "A3"
    case .letter: "letter"
    }
  }
}
