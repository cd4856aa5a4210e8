/// The style of the page of formats: the reader's own colours where they ask for some, type that grows
/// with theirs, lines that are not too long.
enum FormatsPageStyle {
  static let text = """

    body { font-family: Arial, "Liberation Sans", Helvetica, sans-serif; font-size: 1.25rem; line-height: 1.5; \
    margin: 0 auto; padding: 1rem; max-width: 29em; text-align: left; overflow-wrap: anywhere; \
    color: #111; background: #fff; }
    h1 { font-size: 2rem; line-height: 1.25; }
    h2 { font-size: 1.6rem; line-height: 1.25; margin-top: 2.5rem; }
    h3 { font-size: 1.4rem; line-height: 1.25; margin-top: 2rem; }
    h4 { font-size: 1.25rem; line-height: 1.25; margin-top: 1.5rem; }
    a { color: #0b3d91; }
    a:focus-visible, main:focus-visible { outline: 0.2rem solid currentColor; outline-offset: 0.15rem; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { position: static; display: inline-block; padding: 0.5rem; }
    .of { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    li { margin-bottom: 0.75rem; }
    .pages { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 1rem; }
    @media (prefers-color-scheme: dark) {
      body { color: #f2f2f2; background: #121212; }
      a { color: #9ecbff; }
    }
    @page { margin: 2cm; @bottom-right { content: counter(page); font-family: Arial, sans-serif; font-size: 14pt; } }
    @media print {
      body { font-size: 14pt; max-width: 29em; margin: 0; color: #000; background: #fff; }
      a { color: #000; }
      a[href]::after { content: " <" attr(href) ">"; }
      .skip, .of, nav { display: none; }
      article { break-inside: avoid; }
    }

    """
}
