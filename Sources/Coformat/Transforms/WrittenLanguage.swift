import Diagnostics
import DocumentModel

extension Transform {
  /// Reports a language that is declared where another is written: braille codes, voices and the words
  /// coformat adds are chosen by it. Reports filler text, which is in no language.
  static let languageAudit = Transform("language audit") { document, _, log throws(ConversionFailure) in
    let filler = FillerText.places(in: document)
    if let first = filler.first { log.report(.fillerText(filler.count, at: first)) }
    if let declared = document.metadata.language,
      let written = WrittenLanguage.other(than: declared, in: document)
    {
      log.report(.languageNotTheDeclared(declared, written: written))
    }
    return document
  }
}

/// The language a text is written in, told by its commonest words, where nothing else can be meant.
struct WrittenLanguage {
  /// Its primary subtag.
  let tag: String
  /// Its name in English.
  let name: String
  private let words: Set<String>

  private init(_ tag: String, _ name: String, _ words: String) {
    self.tag = tag
    self.name = name
    self.words = Set(words.split(separator: " ").map(String.init))
  }

  /// Fewer words say nothing.
  private static let fewest = 50
  /// How many common words a text has at least: plain text in any of these languages has twice as many.
  private static let share = 0.18
  /// How many of the declared language's it may have at most, as chance and names bring them.
  private static let chance = 0.05
  /// How many texts are looked at, spread evenly over those there are.
  private static let sample = 100

  /// The language a document is written in, if it is surely another than the one it is said to be in.
  ///
  /// Passages with a language of their own do not count. A declared language of which nothing is known
  /// here is believed, unless it is written in other letters.
  static func other(than declared: Language, in document: Document) -> WrittenLanguage? {
    let own = known.first { $0.tag == (declared.primary == "no" ? "nb" : declared.primary) }
    guard own != nil || inOtherLetters.contains(declared.primary) else { return nil }
    var collector = TextCollector(language: declared.primary)
    for block in document.blocks { collector.collect(block) }
    var count = Count()
    let step = max(1, collector.texts.count / sample)
    for index in stride(from: 0, to: collector.texts.count, by: step) { count.add(collector.texts[index]) }
    guard count.words >= fewest else { return nil }
    let least = Double(count.words) * share
    let best = known.map { (language: $0, found: count.found(of: $0.words)) }.max { $0.found < $1.found }
    guard let best, best.language.tag != own?.tag, Double(best.found) >= least,
      count.kinds(of: best.language.words) >= 6
    else { return nil }
    let ofDeclared = own.map { count.found(of: $0.words) } ?? 0
    guard Double(ofDeclared) <= Double(count.words) * chance, ofDeclared * 4 <= best.found else { return nil }
    return best.language
  }

  /// Languages that are written in other letters than these are, so that their words are in no list.
  private static let inOtherLetters: Set<String> = [
    "am", "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko", "lo",
    "mk",
    "ml", "mr", "my", "ne", "pa", "ru", "si", "ta", "te", "th", "ti", "uk", "ur", "yi", "zh",
  ]

  /// The commonest words of languages, without those that are as common in another of them.
  static let known = [
    WrittenLanguage(
      "en", "English",
      "the of and to that it for with are this have from by not which or you they were has their been will can would there when what who your these is in"
    ),
    WrittenLanguage(
      "de", "German",
      "der das und ist nicht mit von den ein eine einer einen zu auf für sich auch dem des als wird sind werden oder ich nach aus bei wie sie durch über kann haben die im zur zum"
    ),
    WrittenLanguage(
      "fr", "French",
      "les des est une dans que qui pour pas sur avec au du sont par plus cette être mais ont aux nous vous ou il leur ses et le la de en un se ce"
    ),
    WrittenLanguage(
      "es", "Spanish",
      "el los las y que una por con para del se su como más pero sus al lo está son entre también este esta ser ha de la en un es no"
    ),
    WrittenLanguage(
      "it", "Italian",
      "il che e una non sono con del della di nel nella alla come più anche da questo dei delle gli è per si la le un in i"
    ),
    WrittenLanguage(
      "pt", "Portuguese",
      "os as e que não uma um para com do da em dos das na no por mais se como ou foi são ao pelo também o a de"
    ),
    WrittenLanguage(
      "nl", "Dutch",
      "het een van dat op te niet zijn voor met aan er wordt worden ook maar door naar bij deze om de en is in die of"
    ),
    WrittenLanguage(
      "sv", "Swedish",
      "och att det som är på för av med den inte till har ett om jag var sig men eller kan från en i"
    ),
    WrittenLanguage(
      "da", "Danish",
      "og at det er på for af med den ikke til har et om jeg sig men eller kan fra som blev en i de"),
    WrittenLanguage(
      "nb", "Norwegian",
      "og å det er på for av med den ikke til har et om jeg seg men eller kan fra som ble en i de"),
    WrittenLanguage(
      "nn", "Norwegian Nynorsk",
      "og å det er på for av med den ikkje til har eit om eg seg men eller kan frå som vart ein i dei"),
    WrittenLanguage(
      "pl", "Polish",
      "w na z się nie do że jest to o jak po ale za przez co są oraz dla od i ma prawo być lub jego każdy"),
    WrittenLanguage(
      "cy", "Welsh", "yn y yr ac mae i'r wedi gan neu o'r fod ei eu am ar a'r i o a hawl bod eich chi"),
    WrittenLanguage(
      "ga", "Irish", "agus na an ar is le go bhfuil sé i ag do de gach nó aon a ina bheith chun as ceart"),
  ]

  /// How often each word is there.
  private struct Count {
    private(set) var words = 0
    private var of: [String: Int] = [:]

    func found(of list: Set<String>) -> Int { list.reduce(0) { $0 + (of[$1] ?? 0) } }
    func kinds(of list: Set<String>) -> Int { list.count { of[$0] != nil } }

    mutating func add(_ text: String) {
      var word: [UInt8] = []
      for byte in text.utf8 {
        switch byte {
        case 0x41...0x5A: word.append(byte | 0x20)
        case 0x61...0x7A, 0x80...0xFF: word.append(byte)
        case 0x27 where !word.isEmpty: word.append(byte)
        default: end(&word)
        }
      }
      end(&word)
    }

    /// Letters of three bytes and more are those of scripts that may part no words: six bytes count as one.
    private mutating func end(_ word: inout [UInt8]) {
      guard !word.isEmpty else { return }
      words += word.contains { $0 >= 0xE3 } ? max(1, word.count / 6) : 1
      if word.count <= 12 {
        // An apostrophe of print (U+2019) is that of a typewriter in the lists.
        if word.contains(0xE2), let place = word.firstRange(of: [0xE2, 0x80, 0x99]) {
          word.replaceSubrange(place, with: [0x27])
        }
        of[String(decoding: word, as: UTF8.self), default: 0] += 1
      }
      word.removeAll(keepingCapacity: true)
    }
  }
}

/// The texts of a document that are in its own language.
private struct TextCollector {
  let language: String
  var texts: [String] = []

  mutating func collect(_ block: Block) {
    guard block.info.language.map({ $0.primary == language }) ?? true else { return }
    let children = block.children
    for inline in children.inlines { collect(inline) }
    for block in children.blocks { collect(block) }
  }

  private mutating func collect(_ inline: Inline) {
    guard inline.info.language.map({ $0.primary == language }) ?? true else { return }
    if case .text(let text) = inline {
      texts.append(text.string)
      return
    }
    let children = inline.children
    for inline in children.inlines { collect(inline) }
    for block in children.blocks { collect(block) }
  }
}

extension Diagnostic {
  static func languageNotTheDeclared(_ declared: Language, written: WrittenLanguage) -> Diagnostic {
    Diagnostic(
      "ACC-007", .warning,
      "the report says that it is in \"\(declared.tag)\", and is written in \(written.name): braille, voices and the words that are added are those of another language",
      hint: "declare its language, \"\(written.tag)\", or that of each passage")
  }
}
