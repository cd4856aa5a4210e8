/// A version as the page of formats offers it.
struct FormatOffer {
  private let version: VersionRecord

  init(_ version: VersionRecord) { self.version = version }

  /// The files to choose from: of a folder, its beginning.
  var files: [FileState] {
    let all = version.outputs.filter { !$0.path.hasSuffix(".proof.html") }
    let folders = Set(all.map { Path.folder(of: $0.path) })
    if folders.count == 1 { return all }
    return all.first.map { [$0] } ?? []
  }

  var mediaType: String { version.mediaType }

  /// What it is, as the text of a link: format and purpose, never "download".
  var title: String { words.title }

  /// Whom it is for.
  var purpose: String { words.purpose }

  /// `BRF, 42 KB, 12 pages`.
  func details(of file: FileState) -> String {
    var details = [Path.fileExtension(of: file.path).uppercased(), Self.size(file.size)]
    if let pages = version.pages { details.append("\(pages) page\(pages == 1 ? "" : "s")") }
    if let volumes = version.volumes, volumes > 1, files.count == 1 { details.append("\(volumes) volumes") }
    return details.joined(separator: ", ")
  }

  /// A size in the units people know.
  static func size(_ bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) bytes" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1_000) KB" }
    let tenths = (bytes + 50_000) / 100_000
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MB" : "\((tenths + 5) / 10) MB"
  }

  private var words: (title: String, purpose: String) {
    let number = version.options["grade"] ?? "2"
    let isContracted = version.contraction.map { $0 != .none } ?? (number != "1" && number != "0")
    let grade = "\(isContracted ? "Contracted" : "Uncontracted") (grade \(number))"
    let size = version.options["size"] ?? "18"
    switch (version.renderer, version.options["to"]) {
    case ("braille", "pef"):
      return (
        "\(grade) braille, PEF", "For embossing with a program that reads the Portable Embosser Format."
      )
    case ("braille", "ebraille"):
      return ("\(grade) eBraille", "For braille displays and reading programs, with headings and links.")
    case ("braille", "unicode"):
      return ("\(grade) braille as text", "For showing braille patterns on a screen.")
    case ("braille", _): return ("\(grade) braille, BRF", "For embossers, notetakers and braille displays.")
    case ("large-print", "pdf"):
      return (
        "Large print PDF to print, \(size) point", "For printing on paper. It is tagged for screen readers."
      )
    case ("large-print", "docx"):
      return ("Large print Word document, \(size) point", "For changing the size or the layout yourself.")
    case ("large-print", _):
      return (
        "Large print web page, \(size) point",
        "For reading on a screen, where size and colours can be changed, and for printing."
      )
    case ("easy-read", _):
      return (
        "Easy read draft",
        "Short sentences and common words, each hard word explained. A draft for people to check."
      )
    case ("daisy", "dtbook"): return ("DTBook", "For those who make DAISY books and braille of it.")
    case ("daisy", "daisy202"):
      return ("DAISY 2.02 book", "For older DAISY players. Unpack the zip first if your player needs it.")
    case ("daisy", _): return ("DAISY 3 book", "For DAISY players and reading programs.")
    case ("epub", _):
      return (
        "EPUB 3 book",
        "For reading on phones, tablets and computers, with size, colours and speech as you like."
      )
    case ("audio", _): return ("Audio, MP3", "For listening. Read by a synthetic voice, with chapters.")
    default: return (version.title, version.summary)
    }
  }
}
