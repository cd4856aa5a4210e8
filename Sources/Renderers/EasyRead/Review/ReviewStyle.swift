/// How reviews look.
enum ReviewStyle {
  /// The pages on paper, with their numbers.
  static let pages = StyleSheet([
    .page(
      "", [StyleDeclaration("size", "A4"), StyleDeclaration("margin", "20mm")],
      boxes: [
        StyleMarginBox(
          "bottom-right",
          [
            "content": "\"Page \" counter(page)",
            "font": "bold 16pt/1.2 Arial, \"Liberation Sans\", sans-serif",
            "vertical-align": "top", "padding-top": "5mm",
          ])
      ])
  ])

  /// The style sheet: report and easy read side by side where there is room.
  static let sheet = StyleSheet([
    .style(
      ":root",
      [
        "--ink": "#1b1b1b", "--paper": "#fff", "--edge": "#767676",
        "--quiet": "#474747", "--note": "#f2f2f2", "--link": "#0b3d91",
      ]),
    .group(
      "@media (prefers-color-scheme: dark)",
      [
        .style(
          ":root",
          [
            "--ink": "#f2f2f2", "--paper": "#141414", "--edge": "#8f8f8f", "--quiet": "#c8c8c8",
            "--note": "#262626", "--link": "#a9c7ff",
          ])
      ]),
    .style("*", ["box-sizing": "border-box"]),
    .style(
      "html",
      ["font": "133.4%/1.5 Arial, \"Liberation Sans\", \"DejaVu Sans\", sans-serif", "text-align": "left"]),
    .style(
      "body",
      [
        "margin": "0 auto", "padding": "0 1rem 3rem", "max-width": "80rem", "color": "var(--ink)",
        "background": "var(--paper)", "overflow-wrap": "anywhere",
      ]),
    .style("h1, h2, h3", ["line-height": "1.3", "margin": "1.5em 0 .5em"]),
    .style("h1", ["font-size": "1.75rem"]), .style("h2", ["font-size": "1.4rem"]),
    .style("h3", ["font-size": "1.15rem"]),
    // A blank line between paragraphs, and lines of no more than some 65 characters.
    .style("p", ["margin": "0 0 1.5em", "max-width": "28em"]),
    .style("a", ["color": "var(--link)"]),
    .style(
      "a:focus-visible, summary:focus-visible, pre:focus-visible",
      ["outline": ".2rem solid var(--link)", "outline-offset": ".15rem"]),
    .style(
      ".skip",
      ["position": "absolute", "left": "-99rem", "padding": ".75rem 1rem", "background": "var(--paper)"]),
    .style(".skip:focus", ["left": "1rem", "top": ".5rem"]),
    .style("table", ["border-collapse": "collapse", "margin": "0 0 1em"]),
    .style("caption", ["text-align": "left", "padding": "0 0 .5em"]),
    .style("th, td", ["text-align": "left", "padding": ".25em .75em", "border": "1px solid var(--edge)"]),
    .style("ul", ["padding": "0 0 0 1.2em"]), .style("li", ["margin": "0 0 .5em"]),
    .style("caption, dd, pre, summary, li", ["max-width": "28em"]),
    .style("dt", ["font-weight": "bold"]), .style("dd", ["margin": "0 0 .75em 1.2em"]),
    .style(".sentences", ["list-style": "none", "padding": "0"]),
    .style(
      ".sentences > li",
      ["border": "1px solid var(--edge)", "padding": ".75em 1em", "margin": "0 0 1em"]),
    .style(".sentences > li:not(.kept)", ["max-width": "none"]),
    .style(".sentences > li:target", ["outline": ".25rem solid var(--link)"]),
    .style(".label", ["font-weight": "bold", "color": "var(--quiet)"]),
    .style(".explanation", ["padding-left": ".75em", "border-left": ".25em solid var(--edge)"]),
    .style(".origin", ["color": "var(--quiet)"]),
    .style(".changes", ["background": "var(--note)", "padding": ".5em .75em .5em 2em", "margin": ".5em 0"]),
    .style("del", ["text-decoration": "line-through"]),
    // Underlined words are taken for links.
    .style("ins", ["text-decoration": "none", "font-weight": "bold"]),
    .style(
      "pre, code",
      ["font-family": "\"DejaVu Sans Mono\", \"Liberation Mono\", Consolas, monospace", "font-size": "1em"]),
    .style("summary", ["cursor": "pointer", "padding": ".25em 0"]),
    .style(
      "pre",
      [
        "white-space": "pre-wrap", "background": "var(--note)", "border": "1px solid var(--edge)",
        "padding": ".5em .75em", "margin": "0 0 .75em", "font-size": "1em",
      ]),
    .group(
      "@media screen and (min-width: 48em)",
      [.style(".pair", ["display": "grid", "grid-template-columns": "1fr 1fr", "column-gap": "2em"])]),
    .group(
      "@media print",
      [
        .style(
          ":root",
          ["--ink": "#000", "--paper": "#fff", "--quiet": "#333", "--note": "#fff"]),
        .style("html", ["font-size": "16pt"]),
        .style(".skip", ["display": "none"]),
        .style(".pair", ["display": "grid", "grid-template-columns": "1fr 1fr", "column-gap": "8mm"]),
        .style(".sentences > li", ["break-inside": "avoid"]),
        .style("details:not([open])", ["display": "none"]),
      ]),
  ])
}
