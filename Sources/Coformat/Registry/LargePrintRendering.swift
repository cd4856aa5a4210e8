public import Diagnostics
public import Renderers

extension Rendering {
  /// Large print.
  ///
  /// - Parameter paper: what makes a PDF; nil to look for WeasyPrint when one is asked for.
  /// - Throws: `ConversionFailure` when a PDF is asked for and there is no WeasyPrint.
  public static func largePrint(
    _ options: LargePrintOptions = LargePrintOptions(), paper: (any PaperEngine)? = nil
  ) throws(ConversionFailure) -> Rendering {
    var paper = paper
    if options.fileType == .pdf, paper == nil { paper = try WeasyPrint() }
    let isFolder = options.fileType == .html && options.pictures == .alongside
    return Rendering(
      fileExtension: isFolder ? "large-print" : options.fileType.description.fileExtension,
      renderer: LargePrintRenderer(options: options, paper: paper), pictures: .shown)
  }
}

extension RendererDescriptor {
  /// Large print, as the registry lists it.
  static let largePrint = RendererDescriptor(
    name: "large-print", title: "large print",
    fileTypes: LargePrintOptions.FileType.allCases.map(\.description), options: LargePrintOptions.table,
    make: { values throws(ConversionFailure) in try .largePrint(LargePrintOptions(values)) })
}

extension LargePrintOptions.FileType {
  /// The kind of file in words. A report may be HTML itself, so the extension says more than that.
  var description: RenditionFileType {
    let (title, fileExtension, mediaType) =
      switch self {
      case .html: ("large print in HTML", "large-print.html", "text/html; charset=utf-8")
      case .pdf: ("large print in PDF/UA", "large-print.pdf", "application/pdf")
      case .docx:
        (
          "large print for Word", "large-print.docx",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        )
      }
    return RenditionFileType(
      name: rawValue, title: title, fileExtension: fileExtension, mediaType: mediaType,
      call: "large-print --to \(rawValue)")
  }
}
