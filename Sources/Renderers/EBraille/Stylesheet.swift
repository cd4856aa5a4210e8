/// The style sheet of a publication: places in cells (`ch`) and lines (`rem`), as the eBraille Styling
/// Best Practices have them, and nothing about fonts (eBraille 1.0, 6.3.2). Paragraphs are 3-1 and
/// headings as UK and North American practice agree; a reading system may use its own instead.
enum Stylesheet {
  static let text = #"""
    body { margin: 0; padding: 0; overflow-wrap: break-word; }
    p { margin: 0; text-indent: 2ch; }
    h1, h2, h3, h4, h5, h6 { margin: 1rem 0 0 0; text-indent: 0; }
    h1 { margin: 1rem 3ch; text-align: center; text-wrap: balance; }
    h2 { margin-left: 4ch; }
    h3, h4, h5, h6 { margin-left: 6ch; }
    p.centred { text-align: center; text-indent: 0; }
    p.at-end { text-align: end; text-indent: 0; }
    p.passage { text-indent: 0; }
    p.author, p.title { text-align: center; text-indent: 0; }
    ul, ol { margin: 0; padding: 0; list-style-type: none; }
    li { margin: 0 0 0 2ch; text-indent: -2ch; }
    li > p, li > ul, li > ol, li > div, li > table, li > pre { text-indent: 0; }
    li > p:first-child { text-indent: -2ch; }
    li.indent-1 { margin-left: 4ch; }
    li.indent-2 { margin-left: 6ch; }
    li.indent-3 { margin-left: 8ch; }
    li.indent-4 { margin-left: 10ch; }
    li.indent-5 { margin-left: 12ch; }
    li.indent-6 { margin-left: 14ch; }
    li.indent-7 { margin-left: 16ch; }
    li.indent-8 { margin-left: 18ch; }
    li.indent-9 { margin-left: 20ch; }
    li.indent-10 { margin-left: 22ch; }
    dl { margin: 1rem 0; }
    dd { margin: 0 0 0 2ch; }
    blockquote { margin: 1rem 0 1rem 4ch; }
    p.attribution, p.directions { margin-left: 4ch; text-indent: 0; }
    p.left-aligned { margin-top: 1rem; text-indent: 0; }
    p.hanging { margin-left: 2ch; text-indent: -2ch; }
    pre { margin: 1rem 0; white-space: pre-wrap; }
    figure, aside { margin: 1rem 0; }
    figcaption, caption, .caption { margin-left: 4ch; text-align: start; text-indent: 2ch; }
    p.transcriber-note, div.transcriber-note { margin-left: 4ch; text-indent: 2ch; }
    p.mathematics { margin-left: 6ch; text-indent: -2ch; }
    table { margin: 1rem 0; border-collapse: separate; border-spacing: 2ch 0; }
    th, td { padding: 0; text-align: start; vertical-align: top; }
    th p, td p { text-indent: 0; }
    [role~=doc-pagebreak] { display: block; margin: 0; text-align: end; text-indent: 0; }
    [role~=doc-footnote] { margin: 0; }

    """#
}
