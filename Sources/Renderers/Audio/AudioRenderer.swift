public import Diagnostics
public import DocumentModel

/// Makes MP3 of a document that has a narration: one file with its chapters marked, or a file for each
/// chapter. The recordings are as they are; only tags are written here.
public struct AudioRenderer: Renderer {
  public typealias Options = AudioOptions

  /// What was chosen.
  public var options: AudioOptions

  /// Makes a renderer.
  public init(options: AudioOptions = AudioOptions()) { self.options = options }

  /// Makes the files.
  ///
  /// - Throws: `ConversionFailure` when the document has no narration.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    guard let narration = document.narration else { throw ConversionFailure(.noNarration()) }
    let book = AudioBook(narration)
    let chapters = book.chapters
    let title = document.metadata.title ?? narration.utterances(of: .title).first?.text ?? ""
    if title.isEmpty { log.report(.noAudioTitle()) }
    var tag = ID3Tag()
    tag.add(document.metadata, title: title)
    let files: [[UInt8]]
    switch options.files {
    case .one:
      tag.add("TIT2", title)
      tag.add("TLEN", "\(book.milliseconds)")
      let marked = book.markedHeadings(title: title)
      if marked.left > 0 { log.report(.chaptersLeft(marked.left)) }
      tag.add(chapters: marked.chapters)
      files = [tag.bytes + narration.recordings.flatMap(\.bytes)]
    case .chapters:
      files = chapters.enumerated().map { index, chapter in
        var tag = tag
        tag.add("TIT2", chapter.title.isEmpty ? title : chapter.title)
        tag.add("TRCK", "\(index + 1)/\(chapters.count)")
        return tag.bytes + narration.recordings[chapter.recordings].flatMap(\.bytes)
      }
    }
    return Rendition(
      artifacts: files.enumerated().map { index, bytes in
        Artifact(path: "audio-\(index + 1).mp3", mediaType: "audio/mpeg", bytes: bytes)
      },
      containment: options.files == .one ? .file : .numberedFiles,
      summary: summary(book, narration, chapters: chapters.count))
  }

  private func summary(_ book: AudioBook, _ narration: Narration, chapters: Int) -> String {
    let seconds = (book.milliseconds + 500) / 1_000
    let length = seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    return "\(length) of speech, \(narration.utterances.count) utterances, "
      + "\(chapters) chapter\(chapters == 1 ? "" : "s"), \(narration.narrators.joined(separator: ", "))"
  }
}

/// The recordings of a narration one after the other.
struct AudioBook {
  let narration: Narration
  /// When each recording begins, in milliseconds, and when the last ends.
  private let starts: [Int]

  /// A stretch of the book.
  struct Chapter {
    var title: String
    var recordings: Range<Int>
  }

  init(_ narration: Narration) {
    self.narration = narration
    // Samples are added up and not milliseconds, whose rounding would add up too.
    var samples = 0
    var starts = [0]
    for recording in narration.recordings {
      samples += recording.samples
      starts.append(recording.rate > 0 ? samples * 1_000 / recording.rate : 0)
    }
    self.starts = starts
  }

  var milliseconds: Int { starts.last ?? 0 }

  /// The highest level of which there is more than one heading: that of chapters.
  private var chapterLevel: Int {
    var counts: [Int: Int] = [:]
    for case .heading(let level) in narration.utterances.map(\.kind) { counts[level, default: 0] += 1 }
    return counts.keys.sorted().first { counts[$0, default: 0] > 1 } ?? 1
  }

  /// The chapters: each begins with a recording that begins with a heading of their level. What is
  /// before the first belongs to it when it is the title alone.
  var chapters: [Chapter] {
    let level = chapterLevel
    var first: [Int: Utterance] = [:]
    for utterance in narration.utterances where first[utterance.clip.recording] == nil {
      first[utterance.clip.recording] = utterance
    }
    var chapters: [Chapter] = []
    for index in narration.recordings.indices {
      if case .heading(let own)? = first[index]?.kind, own <= level {
        chapters.append(Chapter(title: first[index]?.text ?? "", recordings: index..<index + 1))
      } else if let last = chapters.indices.last {
        chapters[last].recordings = chapters[last].recordings.lowerBound..<index + 1
      } else {
        chapters.append(Chapter(title: "", recordings: index..<index + 1))
      }
    }
    // The title and the authors are no chapter.
    let isTitle = narration.utterances.allSatisfy { utterance in
      utterance.kind == .title || utterance.kind == .author
        || !(chapters.first?.recordings.contains(utterance.clip.recording) ?? false)
    }
    if chapters.count > 1, chapters[0].title.isEmpty, isTitle {
      chapters[1].recordings = 0..<chapters[1].recordings.upperBound
      chapters.removeFirst()
    }
    return chapters
  }

  /// The headings as chapters of one file, as deep as a table of contents of 255 places has room for,
  /// and how many headings that leaves unmarked (ID3v2 Chapters 1.0, 3.2).
  func markedHeadings(title: String) -> (chapters: [ID3Tag.Chapter], left: Int) {
    var all: [(level: Int, chapter: ID3Tag.Chapter)] = []
    for utterance in narration.utterances {
      guard case .heading(let level) = utterance.kind else { continue }
      let begin = starts[utterance.clip.recording] + utterance.clip.begin
      all.append((level, ID3Tag.Chapter(title: utterance.text, begin: begin, end: 0)))
    }
    let depth =
      (1...max(1, all.map(\.level).max() ?? 1)).last { depth in all.count { $0.level <= depth } < 255 } ?? 1
    var chapters = Array(all.filter { $0.level <= depth }.map(\.chapter).prefix(254))
    let left = all.count - chapters.count
    if let first = chapters.first, first.begin > 0 {
      // The first heading is often the title over again; nobody wants both.
      if first.title == title || chapters.count == 1 {
        chapters[0].begin = 0
      } else {
        chapters.insert(ID3Tag.Chapter(title: title, begin: 0, end: 0), at: 0)
      }
    }
    if chapters.isEmpty { chapters = [ID3Tag.Chapter(title: title, begin: 0, end: 0)] }
    for index in chapters.indices {
      chapters[index].end = index + 1 < chapters.count ? chapters[index + 1].begin : milliseconds
    }
    return (chapters, left)
  }
}
