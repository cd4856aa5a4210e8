import DocumentModel
import Wording
import XMLTree

/// A panel on screen in which readers choose the size of text, its spacing and its colours.
///
/// It is made of the browser's own radio buttons and a style sheet that looks which are set: there is
/// no script, it works from a file without a server, and where a browser cannot look (`:has`,
/// Selectors 4) the panel is not shown and the page is as it would be. Nothing is stored.
struct ReaderPanel {
  let settings: LargePrintSettings
  let words: ProgramWords

  /// The panel.
  var element: XMLElement {
    let summary = labelled("summary", .readingSettings)
    return XMLElement(
      "section",
      [XMLAttribute("class", "panel"), XMLAttribute("aria-label", words.text(.readingSettings))]
        + language(.readingSettings),
      [
        .element(
          XMLElement(
            "details", [],
            [
              .element(summary),
              .element(choice("size", .textSize, sizes.map { .points($0) })),
              .element(choice("spacing", .spacing, [.word(.usual), .word(.wide), .word(.wider)])),
              .element(
                choice(
                  "colours", .colours,
                  [
                    .word(.coloursOfDevice), .word(.blackOnWhite), .word(.blackOnCream),
                    .word(.yellowOnBlack),
                  ])),
            ]))
      ])
  }

  /// What makes it work; browsers of before 2023 leave the whole out.
  var style: StyleSheet {
    var rules: [StyleRule] = [.style(".panel", ["display": "block"])]
    for (index, points) in sizes.enumerated().dropFirst() {
      rules.append(
        .style(
          "html:has(#large-print-size-\(index):checked)",
          ["font-size": "\(LargePrintStyle.number(Double(points) / 12 * 100))%"]))
    }
    rules += [
      .style(
        "html:has(#large-print-spacing-1:checked) body",
        ["line-height": "1.75", "letter-spacing": ".06em", "word-spacing": ".1em"]),
      .style(
        "html:has(#large-print-spacing-2:checked) body",
        ["line-height": "2", "letter-spacing": ".12em", "word-spacing": ".16em"]),
      .style(":root:has(#large-print-colours-1:checked)", pairs(.white, "light")),
      .style(":root:has(#large-print-colours-2:checked)", pairs(.cream, "light")),
      .style(":root:has(#large-print-colours-3:checked)", pairs(.yellow, "dark")),
    ]
    return StyleSheet([
      .style(".panel", ["display": "none"]),
      .group("@supports selector(html:has(a))", [.group("@media screen", rules)]),
    ])
  }

  /// The sizes to choose from, in points: the one of the edition first.
  private var sizes: [Int] {
    let all = LargePrintOptions.Size.allCases.map(\.points)
    return [settings.points] + all.filter { $0 != settings.points }
  }

  private func pairs(_ scheme: LargePrintStyle.Scheme, _ name: String) -> [StyleDeclaration] {
    scheme.declarations + [StyleDeclaration("color-scheme", name)]
  }

  // MARK: - Elements

  private enum Choice {
    case points(Int)
    case word(ProgramWords.Name)
  }

  private func choice(_ group: String, _ legend: ProgramWords.Name, _ choices: [Choice]) -> XMLElement {
    var children: [XMLNode] = [.element(labelled("legend", legend))]
    for (index, choice) in choices.enumerated() {
      let (text, name): (String, ProgramWords.Name) =
        switch choice {
        case .points(let points): (words.text(.pointSize, ["size": "\(points)"]), .pointSize)
        case .word(let name): (words.text(name), name)
        }
      var input = [
        XMLAttribute("type", "radio"), XMLAttribute("name", group),
        XMLAttribute("id", "large-print-\(group)-\(index)"),
      ]
      if index == 0 { input.append(XMLAttribute("checked", "")) }
      children.append(
        .element(
          XMLElement(
            "label", [XMLAttribute("for", "large-print-\(group)-\(index)")] + language(name),
            [.element(XMLElement("input", input)), .text(" " + text)])))
    }
    return XMLElement("fieldset", [], children)
  }

  private func labelled(_ element: String, _ name: ProgramWords.Name) -> XMLElement {
    XMLElement(element, language(name), text: words.text(name))
  }

  private func language(_ name: ProgramWords.Name) -> [XMLAttribute] {
    let phrase = words[name]
    return phrase.isStandIn ? [XMLAttribute("lang", phrase.language.tag), XMLAttribute("dir", "ltr")] : []
  }
}
