/// The elements that mean something to the builder. An element of any other name is transparent:
/// what it holds is read as though the element were not there.
enum Tag: String, CaseIterable, Sendable {
  case unknown = ""
  case text = "#text"

  // Sections and groups.
  case body, main, article, section, nav, aside, header, footer, div, hgroup, search, address
  case center, form, fieldset, legend, dialog, details, summary, figure, figcaption, blockquote
  case optgroup, option, select, datalist
  case h1, h2, h3, h4, h5, h6
  /// An element with `role="heading"`.
  case heading = "#heading"
  case p, pre, listing, xmp, plaintext, hr
  case ul, ol, menu, dir, li, dl, dt, dd
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th

  // Inlines.
  case a, abbr, acronym, b, bdi, bdo, big, br, cite, code, data, del, dfn, em, font, i, ins, kbd
  case label, mark, meter, output, progress, q, s, samp, small, span, strike, strong, sub, sup
  case time, tt, u, `var`, wbr
  case ruby, rb, rt, rtc, rp

  // Pictures, players and things from elsewhere.
  case img, image, picture, source, svg, math, video, audio, track, object, embed, iframe, canvas
  case map, area, applet, param

  // Forms.
  case button, input, textarea

  // Never shown.
  case script, style, template, noframes, noembed, head, title, meta, link, base
  case noscript

  /// Mathematics from a reader whose format writes TeX; see `DocumentBuilder.TeXElements`.
  case tex = "coformat-tex"
}

extension Tag {
  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.filter { !$0.rawValue.isEmpty && !$0.rawValue.hasPrefix("#") }
      .map { ($0.rawValue, $0) })

  /// The element of that name in lower case.
  init(named name: String) { self = Self.byName[name] ?? .unknown }

  /// Whether a browser gives the element lines of its own, so that words before, in and after it
  /// stand apart.
  var isBlock: Bool {
    switch self {
    case .body, .main, .article, .section, .nav, .aside, .header, .footer, .div, .hgroup, .search,
      .address, .center, .form, .fieldset, .legend, .dialog, .details, .summary, .figure,
      .figcaption, .blockquote, .h1, .h2, .h3, .h4, .h5, .h6, .heading, .p, .pre, .listing, .xmp,
      .plaintext, .hr, .ul, .ol, .menu, .dir, .li, .dl, .dt, .dd, .table, .caption, .colgroup, .col,
      .thead, .tbody, .tfoot, .tr, .td, .th:
      true
    default: false
    }
  }

  /// Whether the element is an inline that print sets apart from the words beside it.
  var standsApart: Bool {
    switch self {
    case .button, .select, .textarea, .input, .video, .audio, .object, .iframe, .canvas, .area, .applet,
      .embed, .meter, .progress, .option, .optgroup:
      true
    default: false
    }
  }

  /// Whether the element holds nothing that is ever shown.
  var isNeverShown: Bool {
    switch self {
    case .script, .style, .template, .noframes, .noembed, .head, .title, .meta, .link, .base, .datalist,
      .source, .param:
      true
    default: false
    }
  }

  /// The level of `h1` to `h6`.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
