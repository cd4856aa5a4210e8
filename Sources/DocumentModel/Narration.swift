/// The speech that goes with a document: what is said of it, in order, and the recordings.
///
/// A transform makes it. It gives every node that is said an `id`, and holds the text of each sentence
/// together in a `Span` whose `isSentence` is true. A renderer that ties text to sound asks for the
/// `clip(of:)` each node it writes; a node without one is silent.
///
/// Within a file clips follow each other in the order of `utterances`, without gaps: the end of one is
/// the beginning of the next. The document's title, its authors, the notes of each chapter, and the rest
/// of the text have files of their own, so that a renderer may place notes where its format has them.
public struct Narration: Hashable, Sendable {
  /// What is said, in reading order: title and authors, the text, the notes in their order.
  public var utterances: [Utterance]
  /// The recordings.
  public var recordings: [Recording]
  /// The voices, for metadata: `espeak-ng, en-gb`.
  public var narrators: [String]
  private let places: [String: Int]

  /// Puts together a narration.
  public init(utterances: [Utterance], recordings: [Recording], narrators: [String]) {
    self.utterances = utterances
    self.recordings = recordings
    self.narrators = narrators
    places = Dictionary(utterances.indices.map { (utterances[$0].id, $0) }) { first, _ in first }
  }

  /// Where a node is said; nil when it is silent.
  ///
  /// - Parameter id: the `info.id` of the node.
  public func clip(of id: String?) -> Clip? { id.flatMap { places[$0] }.map { utterances[$0].clip } }

  /// The utterances of a kind, such as the title's.
  public func utterances(of kind: Utterance.Kind) -> [Utterance] { utterances.filter { $0.kind == kind } }

  /// How long all of it is, in milliseconds.
  public var milliseconds: Int { recordings.reduce(0) { $0 + $1.milliseconds } }
}

/// What is said in one go, and can be gone to.
public struct Utterance: Hashable, Sendable {
  /// The id of the node that is said, unique in the document. The title and the authors are metadata
  /// and no nodes: theirs are ids that no node has.
  public var id: String
  /// What kind of node it is.
  public var kind: Kind
  /// The words in print, for lists of what is said; empty for what print has no words for.
  public var text: String
  /// Where it is said.
  public var clip: Clip

  /// Makes an utterance.
  public init(id: String, kind: Kind, text: String, clip: Clip) {
    self.id = id
    self.kind = kind
    self.text = text
    self.clip = clip
  }

  /// What is said.
  public enum Kind: Hashable, Sendable {
    /// The document's title, with its subtitle.
    case title
    /// An author.
    case author
    /// A heading and its level.
    case heading(level: Int)
    /// A sentence, or a block said without a break such as code.
    case sentence
    /// A picture's alternative text.
    case picture
    /// A formula on lines of its own.
    case mathematics
    /// The mark of a note, in the text.
    case noteReference
    /// The number of a print page.
    case pageNumber
  }
}

/// A stretch of a recording.
public struct Clip: Hashable, Sendable {
  /// Which of the narration's recordings.
  public var recording: Int
  /// When it begins, in milliseconds.
  public var begin: Int
  /// When it ends, in milliseconds; later than it begins, and not after the recording's end.
  public var end: Int

  /// Makes a clip.
  public init(recording: Int, begin: Int, end: Int) {
    self.recording = recording
    self.begin = begin
    self.end = end
  }

  /// How long it is, in milliseconds.
  public var milliseconds: Int { end - begin }
}

/// A sound file.
public struct Recording: Hashable, Sendable {
  /// Its name, short, of ASCII letters, digits and hyphens: `audio-003.mp3`.
  public var name: String
  /// Its media type: `audio/mpeg`.
  public var mediaType: String
  /// The content.
  public var bytes: [UInt8]
  /// How many samples it plays, silence at its ends included.
  public var samples: Int
  /// Samples a second.
  public var rate: Int

  /// Makes a recording.
  public init(name: String, mediaType: String = "audio/mpeg", bytes: [UInt8], samples: Int, rate: Int) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
    self.samples = samples
    self.rate = rate
  }

  /// Makes a recording whose length is known in milliseconds.
  public init(name: String, mediaType: String = "audio/mpeg", bytes: [UInt8], milliseconds: Int) {
    self.init(name: name, mediaType: mediaType, bytes: bytes, samples: milliseconds, rate: 1_000)
  }

  /// How long it plays, in milliseconds, rounded down.
  public var milliseconds: Int { rate > 0 ? samples * 1_000 / rate : 0 }
}
