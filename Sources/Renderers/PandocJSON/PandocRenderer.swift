import JSONTree
public import Diagnostics
public import DocumentModel

/// Writes a document as the tree pandoc reads with `-f json`, so that pandoc can make of it whatever
/// pandoc makes.
///
/// What pandoc has a node for becomes that node. What it has none for is a division or a span with a
/// class that begins with `coformat-`, or an attribute HTML has a name for, around what comes nearest; the
/// reader of pandoc's JSON makes of it what it was. Source ranges, pictures' files and recordings are no
/// part of pandoc's tree.
public struct PandocRenderer: Renderer {
  /// What may be chosen.
  public typealias Options = PandocOptions

  /// What was chosen.
  public let options: PandocOptions

  /// Makes a renderer.
  public init(options: PandocOptions = PandocOptions()) { self.options = options }

  /// Makes the tree; see ``Renderer/render(_:log:)``.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    var writing = PandocWriting(document, version: options.version)
    let blocks = writing.blocks(document.blocks) + writing.unreferredNotes()
    let json = JSONValue.members([
      "pandoc-api-version": .array(options.version.api.map(JSONValue.integer)),
      "meta": PandocWriting.metadata(document.metadata),
      "blocks": .array(blocks),
    ])
    if !document.resources.isEmpty { log.report(.picturesNotInTree(document.resources.count)) }
    var counted = 0
    document.walk { _ in counted += 1 }
    return Rendition(
      artifacts: [
        Artifact(
          path: "document.pandoc.json", mediaType: "application/json",
          bytes: Array((json.text(.oneLine) + "\n").utf8))
      ],
      containment: .file, summary: "pandoc's tree of \(counted) \(counted == 1 ? "node" : "nodes")")
  }
}

extension Diagnostic {
  static func picturesNotInTree(_ count: Int) -> Diagnostic {
    Diagnostic(
      "PDJ-017", .note,
      "\(count == 1 ? "a picture's file is" : "the files of \(count) pictures are") not in pandoc's tree, which holds their names alone",
      hint: "let pandoc take them from the report itself with --extract-media")
  }
}
