/// The files of DAISY 3 beside the text, as their DTDs have them (ANSI/NISO Z39.86-2005, appendix 1).
enum Daisy3Grammars {
  private typealias Rule = MarkupGrammar.Rule

  /// OEB 1.2, as far as Z39.86 uses it.
  static let package = MarkupGrammar(
    root: "package", namespace: nil,
    rules: {
      var rules: [String: Rule] = [
        "package": Rule(
          content: .sequence([
            .element("metadata"), .element("manifest"), .element("spine"),
            .optional(.element("tours")),
            .optional(.element("guide")),
          ]), required: ["unique-identifier"]),
        "metadata": Rule(
          content: .sequence([.element("dc-metadata"), .optional(.element("x-metadata"))])),
        "dc-metadata": Rule(content: .many(DublinCore.names)),
        "x-metadata": Rule(content: .some(["meta"])),
        "meta": Rule(content: .nothing, required: ["name", "content"]),
        "manifest": Rule(content: .some(["item"])),
        "item": Rule(content: .nothing, required: ["id", "href", "media-type"]),
        "spine": Rule(content: .some(["itemref"])),
        "itemref": Rule(content: .nothing, required: ["idref"]),
        "tours": Rule(content: .some(["tour"])), "tour": Rule(content: .some(["site"])),
        "site": Rule(content: .nothing, required: ["href"]),
        "guide": Rule(content: .some(["reference"])),
        "reference": Rule(content: .nothing, required: ["href"]),
      ]
      for name in DublinCore.names { rules[name] = Rule(content: .nothing, text: .some) }
      return rules
    }())

  private static let truth: Set<String> = ["true", "false"]
  private static let visibility: Set<String> = ["visible", "hidden"]
  private static let clip = ["src", "clipBegin", "clipEnd"]

  /// A label: text with or without sound, or sound, and perhaps a picture.
  private static let label = ContentModel.sequence([
    .choice([.sequence([.element("text"), .optional(.element("audio"))]), .element("audio")]),
    .optional(.element("img")),
  ])

  /// The navigation control file.
  static let navigation = MarkupGrammar(
    root: "ncx", namespace: "http://www.daisy.org/z3986/2005/ncx/",
    rules: [
      "ncx": Rule(
        content: .sequence([
          .element("head"), .element("docTitle"), .many(["docAuthor"]), .element("navMap"),
          .optional(.element("pageList")), .many(["navList"]),
        ])),
      "head": Rule(content: .some(["smilCustomTest", "meta"])),
      "smilCustomTest": Rule(
        content: .nothing, required: ["id"],
        values: [
          "defaultState": truth, "override": visibility,
          "bookStruct": [
            "PAGE_NUMBER", "NOTE", "NOTE_REFERENCE", "ANNOTATION", "LINE_NUMBER",
            "OPTIONAL_SIDEBAR",
            "OPTIONAL_PRODUCER_NOTE",
          ],
        ]),
      "meta": Rule(content: .nothing, required: ["name", "content"]),
      "docTitle": Rule(content: label), "docAuthor": Rule(content: label),
      "navMap": Rule(
        content: .sequence([.many(["navInfo"]), .many(["navLabel"]), .some(["navPoint"])])),
      "navPoint": Rule(
        content: .sequence([.some(["navLabel"]), .element("content"), .many(["navPoint"])]),
        required: ["id", "playOrder"]),
      "pageList": Rule(
        content: .sequence([.many(["navInfo"]), .many(["navLabel"]), .some(["pageTarget"])])),
      "pageTarget": Rule(
        content: .sequence([.some(["navLabel"]), .element("content")]),
        required: ["type", "playOrder"],
        values: ["type": ["front", "normal", "special"]]),
      "navList": Rule(
        content: .sequence([.many(["navInfo"]), .some(["navLabel"]), .some(["navTarget"])])),
      "navTarget": Rule(
        content: .sequence([.some(["navLabel"]), .element("content")]),
        required: ["id", "playOrder"]),
      "navInfo": Rule(content: label), "navLabel": Rule(content: label),
      "content": Rule(content: .nothing, required: ["src"]),
      "text": Rule(content: .nothing, text: .some),
      "audio": Rule(content: .nothing, required: clip),
      "img": Rule(content: .nothing, required: ["src"]),
    ])

  private static let steps: Set<String> = ["par", "seq", "text", "audio", "img", "a"]

  /// A SMIL file.
  static let timeline = MarkupGrammar(
    root: "smil", namespace: "http://www.w3.org/2001/SMIL20/",
    rules: [
      "smil": Rule(content: .sequence([.element("head"), .element("body")])),
      "head": Rule(
        content: .sequence([
          .many(["meta"]), .optional(.sequence([.element("layout"), .many(["meta"])])),
          .optional(.sequence([.element("customAttributes"), .many(["meta"])])),
        ])),
      "meta": Rule(content: .nothing, required: ["name"]),
      "layout": Rule(content: .some(["region"])),
      "region": Rule(content: .nothing, required: ["id"]),
      "customAttributes": Rule(content: .some(["customTest"])),
      "customTest": Rule(
        content: .nothing, required: ["id"],
        values: ["defaultState": truth, "override": visibility]),
      "body": Rule(content: .some(steps)),
      "seq": Rule(content: .some(steps), required: ["id"], values: ["fill": ["freeze", "remove"]]),
      "par": Rule(content: .some(steps.subtracting(["par"])), required: ["id"]),
      "a": Rule(
        content: .many(steps.subtracting(["a"])), required: ["href"], values: ["external": truth]),
      "text": Rule(content: .nothing, required: ["src"]),
      "audio": Rule(content: .nothing, required: clip),
      "img": Rule(content: .nothing, required: ["src"]),
    ])

  /// A resource file.
  static let resources = MarkupGrammar(
    root: "resources", namespace: "http://www.daisy.org/z3986/2005/resource/",
    rules: [
      "resources": Rule(content: .sequence([.optional(.element("head")), .some(["scope"])])),
      "head": Rule(content: .many(["meta"])),
      "meta": Rule(content: .nothing, required: ["name", "content"]),
      "scope": Rule(content: .some(["nodeSet"]), required: ["nsuri"]),
      "nodeSet": Rule(content: .some(["resource"]), required: ["select", "id"]),
      "resource": Rule(content: label, required: ["xml:lang"]),
      "text": Rule(content: .nothing, text: .some),
      "audio": Rule(content: .nothing, required: clip),
      "img": Rule(content: .nothing, required: ["src"]),
    ])
}
