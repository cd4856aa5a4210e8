import JSONTree
public import Diagnostics
public import DocumentModel

/// Reads what pandoc writes with `-t json`: the tree of its `pandoc-types`, versions 1.17 to 1.23, and
/// the form before them (`[{"unMeta":…},[…]]`).
///
/// ```
/// pandoc -t json report.tex | coformat braille -
/// ```
///
/// What pandoc's nodes mean is decided where the elements of HTML are: each becomes the element pandoc
/// itself would write for it, raw HTML is joined with what stands in it, and the builder of documents
/// makes of them what it makes of a web page. Divisions and spans with `coformat-…` classes are what
/// `coformat inspect --to pandoc-json` writes for what pandoc has no node for; they are read back.
public struct PandocReader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a tree; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    guard source.bytes.count <= JSONTree.maximumSize else {
      throw ConversionFailure(
        .notPandoc("it has \(source.bytes.count) bytes, more than \(JSONTree.maximumSize)"))
    }
    let input = try TextInput(source, wanted: "pandoc's JSON", options: options, log: &log)
    let lines = LineIndex(input.bytes)
    let json: JSONTree
    do throws(JSONProblem) { json = try JSONTree(input.bytes) } catch {
      throw ConversionFailure(.notJSON(error.message, at: lines.range(error.offset, error.offset)))
    }
    let parts = try PandocParts(json, log: &log)
    let place = { (id: JSONTree.ID) in
      let place = json.place(of: id)
      return lines.range(place.lowerBound, place.upperBound)
    }
    let metadata = try parts.metadata(json, place: place, log: &log)
    var converter = PandocConverter(json: json, lines: lines, log: log)
    try converter.convert(parts.blocks)
    log = converter.log
    let tree = RawHTMLJoin.tree(
      of: RawHTMLSource(tree: converter.tree, rawPieces: converter.rawPieces, text: nil), log: &log)
    var builderOptions = DocumentBuilder.Options()
    builderOptions.teXElements = .honoured
    builderOptions.language = metadata.language
    var builder = DocumentBuilder(tree: tree, options: builderOptions)
    var document = builder.build(log: &log)
    let subtitle = document.metadata.subtitle
    document.metadata = metadata
    document.metadata.subtitle = metadata.subtitle ?? subtitle
    document.parts = [source.name]
    return document
  }
}

/// The two parts of pandoc's tree.
struct PandocParts {
  /// An object with a member for each field; nil when there is none.
  var fields: JSONTree.ID?
  /// An array.
  var blocks: JSONTree.ID

  init(_ json: JSONTree, log: inout DiagnosticLog) throws(ConversionFailure) {
    switch json.kind(of: JSONTree.root) {
    case .object:
      guard let version = json.member("pandoc-api-version", of: JSONTree.root) else {
        throw ConversionFailure(.notPandoc("there is no \"pandoc-api-version\" in it"))
      }
      guard let blocks = json.member("blocks", of: JSONTree.root), json.kind(of: blocks) == .array else {
        throw ConversionFailure(.notPandoc("there is no list of \"blocks\" in it"))
      }
      try Self.check(version, json, &log)
      self.blocks = blocks
      fields = json.member("meta", of: JSONTree.root)
    case .array:
      let parts = json.children(of: JSONTree.root)
      guard parts.count == 2, let fields = json.member("unMeta", of: parts[0]),
        json.kind(of: parts[1]) == .array
      else { throw ConversionFailure(.notPandoc("it is a list of something else")) }
      log.report(.oldForm())
      self.fields = fields
      blocks = parts[1]
    case .string, .number, .boolean, .null:
      throw ConversionFailure(.notPandoc("it is \(json.kind(of: JSONTree.root).name)"))
    }
  }

  private static func check(
    _ version: JSONTree.ID, _ json: JSONTree, _ log: inout DiagnosticLog
  ) throws(ConversionFailure) {
    let numbers = json.items(of: version)?.map { json.integer($0) ?? -1 } ?? []
    let name = numbers.isEmpty ? json.source(of: version) : numbers.map(String.init).joined(separator: ".")
    guard numbers.count >= 2, numbers[0] == 1, numbers[1] >= 17 else {
      throw ConversionFailure(.apiNotRead(name))
    }
    if numbers[1] > 23 { log.report(.newerAPI(name)) }
  }
}
