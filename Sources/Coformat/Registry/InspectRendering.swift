public import Renderers

/// What may be chosen about how a document tree is shown.
public struct InspectOptions: Codable, Hashable, Sendable {
  /// What the tree is written as.
  public var form: Form
  /// Which pandoc is to read a tree that is written for it.
  public var pandoc: PandocOptions.Version

  /// Makes options.
  public init(form: Form = .text, pandoc: PandocOptions.Version = PandocOptions().version) {
    self.form = form
    self.pandoc = pandoc
  }

  /// What a tree may be written as.
  public enum Form: String, CaseIterable, Codable, Sendable {
    /// A node a line, indented under its parent.
    case text
    /// An object a node, with its children in an array.
    case json
    /// The tree pandoc reads.
    case pandocJSON = "pandoc-json"
  }
}

extension InspectOptions {
  /// The options of `inspect`, as words.
  public static let table = OptionTable([.inspectForm, .json, .pandoc])

  /// Makes options out of values the table has accepted.
  public init(_ values: OptionValues) {
    self.init(
      form: values.choice("to") ?? (values["json"] == nil ? .text : .json),
      pandoc: values.choice("pandoc") ?? InspectOptions().pandoc)
  }
}

extension OptionDefinition {
  /// What the tree is written as.
  public static let inspectForm = OptionDefinition(
    "to", .choice(InspectOptions.Form.allCases.map(\.rawValue)), fallback: "text",
    help: """
      What to write the tree as: text with a node a line, JSON of coformat's own, or the JSON that \
      'pandoc -f json' reads, from which pandoc makes any format it has.
      """)
  /// Whether the tree is printed as JSON.
  public static let json = OptionDefinition("json", .flag, help: "The same as --to json.")
  /// Which pandoc a tree is for.
  public static let pandoc = OptionDefinition(
    "pandoc", .choice(PandocOptions.Version.allCases.map(\.rawValue)),
    fallback: PandocOptions().version.rawValue,
    help: "Which version of pandoc is to read pandoc-json; each refuses what is written for the other.")
}

extension Rendering {
  /// The document tree, as text, JSON or the tree pandoc reads.
  public static func inspect(_ options: InspectOptions = InspectOptions()) -> Rendering {
    let fileExtension = options.form.description.fileExtension
    return switch options.form {
    case .text:
      Rendering(fileExtension: fileExtension, renderer: TreeRenderer(options: TreeOptions(form: .text)))
    case .json:
      Rendering(fileExtension: fileExtension, renderer: TreeRenderer(options: TreeOptions(form: .json)))
    case .pandocJSON:
      Rendering(
        fileExtension: fileExtension,
        renderer: PandocRenderer(options: PandocOptions(version: options.pandoc)))
    }
  }

  /// The document tree, as text or JSON.
  public static func tree(_ options: TreeOptions = TreeOptions()) -> Rendering {
    switch options.form {
    case .text: inspect()
    case .json: inspect(InspectOptions(form: .json))
    }
  }
}

extension RendererDescriptor {
  /// Document trees, as the registry lists them.
  static let inspect = RendererDescriptor(
    name: "inspect", title: "the document tree",
    fileTypes: InspectOptions.Form.allCases.map(\.description), options: InspectOptions.table,
    make: { values throws(ConversionFailure) in .inspect(InspectOptions(values)) })
}

extension InspectOptions.Form {
  /// The kind of file in words.
  var description: RenditionFileType {
    let (title, fileExtension, mediaType, call) =
      switch self {
      case .text: ("the document tree", "tree.txt", "text/plain; charset=utf-8", "inspect")
      case .json: ("the document tree in JSON", "tree.json", "application/json", "inspect --json")
      case .pandocJSON:
        ("pandoc's JSON", "pandoc.json", "application/json", "inspect --to pandoc-json")
      }
    return RenditionFileType(
      name: rawValue, title: title, fileExtension: fileExtension, mediaType: mediaType, call: call)
  }
}
