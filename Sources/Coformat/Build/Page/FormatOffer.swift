import Wording

/// A version as the page of formats offers it, in the words of a language.
struct FormatOffer {
  private let version: VersionRecord
  private let words: ProgramWords

  init(_ version: VersionRecord, _ words: ProgramWords) {
    self.version = version
    self.words = words
  }

  /// The files to choose from: of a folder, its beginning.
  var files: [FileState] {
    let all = version.outputs.filter { !$0.path.hasSuffix(".proof.html") }
    let folders = Set(all.map { Path.folder(of: $0.path) })
    if folders.count == 1 { return all }
    return all.first.map { [$0] } ?? []
  }

  var mediaType: String { version.mediaType }

  /// What it is, as the text of a link: format and purpose, never "download".
  var title: String { said.title }

  /// Whom it is for.
  var purpose: String { said.purpose }

  /// `BRF, 42 KB, 12 pages`.
  func details(of file: FileState) -> String {
    var details = [Path.fileExtension(of: file.path).uppercased(), size(file.size)]
    if let pages = version.pages {
      details.append(pages == 1 ? text(.formatsOnePage) : text(.formatsPageCount, ["count": "\(pages)"]))
    }
    if let volumes = version.volumes, volumes > 1, files.count == 1 {
      details.append(text(.formatsVolumeCount, ["count": "\(volumes)"]))
    }
    return details.joined(separator: ", ")
  }

  /// A size in the units people know.
  private func size(_ bytes: Int) -> String {
    if bytes < 1_000 { return text(.formatsBytes, ["size": "\(bytes)"]) }
    if bytes < 1_000_000 { return text(.formatsKilobytes, ["size": "\((bytes + 500) / 1_000)"]) }
    let tenths = (bytes + 50_000) / 100_000
    let decimal = "\(tenths / 10)\(text(.formatsDecimal))\(tenths % 10)"
    return text(.formatsMegabytes, ["size": tenths < 100 ? decimal : "\((tenths + 5) / 10)"])
  }

  private func text(_ name: ProgramWords.Name, _ values: [String: String] = [:]) -> String {
    words.text(name, values)
  }

  private var said: (title: String, purpose: String) {
    let number = version.options["grade"] ?? "2"
    let isContracted = version.contraction.map { $0 != .none } ?? (number != "1" && number != "0")
    let braille = text(isContracted ? .formatsContracted : .formatsUncontracted, ["grade": number])
    let size = ["size": version.options["size"] ?? "18"]
    switch (version.renderer, version.options["to"]) {
    case ("braille", "pef"): return ("\(braille), PEF", text(.formatsPEFPurpose))
    case ("braille", "ebraille"): return ("\(braille), eBraille", text(.formatsEBraillePurpose))
    case ("braille", "unicode"):
      return (text(.formatsBrailleText, ["braille": braille]), text(.formatsBrailleTextPurpose))
    case ("braille", _): return ("\(braille), BRF", text(.formatsBRFPurpose))
    case ("large-print", "pdf"):
      return (text(.formatsLargePrintPDF, size), text(.formatsLargePrintPDFPurpose))
    case ("large-print", "docx"):
      return (text(.formatsLargePrintWord, size), text(.formatsLargePrintWordPurpose))
    case ("large-print", _): return (text(.formatsLargePrint, size), text(.formatsLargePrintPurpose))
    case ("easy-read", _): return (text(.formatsEasyRead), text(.formatsEasyReadPurpose))
    case ("daisy", "dtbook"): return ("DTBook", text(.formatsDTBookPurpose))
    case ("daisy", "daisy202"): return (text(.formatsDaisy202), text(.formatsDaisy202Purpose))
    case ("daisy", _): return (text(.formatsDaisy), text(.formatsDaisyPurpose))
    case ("epub", _): return (text(.formatsEPUB), text(.formatsEPUBPurpose))
    case ("audio", _): return (text(.formatsAudio), text(.formatsAudioPurpose))
    default: return (version.title, version.summary)
    }
  }
}
