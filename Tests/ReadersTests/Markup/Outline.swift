import Diagnostics
import DocumentModel

@testable import Readers

/// What a fragment of HTML becomes, in a notation short enough to read in a test:
/// `p(text strong[bold])`, one block after the other.
struct Outline {
  var document: Document
  var log: DiagnosticLog

  /// Reads a fragment through gumbo and the builder.
  init(_ html: String, teX: DocumentBuilder.TeXElements = .transparent, language: String? = nil) throws {
    var log = DiagnosticLog(source: "test.html")
    let bytes = Array(html.utf8)
    let lines = LineIndex(bytes)
    let parse = try GumboParse(bytes, as: .fragment, log: &log) { lines.range($0, $1) }
    var options = DocumentBuilder.Options(teXElements: teX)
    options.language = language.flatMap { Language($0) }
    var builder = DocumentBuilder(tree: parse.body, options: options)
    document = builder.build(log: &log)
    self.log = log
  }

  var codes: [String] { log.diagnostics.map(\.code) }

  var text: String { Self.blocks(document.blocks) }

  var notes: [String] {
    document.notes.map { "\($0.id) \($0.label ?? "-") \($0.placement.rawValue): \(Self.blocks($0.blocks))" }
  }

  static func blocks(_ blocks: [Block]) -> String { blocks.map(block).joined(separator: " ") }

  static func block(_ block: Block) -> String {
    switch block {
    case .heading(let node): return "h\(node.level)\(marks(node.info))(\(inlines(node.inlines)))"
    case .paragraph(let node):
      return "p\(node.alignment.map { "=\($0)" } ?? "")\(marks(node.info))(\(inlines(node.inlines)))"
    case .list(let node):
      let items = node.items.map { item in
        let task = item.task.map { "[\($0)]" } ?? ""
        let number = item.number.map { "[\($0)]" } ?? ""
        return "li\(task)\(number)\(marks(item.info))(\(blocks(item.blocks)))"
      }
      return
        "\(kind(node.kind))\(node.isTight ? "" : "+")\(marks(node.info))(\(items.joined(separator: " ")))"
    case .definitionList(let node):
      let items = node.items.map { item in
        (item.terms.map { "dt(\(inlines($0.inlines)))" } + item.definitions.map { "dd(\(blocks($0.blocks)))" })
          .joined(separator: " ")
      }
      return "dl(\(items.joined(separator: "; ")))"
    case .blockQuote(let node):
      let attribution = node.attribution.isEmpty ? "" : " by(\(inlines(node.attribution)))"
      return "quote\(marks(node.info))(\(blocks(node.blocks))\(attribution))"
    case .code(let node):
      return "code\(node.programmingLanguage.map { ":" + $0 } ?? "")\(marks(node.info))(\(node.text))"
    case .table(let node): return table(node)
    case .figure(let node):
      return "figure\(marks(node.info))(\(blocks(node.blocks)) caption(\(blocks(node.caption))))"
    case .aside(let node):
      return "\(node.kind.rawValue)\(marks(node.info))(<\(inlines(node.title))> \(blocks(node.blocks)))"
    case .lineGroup(let node):
      return "lines(\(node.lines.map { inlines($0.inlines) }.joined(separator: " | ")))"
    case .mathematics(let node): return "math(\(formula(node.mathematics)))"
    case .separator(let node): return "hr\(marks(node.info))"
    case .pageBreak(let node): return "page(\(node.number))"
    case .division(let node):
      return "div\(node.role.map { ":" + $0 } ?? "")\(marks(node.info))(\(blocks(node.blocks)))"
    }
  }

  static func inlines(_ inlines: [Inline]) -> String { inlines.map(inline).joined() }

  static func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let node): return node.string
    case .styled(let node): return "\(node.style.rawValue)\(marks(node.info))[\(inlines(node.inlines))]"
    case .span(let node): return "span\(marks(node.info))[\(inlines(node.inlines))]"
    case .link(let node): return "link:\(node.target)\(marks(node.info))[\(inlines(node.inlines))]"
    case .crossReference(let node): return "ref:\(node.target)[\(inlines(node.inlines))]"
    case .noteReference(let node): return "note:\(node.note)"
    case .abbreviation(let node): return "abbr:\(node.expansion ?? "")[\(inlines(node.inlines))]"
    case .image(let node): return "img:\(node.source)[\(alternative(node.alternative))]"
    case .code(let node): return "`\(node.text)`"
    case .mathematics(let node): return "math[\(formula(node.mathematics))]"
    case .lineBreak: return "/"
    case .pageBreak(let node): return "page[\(node.number)]"
    }
  }

  private static func alternative(_ alternative: TextAlternative) -> String {
    switch alternative {
    case .missing: return "missing"
    case .decorative: return "decorative"
    case .text(let words, let description):
      return description.isEmpty ? words : "\(words): \(blocks(description))"
    }
  }

  private static func formula(_ formula: Mathematics) -> String {
    [formula.tex, formula.mathML, formula.alternative].compactMap { $0 }.joined(separator: "|")
  }

  private static func kind(_ kind: ListKind) -> String {
    switch kind {
    case .bulleted: return "ul"
    case .unmarked: return "unmarked"
    case .numbered(let start, let style, _): return style == .decimal ? "ol\(start)" : "ol\(start)\(style)"
    }
  }

  private static func table(_ table: Table) -> String {
    func rows(_ name: String, _ rows: [TableRow]) -> [String] {
      rows.map { row in
        let cells = row.cells.map { cell in
          let spans = cell.columnSpan == 1 && cell.rowSpan == 1 ? "" : "\(cell.columnSpan)x\(cell.rowSpan)"
          let heading = cell.heading.map { "!\($0)" } ?? ""
          let alignment = cell.alignment.map { "=\($0)" } ?? ""
          return "\(heading)\(spans)\(alignment)[\(blocks(cell.blocks))]"
        }
        return "\(name)\(cells.joined())"
      }
    }
    var parts = rows("head", table.head)
    for body in table.bodies { parts += rows("row", body.rows) }
    parts += rows("foot", table.foot)
    if !table.caption.isEmpty { parts.insert("caption(\(blocks(table.caption)))", at: 0) }
    return "table\(table.columns.count)(\(parts.joined(separator: " ")))"
  }

  private static func marks(_ info: NodeInfo) -> String {
    var marks = info.id.map { "#\($0)" } ?? ""
    if let language = info.language { marks += "@\(language)" }
    if let direction = info.direction { marks += "^\(direction.rawValue)" }
    switch info.audience {
    case .only(let formats)?: marks += "{only \(formats.map(\.rawValue).sorted().joined(separator: ","))}"
    case .except(let formats)?: marks += "{not \(formats.map(\.rawValue).sorted().joined(separator: ","))}"
    case nil: break
    }
    return marks
  }
}

/// What a fragment of HTML becomes.
func outline(_ html: String) throws -> String { try Outline(html).text }
