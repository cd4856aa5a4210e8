/// The style sheet of an EPUB: what print tells apart stays told apart, and all that readers set for
/// themselves (type, size, colours, margins) is left to them. Sizes are of the reader's own, and
/// nothing is justified, hyphenated or coloured.
enum EPUBStyle {
  static let text = #"""
    body { margin: 0 1em; line-height: 1.5; text-align: start; overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 0.5em; text-align: start; break-after: avoid; page-break-after: avoid; }
    p { margin: 0 0 0.75em; orphans: 2; widows: 2; }
    .title, .heading { font-weight: bold; }
    .subtitle { font-size: 1.2em; }
    .centred { text-align: center; }
    .at-end { text-align: end; }
    .hanging { padding-inline-start: 2em; text-indent: -2em; }
    .directions { font-style: italic; }
    .attribution { text-align: end; }
    .lines .line.indent-1 { padding-inline-start: 1em; }
    .lines .line.indent-2 { padding-inline-start: 2em; }
    .lines .line.indent-3 { padding-inline-start: 3em; }
    .lines .line.indent-4 { padding-inline-start: 4em; }
    .lines .line.indent-5 { padding-inline-start: 5em; }
    .lines .line.indent-6 { padding-inline-start: 6em; }
    .lines .line.indent-7 { padding-inline-start: 7em; }
    .lines .line.indent-8 { padding-inline-start: 8em; }
    .lines .line.indent-9 { padding-inline-start: 9em; }
    .lines .line.indent-10 { padding-inline-start: 10em; }
    .line-number { font-size: 0.85em; }
    .underline { text-decoration: underline; }
    .small-capitals { font-variant: small-caps; }
    blockquote, figure, .description { margin: 1em 0; padding-inline-start: 1.5em; }
    figure.quotation { padding-inline-start: 0; }
    figure { padding-inline-start: 0; break-inside: avoid; page-break-inside: avoid; }
    figcaption, caption, .caption { font-weight: bold; text-align: start; margin: 0.5em 0; }
    figcaption.attribution { font-weight: normal; }
    caption .summary { font-weight: normal; }
    img { max-width: 100%; height: auto; }
    aside, section[role="doc-notice"], .description, details { border: 1px solid; padding: 0.5em 1em; margin: 1em 0; }
    section[role="doc-endnotes"] { margin-top: 2em; border-top: 1px solid; }
    aside[role="doc-footnote"] { border: 0; padding: 0; margin: 0.5em 0; }
    table { border-collapse: collapse; margin: 1em 0; max-width: 100%; }
    th, td { border: 1px solid; padding: 0.25em 0.5em; text-align: start; vertical-align: top; }
    th.centred, td.centred { text-align: center; }
    th.at-end, td.at-end { text-align: end; }
    pre { white-space: pre-wrap; margin: 1em 0; }
    dt { font-weight: bold; }
    dd { margin: 0 0 0.5em; padding-inline-start: 1.5em; }
    ul.unmarked, nav ol { list-style-type: none; }
    li.task { list-style-type: none; }
    ol.parenthesis > li::marker { content: counter(list-item) ") "; }
    ol.parentheses > li::marker { content: "(" counter(list-item) ") "; }
    ol.bare-number > li::marker { content: counter(list-item) " "; }
    ol[type="a"].parenthesis > li::marker { content: counter(list-item, lower-alpha) ") "; }
    ol[type="A"].parenthesis > li::marker { content: counter(list-item, upper-alpha) ") "; }
    ol[type="i"].parenthesis > li::marker { content: counter(list-item, lower-roman) ") "; }
    ol[type="I"].parenthesis > li::marker { content: counter(list-item, upper-roman) ") "; }
    ol[type="a"].parentheses > li::marker { content: "(" counter(list-item, lower-alpha) ") "; }
    ol[type="A"].parentheses > li::marker { content: "(" counter(list-item, upper-alpha) ") "; }
    ol[type="i"].parentheses > li::marker { content: "(" counter(list-item, lower-roman) ") "; }
    ol[type="I"].parentheses > li::marker { content: "(" counter(list-item, upper-roman) ") "; }
    sup, sub { line-height: 1; }
    .mathematics { margin: 1em 0; }
    mtable.equations mtd { text-align: left; padding-inline: 0; }
    mtable.equations mtd:nth-child(2n+1):not(:only-child) { text-align: right; }
    div.page-break { font-size: 0.85em; text-align: end; }
    span.page-break:not(:empty) { font-size: 0.85em; border: 1px solid; padding: 0 0.25em; margin: 0 0.25em; }
    .page-before { break-before: page; page-break-before: always; }
    .page-after { break-after: page; page-break-after: always; }
    .one-page { break-inside: avoid; page-break-inside: avoid; }
    .-epub-media-overlay-active { text-decoration: underline; text-decoration-thickness: 0.15em; }

    """#
}
