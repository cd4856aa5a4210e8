/// How large print looks, as style sheets: the same for screens, for paper out of a browser and for
/// PDF, with what only one of them knows in sheets of its own.
///
/// Screens have sizes in parts of the reader's own (`html { font-size: 150% }` is 18 point where the
/// reader has changed nothing), paper has points.
struct LargePrintStyle {
  let settings: LargePrintSettings

  /// What every reader of HTML knows, browsers and checkers of 2020 among them.
  var common: StyleSheet {
    StyleSheet(colours + text + blocks + tables + chrome + ideas + [screen, narrow, print] + reader)
  }

  // MARK: - Colours

  /// Schemes: ink, paper, links and where the keyboard is.
  enum Scheme {
    case white, cream, yellow

    var declarations: [StyleDeclaration] {
      let (ink, paper, link, focus, onFocus) =
        switch self {
        case .white: ("#000", "#fff", "#00308f", "#fd0", "#000")
        case .cream: ("#000", "#fff8e1", "#00308f", "#fd0", "#000")
        case .yellow: ("#ff0", "#000", "#fff", "#fff", "#000")
        }
      return [
        StyleDeclaration("--ink", ink), StyleDeclaration("--paper", paper), StyleDeclaration("--link", link),
        StyleDeclaration("--focus", focus), StyleDeclaration("--on-focus", onFocus),
      ]
    }
  }

  private var colours: [StyleRule] {
    let scheme: Scheme =
      switch settings.options.colours {
      case .reader, .white: .white
      case .cream: .cream
      case .yellow: .yellow
      }
    return [.style(":root", scheme.declarations)]
  }

  /// What the reader's system asks for. It comes last, so that it counts.
  private var reader: [StyleRule] {
    var rules: [StyleRule] = []
    if settings.options.colours == .reader {
      rules.append(
        .group(
          "@media screen and (prefers-color-scheme: dark)", [.style(":root", Scheme.yellow.declarations)]))
    }
    rules.append(
      .group(
        "@media (forced-colors: active)",
        [
          .style(
            ":root",
            [
              "--ink": "CanvasText", "--paper": "Canvas", "--link": "LinkText", "--focus": "Canvas",
              "--on-focus": "CanvasText",
            ])
        ]))
    rules.append(
      .group(
        "@media (prefers-contrast: more)",
        [.style("a", ["font-weight": "bold"]), .style("th, td, img", ["border-width": ".12em"])]))
    return rules
  }

  // MARK: - Text

  private var text: [StyleRule] {
    let heading = settings.profile.headings.enumerated().map { index, ratio in
      StyleRule.style("h\(index + 1)", ["font-size": "\(Self.number(ratio))rem"])
    }
    return [
      .style("*, *::before, *::after", ["box-sizing": "border-box"]),
      .style("html", ["font-size": "\(Self.number(Double(settings.points) / 12 * 100))%"]),
      .style(
        "body",
        [
          "margin": "0", "padding": "1rem", "background": "var(--paper)", "color": "var(--ink)",
          "font-family": settings.options.typeface.families, "font-size": "1rem",
          "line-height": Self.number(settings.screenLeading), "text-align": "start", "hyphens": "none",
          "font-style": "normal", "font-variant": "normal", "overflow-wrap": "anywhere",
        ]),
      .style(
        "h1, h2, h3, h4, h5, h6, .heading",
        [
          "line-height": "1.3", "font-weight": "bold", "margin": "1.5em 0 .75em", "break-after": "avoid",
          "break-inside": "avoid",
        ]),
    ] + heading + [
      // Nothing is italic, small or in capitals, whatever a browser has for the element.
      .style(
        "em, i, cite, dfn, var, address, small, sup, sub, code, pre, kbd, samp, mark, ins, del, s",
        ["font-style": "normal", "font-variant": "normal", "font-size": "1em"]),
      .style("strong, b, th, dt, dfn, mark, ins, .title, .underline", ["font-weight": "bold"]),
      .style("em, cite", ["font-weight": "bold"]),
      .style("ins, abbr", ["text-decoration": "none"]),
      .style("mark", ["background": "none", "color": "inherit"]),
      .style("sup, sub", ["line-height": "0"]),
      .style(
        "code, pre, kbd, samp",
        ["font-family": "\"DejaVu Sans Mono\", \"Liberation Mono\", Consolas, monospace"]),
      .style("math, math *", ["font-size": "1em"]),
      .style("mtd", ["text-align": "start"]),
      // Where no font for formulas is, signs reach beyond their boxes: they are not to be cut off or touch.
      .style(".mathematics", ["margin": "0 0 1.5em", "padding": ".6em 0"]),
      .style("mfrac > *", ["padding": ".2em .1em"]),
      .style("munder > * + *, mover > * + *, munderover > * + *", ["padding": ".15em 0"]),
      .style("a", ["color": "var(--link)", "text-decoration": "underline"]),
      .style(
        "a:focus, summary:focus, .scroll:focus, .mathematics:focus, input:focus, main:focus",
        ["outline": ".2em solid var(--ink)", "outline-offset": ".1em"]),
      .style("a:focus, summary:focus", ["background": "var(--focus)", "color": "var(--on-focus)"]),
      .style("main:focus", ["outline": "none"]),
    ]
  }

  // MARK: - Blocks

  private var blocks: [StyleRule] {
    [
      .style("p, ul, ol, dl, figure, blockquote, pre, aside, details", ["margin": "0 0 1.5em"]),
      .style("p, li, dd", ["orphans": "3", "widows": "3"]),
      .style("ul, ol", ["padding": "0 0 0 1.6em"]),
      .style("[dir=rtl] ul, [dir=rtl] ol", ["padding": "0 1.6em 0 0"]),
      .style("li", ["margin": "0 0 .5em"]),
      .style(
        "li > ul, li > ol, li > p:last-child, td > :last-child, th > :last-child", ["margin-bottom": "0"]),
      .style("li > p", ["margin-bottom": "1em"]),
      .style("li > ul, li > ol", ["margin-top": ".5em"]),
      .style("ul.unmarked", ["list-style": "none", "padding": "0"]),
      // The box to tick is the mark.
      .style("ul > li.task", ["list-style": "none"]),
      // What is in an item begins on the page of the words that lead to it.
      .style("li > p:first-child + *", ["break-before": "avoid"]),
      .style("dd", ["margin": "0 0 1em 1.6em"]),
      .style("[dir=rtl] dd", ["margin": "0 1.6em 1em 0"]),
      .style(
        "blockquote, aside, .example, [role=doc-notice]",
        [
          "border": "solid var(--ink)", "border-width": "0 0 0 .25em", "padding": "0 0 0 1em",
          "margin-left": "0",
          "margin-right": "0",
        ]),
      .style("aside[role=doc-footnote]", ["border": "0", "padding": "0"]),
      .style("aside > :last-child, blockquote > :last-child", ["margin-bottom": "0"]),
      .style("figure", ["margin-left": "0", "margin-right": "0"]),
      .style("figcaption, .caption, caption, summary", ["font-weight": "bold"]),
      .style("figcaption, .caption", ["margin": ".5em 0 1.5em"]),
      .style(
        "img",
        ["display": "block", "max-width": "100%", "height": "auto", "border": ".06em solid var(--ink)"]),
      .style("img.drawing", ["width": "100%"]),
      .style("pre", ["white-space": "pre-wrap", "overflow-wrap": "anywhere"]),
      .style("pre code, .lines .line", ["display": "block", "padding-left": "2em", "text-indent": "-2em"]),
    ]
      + (1...10).map { .style(".lines .indent-\($0)", ["padding-left": "\(min($0, 4) + 2)em"]) }
      + [
        .style("pre code", ["padding-left": "0", "text-indent": "0"]),
        .style(".lines br", ["display": "none"]),
        .style("hr", ["border": "0", "border-top": ".1em solid var(--ink)", "margin": "2em 0"]),
        .style(".page-break", ["font-weight": "bold"]),
        .style("div.page-break", ["margin": "0 0 1.5em", "break-after": "avoid"]),
        .style("div.page-break:empty, span.page-break:empty", ["display": "none"]),
        // In one piece, so that its edge is never beyond that of the page.
        .style(
          "span.page-break",
          [
            "display": "inline-block", "max-width": "100%", "border": ".06em solid var(--ink)",
            "margin": "0 .2em", "padding": "0 .3em",
          ]),
        .style(".line-number", ["padding-right": ".5em"]),
        .style(".kept, .note-reference:not(.long)", ["white-space": "nowrap"]),
      ]
  }

  // MARK: - Tables

  private var tables: [StyleRule] {
    [
      .style("table", ["border-collapse": "collapse", "margin": "0 0 1.5em", "max-width": "100%"]),
      .style("caption", ["text-align": "start", "margin-bottom": ".5em"]),
      .style(
        "th, td",
        [
          "border": ".06em solid var(--ink)", "padding": ".3em .5em", "text-align": "start",
          "vertical-align": "top", "overflow-wrap": "normal",
        ]),
      .style("thead", ["display": "table-header-group"]),
      .style("thead, tr", ["break-inside": "avoid"]),
      // Headings stay with the first row; browsers want it said of both.
      .style("thead > tr", ["break-after": "avoid"]),
      .style("tbody:first-of-type > tr:first-child", ["break-before": "avoid"]),
      .style(".scroll", ["margin": "0 0 1.5em"]),
      .style(".scroll table", ["margin": "0"]),
    ]
  }

  // MARK: - What is around the text

  private var chrome: [StyleRule] {
    [
      .style(
        ".skip",
        ["position": "absolute", "top": "-999em", "padding": ".5rem", "background": "var(--paper)"]),
      .style(".skip:focus", ["top": ".5rem"]),
      .style("main > *, header > *, nav > *, .panel", ["max-width": "\(Self.number(settings.measure))em"]),
      .style("nav ol", ["list-style": "none", "padding": "0"]),
      .style("nav li", ["margin": ".5em 0"]),
      .style("nav ol ol", ["padding": "0 0 0 1em"]),
      .style("[dir=rtl] nav ol ol", ["padding": "0 1em 0 0"]),
      .style("header h1", ["margin-top": ".5em"]),
      .style(
        ".panel fieldset", ["border": ".06em solid var(--ink)", "margin": "0 0 1em", "padding": ".5em 1em"]),
      .style(".panel legend", ["font-weight": "bold", "padding": "0 .3em"]),
      .style(".panel label", ["display": "block", "padding": ".25em 0"]),
      .style(
        ".panel input",
        ["width": "1.2em", "height": "1.2em", "margin": "0 .5em 0 .2em", "vertical-align": "middle"]),
      .style(".panel summary", ["padding": ".5em 0"]),
    ]
      + (settings.profile.contents == .tint
        ? [
          .group(
            "@media print",
            [
              .style(
                "nav li:nth-child(even) > a, nav li:nth-child(even) > .elsewhere", ["background": "#e0e0e0"])
            ])
        ] : [])
  }

  // MARK: - Easy read

  /// Each idea is a row: its picture at the left, as large as there is room for, its words at the right.
  /// Where windows are narrow the picture stands above them.
  private var ideas: [StyleRule] {
    guard settings.edition == .easyRead else { return [] }
    let rows: [StyleRule] = [
      .style(
        ".has-pictures .idea",
        ["display": "grid", "grid-template-columns": "11em minmax(0, 1fr)", "column-gap": "1.5em"]),
      .style(".has-pictures .idea > .words", ["grid-column": "2"]),
    ]
    return [
      .style(".idea", ["margin": "0 0 2.5em", "break-inside": "avoid"]),
      .style(".idea p", ["margin": "0 0 1.5em"]),
      .style(".idea > .words > :last-child, .idea figure, .idea figure p", ["margin-bottom": "0"]),
      // Wider by the column of pictures, where there is one.
      .style(
        "main.has-pictures > .idea, main.has-pictures section > .idea",
        ["max-width": "\(Self.number(settings.measure + 12.5))em"]),
      .style(".idea > figure img", ["border": "0", "max-height": "14em", "width": "auto"]),
      .style("details", ["border": ".06em solid var(--ink)", "padding": ".5em 1em"]),
      .style("details > summary", ["cursor": "pointer"]),
      .group("@media screen and (min-width: 48em)", rows),
      .group("@media print", rows + [.style("details:not([open])", ["display": "none"])]),
    ]
  }

  // MARK: - Screen and print

  private var screen: StyleRule {
    .group(
      "@media screen",
      [
        .style(".scroll, .mathematics", ["overflow-x": "auto", "max-width": "100%"]),
        // A formula that stands as its source is text, and has lines no longer than the text.
        .style(
          ".mathematics > .formula",
          ["display": "block", "max-width": "\(Self.number(settings.measure))em"]),
        // As high as its line, so that nothing is cut off where the line of text is lower.
        .style(
          ".wide",
          [
            "display": "inline-block", "max-width": "100%", "overflow-x": "auto", "vertical-align": "middle",
            "padding": ".1em 0",
          ]),
        .style(".wide:focus", ["outline": ".2em solid var(--ink)"]),
        // What is touched is as wide as a finger needs (WCAG 2.5.8), also where a link is one sign.
        .style(
          "h1 a, h2 a, h3 a, h4 a, h5 a, h6 a", ["display": "inline-block", "min-width": "1.5rem"]),
        .style(".paper-only", ["display": "none"]),
        // A caption is to be read without scrolling, and a cell has no longer lines than the text.
        .style(".scroll caption", ["max-width": "calc(100vw - 2rem)"]),
        .style("td, th", ["max-width": "\(Self.number(settings.measure))em"]),
      ])
  }

  /// Windows as narrow as a telephone: lists in lists in lists take no more of the line, and headings are as
  /// large as leaves room for a long word.
  private var narrow: StyleRule {
    let headings = zip(settings.profile.headings, [1.2, 1.15, 1.1]).enumerated().map { index, ratios in
      StyleRule.style("h\(index + 1)", ["font-size": "\(Self.number(min(ratios.0, ratios.1)))rem"])
    }
    return .group(
      "@media screen and (max-width: 30em)",
      headings + [
        .style("li li li ul, li li li ol", ["padding": "0 0 0 .4em"]),
        .style("[dir=rtl] li li li ul, [dir=rtl] li li li ol", ["padding": "0 .4em 0 0"]),
      ])
  }

  private var print: StyleRule {
    // On a screen what is underlined is taken for a link, so that there emphasis is bold in any profile.
    let emphasis: [StyleRule] =
      switch settings.profile.emphasis {
      case .bold: []
      case .underline:
        [.style("em, cite", ["font-weight": "inherit", "text-decoration": "underline"])]
      }
    return .group(
      "@media print",
      emphasis + [
        .style(":root", Scheme.white.declarations + [StyleDeclaration("--link", "#000")]),
        .style("html", ["font-size": "\(settings.points)pt"]),
        .style("body", ["padding": "0", "line-height": Self.number(settings.paperLeading)]),
        .style(".skip, .panel, .screen-only", ["display": "none"]),
        .style("main .scroll", ["max-width": "none"]),
        .style(".forced th, .forced td, th code, td code", ["overflow-wrap": "anywhere"]),
        .style(
          "a[data-address]::after",
          [
            "content": "\" (\" attr(data-address) \")\"", "font-weight": "normal",
            "overflow-wrap": "anywhere",
          ]),
        .style("abbr.first::after", ["content": "\" (\" attr(title) \")\""]),
        .style("nav", ["break-before": "page"]),
        .style("nav a", ["color": "#000", "text-decoration": "none"]),
        .style("nav + main", ["break-before": "page"]),
        .style("blockquote, .one-page", ["break-inside": "avoid"]),
        .style("figcaption", ["break-before": "avoid"]),
        .style("caption, .title, dt", ["break-after": "avoid"]),
        .style(".page-before", ["break-before": "page"]),
        .style(".page-after", ["break-after": "page"]),
        .style("img", ["max-height": "\(Self.number(imageHeight))mm"]),
      ])
  }

  /// A picture leaves room on its page for its caption, in millimetres.
  var imageHeight: Double {
    let margins = settings.profile.margins
    return (settings.paper.millimetres.height - margins.top - margins.bottom) * 0.7
  }

  /// A number as CSS has it: no more than four places after the point, and none that are zero.
  static func number(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    guard scaled % 10_000 != 0 else { return "\(scaled / 10_000)" }
    var digits = "\(abs(scaled) % 10_000)"
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return (scaled < 0 ? "-" : "") + "\(abs(scaled) / 10_000)." + digits
  }
}
