import Diagnostics
import DocumentModel
import Renderers
import Testing

@Suite struct AudioRendererTests {
  private func document(headings: Int = 2, level: Int = 2) -> Document {
    var utterances = [
      Utterance(id: "t", kind: .title, text: "Ein Titel", clip: Clip(recording: 0, begin: 0, end: 1_000))
    ]
    var recordings = [Recording(name: "a.mp3", bytes: [0xFF, 0], milliseconds: 1_000)]
    for index in 0..<headings {
      utterances += [
        Utterance(
          id: "h\(index)", kind: .heading(level: level), text: "Kapitel \(index)",
          clip: Clip(recording: index + 1, begin: 0, end: 500)),
        Utterance(
          id: "s\(index)", kind: .sentence, text: "Satz.",
          clip: Clip(recording: index + 1, begin: 500, end: 2_000)),
      ]
      recordings.append(
        Recording(name: "b\(index).mp3", bytes: [0xFF, UInt8(index % 200)], milliseconds: 2_000))
    }
    var document = Document(blocks: [])
    document.metadata.title = "Ein Titel"
    document.metadata.authors = ["A", "B"]
    document.metadata.language = Language("de-AT")
    document.metadata.date = "2026-05-01"
    document.narration = Narration(utterances: utterances, recordings: recordings, narrators: ["voice"])
    return document
  }

  private func render(
    _ document: Document, _ files: AudioOptions.Files = .one
  ) throws -> (rendition: Rendition, codes: [String]) {
    var log = DiagnosticLog()
    let rendition = try AudioRenderer(options: AudioOptions(files: files)).render(document, log: &log)
    return (rendition, log.diagnostics.map(\.code))
  }

  /// The frames of a tag by name, and what is after the tag.
  private func frames(_ bytes: [UInt8]) throws -> (frames: [(name: String, content: [UInt8])], rest: [UInt8])
  {
    #expect(bytes.starts(with: Array("ID3".utf8) + [3, 0, 0]))
    let size = bytes[6..<10].reduce(0) { $0 << 7 | Int($1) }
    #expect(bytes[6..<10].allSatisfy { $0 < 0x80 })
    return (frames(in: Array(bytes[10..<10 + size])), Array(bytes[(10 + size)...]))
  }

  private func frames(in bytes: [UInt8]) -> [(name: String, content: [UInt8])] {
    var frames: [(name: String, content: [UInt8])] = []
    var position = 0
    while position + 10 <= bytes.count {
      let name = String(decoding: bytes[position..<position + 4], as: UTF8.self)
      let size = bytes[position + 4..<position + 8].reduce(0) { $0 << 8 | Int($1) }
      frames.append((name, Array(bytes[position + 10..<position + 10 + size])))
      position += 10 + size
    }
    return frames
  }

  private func text(_ content: [UInt8]) -> String {
    let units = stride(from: 3, to: content.count, by: 2).map {
      UInt16(content[$0]) | UInt16(content[$0 + 1]) << 8
    }
    return String(decoding: units, as: UTF16.self)
  }

  @Test func `One file has its chapters, their times and what the document says of itself`() throws {
    let (rendition, codes) = try render(document())
    #expect(codes.isEmpty && rendition.containment == .file && rendition.artifacts.count == 1)
    let (frames, sound) = try frames(rendition.artifacts[0].bytes)
    #expect(sound == [0xFF, 0, 0xFF, 0, 0xFF, 1])
    let texts = Dictionary(
      uniqueKeysWithValues: frames.filter { $0.name.hasPrefix("T") }.map { ($0.name, text($0.content)) })
    #expect(
      texts["TIT2"] == "Ein Titel" && texts["TPE1"] == "A/B" && texts["TLAN"] == "deu"
        && texts["TYER"] == "2026")
    #expect(texts["TLEN"] == "5000")
    let contents = try #require(frames.first { $0.name == "CTOC" }?.content)
    #expect(
      contents == Array("toc".utf8) + [0, 3, 3] + Array("ch0".utf8) + [0] + Array("ch1".utf8) + [0]
        + Array("ch2".utf8) + [0])
    let chapters = frames.filter { $0.name == "CHAP" }.map { frame -> (String, [Int]) in
      let numbers = stride(from: 4, to: 12, by: 4).map { start in
        frame.content[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      }
      return (text(self.frames(in: Array(frame.content[20...]))[0].content), numbers)
    }
    #expect(chapters.map(\.0) == ["Ein Titel", "Kapitel 0", "Kapitel 1"])
    #expect(chapters.map(\.1) == [[0, 1_000], [1_000, 3_000], [3_000, 5_000]])
  }

  @Test func `A file for each chapter has the title in the first`() throws {
    let (rendition, _) = try render(document(), .chapters)
    #expect(rendition.containment == .numberedFiles)
    let files = try rendition.artifacts.map { try frames($0.bytes) }
    #expect(files.map(\.rest) == [[0xFF, 0, 0xFF, 0], [0xFF, 1]])
    let titles = files.map { file in text(file.frames.first { $0.name == "TIT2" }?.content ?? []) }
    #expect(titles == ["Kapitel 0", "Kapitel 1"])
    #expect(text(files[1].frames.first { $0.name == "TRCK" }?.content ?? []) == "2/2")
  }

  @Test func `What cannot be marked, and what there is nothing to make of, is said`() throws {
    #expect(try render(document(headings: 300)).codes == ["NAR-015"])
    var silent = document()
    silent.narration = nil
    #expect(throws: ConversionFailure.self) { _ = try render(silent) }
    var untitled = document()
    untitled.metadata.title = nil
    untitled.narration?.utterances.removeFirst()
    #expect(try render(untitled).codes == ["NAR-014"])
  }
}
