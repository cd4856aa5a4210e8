import BrailleLayout
import Readers
public import Renderers

/// What can be read and what can be made: two explicit lists. A host adds to a copy of its own;
/// nothing registers itself.
public struct Registry: Sendable {
  /// The formats that are read; the first that recognises a source's beginning reads it.
  public var readers: [ReaderDescriptor]
  /// The renditions that are made.
  public var renderers: [RendererDescriptor]

  /// Makes a registry.
  public init(readers: [ReaderDescriptor], renderers: [RendererDescriptor]) {
    self.readers = readers
    self.renderers = renderers
  }

  /// Everything that comes with coformat.
  public static let standard = Registry(
    readers: [
      ReaderDescriptor(
        name: "markdown", title: "Markdown",
        extensions: ["md", "markdown", "rmd", "qmd", "mdown", "mkd", "mkdn"],
        mediaTypes: ["text/markdown"], reader: MarkdownReader()),
      ReaderDescriptor(
        name: "html", title: "HTML", extensions: ["html", "htm", "xhtml", "xht"],
        mediaTypes: ["text/html", "application/xhtml+xml"],
        recognises: { beginning in
          let text = beginning.asciiText
          return ["<!doctype html", "<html", "<head", "<body"].contains { text.hasPrefix($0) }
            || (text.hasPrefix("<?xml") && text.contains("<html"))
        },
        reader: HTMLReader()),
      ReaderDescriptor(
        name: "docx", title: "Word documents", extensions: ["docx", "docm", "dotx", "dotm"],
        mediaTypes: [
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
          "application/vnd.ms-word.document.macroEnabled.12",
        ],
        kinds: [.wordDocument], reader: WordReader()),
      ReaderDescriptor(
        name: "odt", title: "OpenDocument texts", extensions: ["odt", "fodt", "ott", "odm"],
        mediaTypes: [
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.text-template",
          "application/vnd.oasis.opendocument.text-master",
          "application/vnd.oasis.opendocument.text-flat-xml",
        ],
        kinds: [.openDocumentText],
        recognises: { beginning in
          let text = beginning.asciiText
          return text.hasPrefix("<?xml") && text.contains("<office:document")
        },
        reader: OpenDocumentReader()),
      ReaderDescriptor(
        name: "epub", title: "EPUB", extensions: ["epub"], mediaTypes: ["application/epub+zip"],
        kinds: [.epub],
        reader: EPUBReader()),
      ReaderDescriptor(
        name: "dtbook", title: "DTBook", extensions: ["dtbook"], mediaTypes: ["application/x-dtbook+xml"],
        recognises: { beginning in
          let text = beginning.asciiText
          return text.hasPrefix("<") && (text.contains("<dtbook") || text.contains("!doctype dtbook"))
        },
        reader: DTBookReader()),
      ReaderDescriptor(
        name: "daisy3", title: "DAISY 3", extensions: [], mediaTypes: ["application/x-daisy3+zip"],
        kinds: [.daisy3], reader: Daisy3Reader()),
      ReaderDescriptor(
        name: "daisy202", title: "DAISY 2.02", extensions: [],
        mediaTypes: ["application/x-daisy202+zip"],
        kinds: [.daisy202], reader: Daisy202Reader()),
      ReaderDescriptor(
        name: "html-folder", title: "folders of web pages", extensions: [],
        mediaTypes: ["application/zip"],
        kinds: [.webFolder], reader: WebFolderReader()),
      .pandocJSON,
      .plainText,
    ],
    renderers: [
      RendererDescriptor(
        name: "braille", title: "braille", fileTypes: BrailleOptions.FileType.allCases.map(\.description),
        options: BrailleOptions.table,
        make: { values throws(ConversionFailure) in try .braille(BrailleOptions(values)) }),
      .largePrint,
      .easyRead,
      RendererDescriptor(
        name: "epub", title: "an EPUB", fileTypes: [EPUBOptions.fileType], options: EPUBOptions.table,
        make: { values throws(ConversionFailure) in
          try .epub(try EPUBOptions(values)).narrated(values, for: .epub)
        }),
      RendererDescriptor(
        name: "audio", title: "speech", fileTypes: [.mp3], options: AudioOptions.table,
        make: { values throws(ConversionFailure) in try .audio(values) }),
      RendererDescriptor(
        name: "daisy", title: "DAISY books", fileTypes: DaisyOptions.FileType.allCases.map(\.description),
        options: DaisyOptions.table,
        make: { values throws(ConversionFailure) in
          try .daisy(try DaisyOptions(values)).narrated(values, for: .daisy)
        }),
      .inspect,
    ])
}

extension Rendering {
  /// Braille.
  ///
  /// - Throws: `ConversionFailure` when there is no layout profile of that name, or a proof is asked
  ///   for of a file without pages.
  public static func braille(
    _ options: BrailleOptions = BrailleOptions()
  ) throws(ConversionFailure) -> Rendering {
    let profile = try options.layoutProfile()
    let lines = try options.isEndless() ? Paginator.endless : options.lines ?? profile.lines
    let formFeeds = try options.formFeeds()
    try options.proofing.checkPages(of: options.fileType)
    return Rendering(
      fileExtension: options.fileType.description.fileExtension,
      companionExtensions: options.proofing.companionExtensions,
      renderer: BrailleRenderer(options: options),
      check: options.check(cells: options.cells ?? profile.cells, lines: lines, formFeeds: formFeeds))
  }

  /// An EPUB.
  public static func epub(_ options: EPUBOptions = EPUBOptions()) -> Rendering {
    Rendering(
      fileExtension: EPUBOptions.fileType.fileExtension, renderer: EPUBRenderer(options: options),
      pictures: .shown, check: EPUBOptions.check)
  }

  /// A DAISY book.
  public static func daisy(_ options: DaisyOptions = DaisyOptions()) -> Rendering {
    func rendering(_ renderer: some Renderer, pictures: Rendering.Pictures) -> Rendering {
      Rendering(
        fileExtension: options.fileExtension, renderer: renderer, pictures: pictures, check: options.check)
    }
    switch options.fileType {
    case .daisy3: return rendering(Daisy3Renderer(options: options), pictures: .shown)
    case .daisy202: return rendering(Daisy202Renderer(options: options), pictures: .shown)
    case .dtbook: return rendering(DTBookRenderer(options: options), pictures: .described)
    }
  }
}

extension BrailleOptions.FileType {
  /// The kind of file in words. Braille patterns are plain text, but `.txt` alone could name the
  /// author's own text beside the report.
  var description: RenditionFileType {
    let (title, fileExtension, mediaType) =
      switch self {
      case .brf: ("Braille Ready Format", "brf", "text/vnd.braille")
      case .unicode: ("Unicode braille patterns", "braille.txt", "text/plain; charset=utf-8")
      case .pef: ("Portable Embosser Format", "pef", "application/x-pef+xml")
      case .ebraille: ("eBraille", "ebrl", "application/ebrl+zip")
      }
    return RenditionFileType(
      name: rawValue, title: title, fileExtension: fileExtension, mediaType: mediaType,
      call: "braille --to \(rawValue)")
  }
}

extension EPUBOptions {
  /// The kind of file in words.
  static let fileType = RenditionFileType(
    name: "epub", title: "EPUB 3", fileExtension: "epub", mediaType: "application/epub+zip", call: "epub")
}
