public import Diagnostics
public import Renderers

extension Rendering {
  /// Easy read.
  public static func easyRead(
    _ request: EasyReadRequest, _ options: EasyReadOutputOptions = EasyReadOutputOptions()
  ) -> Rendering {
    var request = request
    // Text without layout has no room for two texts.
    if request.original == .inside, options.fileType != .html { request.original = .none }
    let isPage =
      switch options.fileType {
      case .html, .docx: true
      case .text, .markdown: false
      }
    var rendering = Rendering(
      fileExtension: options.fileType.description.fileExtension, renderer: EasyReadRenderer(options: options),
      pictures: isPage ? .shown : .described)
    rendering.easyRead = request
    return rendering
  }

  /// The same of easy read.
  public func ofEasyRead(_ request: EasyReadRequest?) -> Rendering {
    var rendering = self
    rendering.easyRead = request
    return rendering
  }

  /// The request values of `easy-read` make: the way back to the report is inside a page of HTML unless
  /// they say otherwise.
  public static func easyRead(_ values: OptionValues) throws(ConversionFailure) -> Rendering {
    let options = EasyReadOutputOptions(values)
    var request = try EasyReadRequest(values)
    if values["original"] == nil, options.fileType == .html { request.original = .inside }
    return easyRead(request, options)
  }
}

extension RendererDescriptor {
  /// Easy read, as the registry lists it.
  static let easyRead = RendererDescriptor(
    name: "easy-read", title: "easy read",
    fileTypes: EasyReadOutputOptions.FileType.allCases.map(\.description),
    options: EasyReadOutputOptions.table,
    make: { values throws(ConversionFailure) in try .easyRead(values) })
}

extension EasyReadOutputOptions.FileType {
  /// The kind of file in words. A report may be of the same kind itself, so the extension says more.
  var description: RenditionFileType {
    let (title, fileExtension, mediaType) =
      switch self {
      case .text: ("easy read in plain text", "easy-read.txt", "text/plain; charset=utf-8")
      case .markdown: ("easy read in Markdown", "easy-read.md", "text/markdown; charset=utf-8")
      case .html: ("easy read in HTML", "easy-read.html", "text/html; charset=utf-8")
      case .docx:
        (
          "easy read for Word", "easy-read.docx",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        )
      }
    return RenditionFileType(
      name: rawValue, title: title, fileExtension: fileExtension, mediaType: mediaType,
      call: "easy-read --to \(rawValue)")
  }
}
