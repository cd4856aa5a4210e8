/// One version that is made of each report.
public struct BuildFormat: Hashable, Sendable {
  /// What it is called in the configuration, in file names and in reports of the run.
  public var name: String
  /// The name of the renderer that makes it.
  public var renderer: String
  /// The renderer's options, by key.
  public var options: [String: String]
  /// Whether somebody asked for it. One that is made because nothing else was said is left out of reports
  /// in languages it cannot be made in.
  public var isAsked = true

  /// Makes a format.
  public init(_ name: String, _ renderer: String, _ options: [String: String] = [:]) {
    self.name = name
    self.renderer = renderer
    self.options = options
  }

  /// The formats that have a name of their own, in the order a page lists them.
  public static let named: [BuildFormat] = [
    BuildFormat("braille-2", "braille", ["grade": "2"]),
    BuildFormat("braille-1", "braille", ["grade": "1"]),
    BuildFormat("pef-2", "braille", ["grade": "2", "to": "pef"]),
    BuildFormat("pef-1", "braille", ["grade": "1", "to": "pef"]),
    BuildFormat("ebraille", "braille", ["to": "ebraille"]),
    BuildFormat("large-print", "large-print"),
    BuildFormat("large-print-pdf", "large-print", ["to": "pdf"]),
    BuildFormat("large-print-word", "large-print", ["to": "docx"]),
    BuildFormat("easy-read", "easy-read"),
    BuildFormat("daisy", "daisy"),
    BuildFormat("daisy202", "daisy", ["to": "daisy202"]),
    BuildFormat("dtbook", "daisy", ["to": "dtbook"]),
    BuildFormat("epub", "epub"),
    BuildFormat("audio", "audio"),
  ]

  /// The names of what is made where nothing else is asked for.
  private static let usualNames: Set<String> = [
    "braille-2", "braille-1", "pef-2", "pef-1", "large-print", "easy-read", "daisy", "dtbook", "epub",
  ]

  /// What is made where nothing else is asked for: braille of both grades for embossers and displays,
  /// large print, easy read where there is a renderer of it, DAISY, DTBook and EPUB.
  public static let usual = named.compactMap { format -> BuildFormat? in
    guard usualNames.contains(format.name),
      Registry.standard.renderers.contains(where: { $0.name == format.renderer })
    else { return nil }
    var format = format
    format.isAsked = false
    return format
  }

  /// The format of that name, with further options.
  static func find(_ name: String) -> BuildFormat? { named.first { $0.name == name } }
}
