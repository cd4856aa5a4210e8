/// DTBook 2005-3 as its DTD has it (ANSI/NISO Z39.86-2005, appendix 1).
enum DTBookGrammar {
  static let namespace = "http://www.daisy.org/z3986/2005/dtbook/"

  static let grammar = MarkupGrammar(root: "dtbook", namespace: namespace, rules: rules)

  // MARK: - Groups

  private static let apartNotGroup: Set<String> = [
    "p", "list", "dl", "div", "blockquote", "poem", "linegroup", "byline", "dateline", "epigraph",
    "table",
    "address", "line", "author", "prodnote", "sidebar", "note", "annotation",
  ]
  private static let block = apartNotGroup.union(["img", "imggroup"])
  private static let inlineAmongBlocks: Set<String> = ["a", "cite", "samp", "kbd", "pagenum"]
  private static let documentBlock = block.union(inlineAmongBlocks)
    .union(["doctitle", "docauthor", "covertitle", "bridgehead"])
  private static let phrase: Set<String> = [
    "em", "strong", "dfn", "code", "samp", "kbd", "cite", "abbr", "acronym",
  ]
  private static let special: Set<String> = [
    "a", "img", "imggroup", "br", "q", "sub", "sup", "span", "bdo",
  ]
  private static let inline = phrase.union(special)
    .union(["sent", "w", "pagenum", "prodnote", "annoref", "noteref"])
  private static let flow = inline.subtracting(["prodnote"]).union(apartNotGroup)
  private static let cell = flow.subtracting(["pagenum"])

  // MARK: - Rules

  private typealias Rule = MarkupGrammar.Rule

  private static func text(_ content: Set<String>, required: [String] = []) -> Rule {
    Rule(content: .many(content), text: .some, required: required)
  }

  /// A level: a heading with something after it, with or without something before, or no heading.
  private static func level(_ heading: String, holding inner: String?) -> Rule {
    let content = documentBlock.union(inner.map { [$0] } ?? [])
    let headed = ContentModel.sequence([.element(heading), .some(content)])
    return Rule(content: .choice([headed, .sequence([.some(content), .optional(headed)])]))
  }

  private static let rules: [String: Rule] = {
    var rules: [String: Rule] = [
      "dtbook": Rule(
        content: .sequence([.element("head"), .element("book")]),
        values: ["version": ["2005-1", "2005-2", "2005-3"]]),
      "head": Rule(content: .many(["meta", "link"])),
      "meta": Rule(content: .nothing, required: ["content"]),
      "link": Rule(content: .nothing),
      "book": Rule(
        content: .sequence(
          ["frontmatter", "bodymatter", "rearmatter"].map { .optional(.element($0)) })),
      "frontmatter": Rule(
        content: .sequence([
          .element("doctitle"), .optional(.element("covertitle")), .many(["docauthor"]),
          .many(["level", "level1"]),
        ])),
      "bodymatter": Rule(content: .some(["level", "level1"])),
      "rearmatter": Rule(content: .some(["level", "level1"])),
      "level": level("hd", holding: "level"),
      "level6": level("h6", holding: nil),
      "br": Rule(content: .nothing),
      "img": Rule(content: .nothing, required: ["src", "alt"]),
      "col": Rule(content: .nothing),
      "line": text(inline.union(["linenum"])),
      "linenum": text([]),
      "address": text(inline.union(["line"])),
      "div": Rule(content: .some(documentBlock)),
      "prodnote": text(flow, required: ["render"]),
      "sidebar": text(flow.union(["hd"]), required: ["render"]),
      "note": Rule(content: .some(block.union(inlineAmongBlocks)), required: ["id"]),
      "annotation": Rule(content: .some(block.union(inlineAmongBlocks)), required: ["id"]),
      "epigraph": text(flow),
      "linegroup": Rule(
        content: .many([
          "hd", "dateline", "epigraph", "byline", "linegroup", "line", "pagenum", "prodnote",
          "noteref", "annoref",
          "note", "annotation", "p", "blockquote", "img", "imggroup",
        ])),
      "poem": Rule(
        content: .many([
          "title", "author", "hd", "dateline", "epigraph", "byline", "linegroup", "line", "pagenum",
          "img",
          "imggroup", "sidebar",
        ])),
      "a": text(inline.subtracting(["a"])),
      "cite": text(inline.union(["title", "author"])),
      "bdo": text(inline, required: ["dir"]),
      "sent": text(inline.subtracting(["sent"])),
      "w": text(phrase.union(special)),
      "pagenum": text([], required: ["id"]),
      "noteref": text([], required: ["idref"]),
      "annoref": text([], required: ["idref"]),
      "imggroup": Rule(content: .some(["prodnote", "img", "caption", "pagenum"])),
      "p": text(inline.union(["list", "dl"])),
      "blockquote": Rule(content: .many(block.union(["pagenum"]))),
      "dl": Rule(content: .some(["dt", "dd", "pagenum"])),
      "dd": text(flow),
      "list": Rule(
        content: .some(["hd", "prodnote", "li", "pagenum"]), required: ["type"],
        values: ["type": ["ol", "ul", "pl"]]),
      "li": text(flow.union(["lic"])),
      "table": Rule(
        content: .sequence([
          .optional(.element("caption")), .choice([.many(["col"]), .many(["colgroup"])]),
          .optional(.element("thead")), .optional(.element("tfoot")),
          .choice([.some(["tbody"]), .some(["tr", "pagenum"])]),
        ])),
      "caption": text(flow),
      "thead": Rule(content: .some(["tr"])),
      "tfoot": Rule(content: .some(["tr"])),
      "tbody": Rule(content: .some(["tr", "pagenum"])),
      "colgroup": Rule(content: .many(["col"])),
      "tr": Rule(content: .some(["th", "td"])),
      "th": text(cell),
      "td": text(cell),
    ]
    for depth in 1...5 { rules["level\(depth)"] = level("h\(depth)", holding: "level\(depth + 1)") }
    for name in [
      "title", "author", "byline", "dateline", "em", "strong", "dfn", "kbd", "code", "samp", "abbr",
      "acronym",
      "sub", "sup", "span", "q", "doctitle", "docauthor", "covertitle", "h1", "h2", "h3", "h4",
      "h5", "h6",
      "bridgehead", "hd", "dt", "lic",
    ] {
      rules[name] = text(inline)
    }
    let render: Set<String> = ["required", "optional"]
    rules["prodnote"]?.values = ["render": render]
    rules["sidebar"]?.values = ["render": render]
    rules["pagenum"]?.values = ["page": ["front", "normal", "special"]]
    rules["th"]?.values = ["scope": ["row", "col", "rowgroup", "colgroup"]]
    rules["td"]?.values = ["scope": ["row", "col", "rowgroup", "colgroup"]]
    rules["bdo"]?.values = ["dir": ["ltr", "rtl"]]
    return rules
  }()
}
