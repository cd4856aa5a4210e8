/// How proofs look.
enum ProofStyle {
  /// The style sheet for pages of `width` cells.
  ///
  /// The braille column is exactly that many cells wide and its lines are as far apart as on paper, so
  /// that a page has its real proportions. It becomes smaller rather than wider than the window: a line
  /// that is wrapped or cut off is no longer the line that is embossed. Where there is no room beside
  /// it, on paper and in narrow windows, print stands below.
  static func text(width: Int) -> String {
    """

    @font-face { font-family: "Coformat Braille"; \
    src: url(data:font/woff2;base64,\(BrailleFont.base64)) format("woff2"); }
    :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --edge: #767676; --grid: #e4e4e4;
      --quiet: #474747; --note: #fff4ce; --link: #0b3d91; --cells: \(width); --room: 46vw;
      --cell: \(Double(BrailleFont.advance) / 1000); }
    @media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #141414; --edge: #8f8f8f;
      --grid: #303030; --quiet: #c8c8c8; --note: #3d3310; --link: #a9c7ff; } }
    html { font: 100%/1.4 Verdana, "DejaVu Sans", Arial, "Liberation Sans", "Coformat Braille", sans-serif; }
    body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 96rem; color: var(--ink);
      background: var(--paper); overflow-wrap: anywhere; }
    h1, h2, h3 { line-height: 1.3; margin: 1.5em 0 .5em; }
    h1 { font-size: 1.75rem; } h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; margin: 0; }
    p { margin: 0 0 1em; } header p, li { max-width: 54ch; } li { margin-bottom: .75em; }
    a { color: var(--link); }
    a:focus-visible { outline: .2rem solid var(--link); outline-offset: .15rem; }
    .skip { position: absolute; left: -99rem; padding: .75rem 1rem; background: var(--paper); }
    .skip:focus { left: 1rem; top: .5rem; }
    table { border-collapse: collapse; margin: 0 0 3rem; width: 100%; }
    caption { text-align: left; padding: 1rem 0 .5rem; }
    th { text-align: left; font-size: .9rem; padding: 0 .5rem; }
    td { vertical-align: top; padding: 0 .5rem; line-height: 1.5; }
    .line { width: 2.5rem; color: var(--quiet); }
    .source { width: 5.5rem; color: var(--quiet); overflow-wrap: normal; white-space: nowrap; }
    .remark { color: var(--quiet); }
    .message { margin: .25rem 0; padding: .25rem .5rem; background: var(--note); }
    tr:target td { background-color: var(--note); }
    .cells { box-sizing: content-box; padding: 0; white-space: pre;
      font: min(1.5rem, calc(var(--room) / (var(--cells) * var(--cell))))/1 "Coformat Braille",
        "Apple Braille", "Segoe UI Symbol", "DejaVu Sans Mono", "FreeMono", monospace;
      letter-spacing: 0 !important; word-spacing: 0 !important;
      width: calc(1em * var(--cells) * var(--cell)); height: 1em;
      border: solid var(--edge); border-width: 0 1px;
      background: repeating-linear-gradient(to right, transparent 0 calc(5em * var(--cell) - 1px),
        var(--grid) calc(5em * var(--cell) - 1px) calc(5em * var(--cell))); }
    tbody tr:first-child .cells { border-top-width: 1px; }
    tbody tr:last-child .cells { border-bottom-width: 1px; }
    @media (max-width: 60rem) {
      :root { --room: calc(100vw - 2.5rem); }
      table, caption, thead, tbody { display: block; }
      thead { display: none; }
      tbody tr { display: grid; grid-template-columns: 2.5rem 1fr auto; }
      .cells { grid-row: 1; grid-column: 1 / -1; justify-self: start; }
      td:not(.cells) { grid-row: 2; padding: 0 .25rem .5rem 0; }
      .line, .source { width: auto; }
    }
    @media print {
      @page { size: A4; margin: 20mm;
        @bottom-right { content: "Page " counter(page); font: 18pt Arial, "Liberation Sans", sans-serif; } }
      :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #333; --note: #fff; --link: #000;
        --room: calc(100vw - 4px); }
      html { font-size: 18pt; line-height: 1.3; }
      body { padding: 0; }
      .skip { display: none; }
      h1, h2, h3, th { font-size: 18pt; }
      table, caption, thead, tbody { display: block; }
      thead { display: none; }
      caption { break-after: avoid; }
      tbody tr { display: grid; grid-template-columns: 2.5rem 1fr auto; break-inside: avoid; }
      .cells { grid-row: 1; grid-column: 1 / -1; justify-self: start;
        font-size: min(18pt, calc(var(--room) / (var(--cells) * var(--cell)))); }
      td:not(.cells) { grid-row: 2; padding: 0 .25rem .25rem 0; }
      .line, .source { width: auto; }
      .message { border: 1px solid #000; }
    }
    @media (forced-colors: active) { .cells { background: none; } .message { border: 1px solid; } }

    """
  }
}
