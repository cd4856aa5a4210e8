import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Renderers

/// PDF in volumes, with an engine that lays words out as they come instead of WeasyPrint.
@Suite struct LargePrintVolumeTests {
  /// Pages of 50 words; the title page, the contents and the text each begin a page. The PDF has its
  /// HTML after its end.
  private struct Engine: PaperEngine {
    static let separator = "\n%%HTML\n"

    func pdf(of html: [UInt8]) throws(ConversionFailure) -> [UInt8] {
      let text = String(decoding: html, as: UTF8.self)
      var page = 0
      var words = 0
      var places: [(name: String, page: Int, words: Int)] = []
      for piece in (text.split(separator: "<body").last ?? "").split(separator: "<") {
        let tag = piece.prefix { $0 != ">" }
        if tag.hasPrefix("nav") || tag.hasPrefix("main"), words > 0 { (page, words) = (page + 1, 0) }
        if let match = tag.firstMatch(of: /\ id="([^"]*)"/) {
          places.append((String(match.output.1), page, words))
        }
        for _ in piece.dropFirst(tag.count + 1).split(whereSeparator: \.isWhitespace) {
          if words == 50 { (page, words) = (page + 1, 0) }
          words += 1
        }
      }
      let kids = (0...page).map { "\(10 + $0) 0 R" }.joined(separator: " ")
      let names = places.map { "(\($0.name)) [\(10 + $0.page) 0 R /XYZ 0 \(800 - 15 * $0.words) 0]" }
      var pdf = "%PDF-1.7\n1 0 obj\n<</Type /Catalog/Pages 2 0 R/Names <</Dests <</Names ["
      pdf +=
        names.joined(separator: " ") + "]>>>>>>\nendobj\n2 0 obj\n<</Type /Pages/Kids [\(kids)]>>\nendobj\n"
      for number in 0...page {
        pdf += "\(10 + number) 0 obj\n<</Type /Page/MediaBox [0 0 595 842]>>\nendobj\n"
      }
      return Array((pdf + Self.separator + text).utf8)
    }
  }

  private struct Made {
    var volumes: [String]
    var pages: [Int]
    var codes: [String]
    var rendition: Rendition
  }

  private func made(_ document: Document, maximum: Int?) throws -> Made {
    var log = DiagnosticLog(source: "t.md")
    let options = LargePrintOptions(fileType: .pdf, maximumPages: maximum)
    let rendition = try LargePrintRenderer(options: options, paper: Engine()).render(document, log: &log)
    return Made(
      volumes: rendition.artifacts.map {
        String(decoding: $0.bytes, as: UTF8.self).components(separatedBy: Engine.separator)[1]
      },
      pages: rendition.artifacts.compactMap { PDFPlaces($0.bytes)?.pages },
      codes: log.diagnostics.map(\.code), rendition: rendition)
  }

  /// A report of chapters, each of sections of a hundred words.
  private func report(chapters: Int, sections: Int) -> Document {
    var blocks: [Block] = [.heading(Heading(level: 1, [.text(Text("Report"))]))]
    var line = 2
    func heading(_ level: Int, _ words: String, _ id: String) {
      let range = SourceRange(
        SourcePosition(line: line, column: 1), SourcePosition(line: line, column: 9))
      blocks.append(
        .heading(Heading(level: level, [.text(Text(words))], info: NodeInfo(range: range, id: id))))
      line += 1
    }
    for chapter in 1...chapters {
      heading(2, "Chapter \(chapter)", "chapter-\(chapter)")
      for section in 1...sections {
        heading(3, "Section \(chapter).\(section)", "s-\(chapter)-\(section)")
        let words = (1...100).map { "w\(chapter)x\(section)x\($0)" }.joined(separator: " ")
        blocks.append(.paragraph(Paragraph([.text(Text(words))])))
      }
    }
    var document = Document(blocks: blocks)
    document.metadata.language = Language("en-GB")
    return document
  }

  @Test("A report no longer than that is one PDF, and so is any without a limit")
  func one() throws {
    let short = try made(report(chapters: 1, sections: 2), maximum: 60)
    #expect(short.volumes.count == 1 && short.rendition.containment == .file)
    #expect(!short.volumes[0].contains("Volume 1"))
    let long = try made(report(chapters: 9, sections: 4), maximum: nil)
    #expect(long.volumes.count == 1 && long.rendition.containment == .file)
  }

  @Test("No volume is longer than that, each begins at a chapter, and no word is lost or there twice")
  func volumes() throws {
    let document = report(chapters: 9, sections: 4)
    let made = try made(document, maximum: 34)
    #expect(made.volumes.count == 3 && made.rendition.containment == .numberedFiles)
    #expect(made.pages.allSatisfy { $0 <= 34 })
    #expect(!made.codes.contains { ["LPR-019", "LPR-020"].contains($0) })
    var words: [String] = []
    for (index, volume) in made.volumes.enumerated() {
      #expect(volume.contains("Volume \(index + 1) of 3</p>"))
      let main = volume.components(separatedBy: "<main")[1]
      let first = main.firstMatch(of: /<h2[^>]*>([^<]*)/)?.output.1
      #expect(first?.hasPrefix("Chapter") == true && first?.contains("continued") == false)
      words += main.matches(of: /w\d+x\d+x\d+/).map { String($0.output) }
    }
    #expect(words.count == 3_600 && Set(words).count == 3_600)
    #expect(made.rendition.artifacts.map(\.path)[1] == "report-2.large-print.pdf")
  }

  @Test("Pages are counted through, and contents and title pages say where things are")
  func numbers() throws {
    let made = try made(report(chapters: 9, sections: 4), maximum: 34)
    let starts = made.pages.indices.map { made.pages[..<$0].reduce(1, +) }
    for (index, volume) in made.volumes.enumerated() {
      for (other, start) in starts.enumerated() {
        #expect(volume.contains("Volume \(other + 1): pages \(start) to \(start + made.pages[other] - 1)"))
      }
      if index > 0 { #expect(volume.contains("counter-reset: page \(starts[index])")) }
    }
    // Each entry of another volume has the page its heading is on there.
    let places = made.rendition.artifacts.compactMap { PDFPlaces($0.bytes) }
    var checked = 0
    for match in made.volumes[0].matches(of: /data-page="(\d+)"[^>]*>Chapter(?:&nbsp;|.)(\d+)/) {
      let name = "chapter-\(match.output.2)"
      let home = try #require(places.firstIndex { $0[name] != nil })
      #expect(Int(match.output.1) == starts[home] + places[home][name]!.page)
      checked += 1
    }
    #expect(checked == made.volumes.dropFirst().joined().matches(of: /<h2[^>]*>Chapter/).count)
    #expect(checked > 3)
  }

  @Test("A volume that begins within a chapter says so; lists and tables go on where they were")
  func goingOn() throws {
    var document = report(chapters: 1, sections: 1)
    let items = (1...60).map { number in
      ListItem([
        .paragraph(Paragraph([.text(Text((1...20).map { "i\(number)x\($0)" }.joined(separator: " ")))]))
      ])
    }
    document.blocks.append(.list(List(.numbered(start: 5, style: .decimal, delimiter: .period), items)))
    let made = try made(document, maximum: 10)
    #expect(made.volumes.count > 2 && made.pages.allSatisfy { $0 <= 10 })
    #expect(made.volumes[1].contains("<h2>Chapter 1 (continued)</h2>"))
    #expect(made.volumes[1].contains("<h3>Section 1.1 (continued)</h3>"))
    let start = try #require(made.volumes[1].firstMatch(of: /<ol start="(\d+)"/)?.output.1)
    let first = try #require(made.volumes[1].firstMatch(of: /i(\d+)x1\ /)?.output.1)
    #expect(Int(start) == Int(first)! + 4)
  }

  @Test("Notes are in the volume that refers to them; what is elsewhere is said in words")
  func notesAndReferences() throws {
    var document = report(chapters: 6, sections: 4)
    func insert(_ inlines: [Inline], after id: String) {
      let index = document.blocks.firstIndex { $0.info.id == id }!
      document.blocks.insert(.paragraph(Paragraph(inlines)), at: index + 1)
    }
    insert([.text(Text("First")), .noteReference(NoteReference("a"))], after: "chapter-1")
    insert(
      [
        .text(Text("Again")), .noteReference(NoteReference("a")), .noteReference(NoteReference("b")),
        .crossReference(CrossReference("chapter-1", [.text(Text("the beginning"))])),
      ], after: "chapter-6")
    document.notes = ["a", "b"].map {
      Note(id: $0, blocks: [.paragraph(Paragraph([.text(Text("body of \($0)"))]))])
    }
    let made = try made(document, maximum: 30)
    let last = try #require(made.volumes.last)
    #expect(made.volumes.count > 1)
    #expect(made.volumes[0].contains("body of a") && !made.volumes[0].contains("body of b"))
    #expect(last.contains("body of b") && !last.contains("body of a"))
    #expect(last.contains(/note 1<span>|note 1, volume 1, page \d+/))
    #expect(last.contains(/the beginning \(volume 1, page \d+\)/))
    // No link leads out of its file.
    for volume in made.volumes {
      let tags = PageMarkup(Array(volume.utf8)).tags
      let ids = Set(tags.compactMap { $0.attributes["id"] })
      #expect(ids.count == tags.count { $0.attributes["id"] != nil })
      for tag in tags {
        guard let href = tag.attributes["href"], href.hasPrefix("#") else { continue }
        #expect(ids.contains(String(href.dropFirst())), "\(href)")
      }
    }
  }

  @Test("What cannot be parted is longer, and said; contents that leave no room are refused")
  func limits() throws {
    var document = report(chapters: 2, sections: 1)
    let long = (1...600).map { "p\($0)" }.joined(separator: " ")
    document.blocks.append(.paragraph(Paragraph([.text(Text(long))])))
    #expect(try made(document, maximum: 8).codes.contains("LPR-019"))
    #expect(throws: ConversionFailure.self) { try made(report(chapters: 60, sections: 2), maximum: 4) }
  }

  @Test("Streams are decompressed: of codes of their own, of fixed codes, stored")
  func inflate() throws {
    func bytes(_ base64: String) throws -> [UInt8]? {
      Inflate.bytes(of: [UInt8](try #require(Data(base64Encoded: base64)))[...])
    }
    let words = String(repeating: "the cat sat on the mat and ", count: 20)
    let letters = (0..<400).map { String(UnicodeScalar(UInt8(97 + $0 * $0 % 26))) }.joined()
    #expect(
      try bytes(
        "eNoryUhVSE4sUSgG4vw8hRIgNxfITMxLAbNHpUawVGJSalZhVXZFbkp5UX5eflF5Sm5FdlVhVmrSqMxAyAAA"
          + "dqxjIg==")
        == Array((words + letters).utf8))
    #expect(try bytes("eAEBBgD5/3N0b3JlZAk8ApI=") == Array("stored".utf8))
    #expect(try bytes("eAEBBgD5/3N0") == nil)
    #expect(Inflate.bytes(of: [1, 2, 3]) == nil)
  }

  @Test("Pages and places are found in a PDF whose objects are in a stream")
  func places() throws {
    let stream = try #require(
      Data(
        base64Encoded:
          "eNp9jj8LwjAQxXc/xRvbKZe0/oPSQd1EEXFQ0wyBpqWgVmwH/fZeUxTp4A3HI++930WCoCBVhAhyphBDSYkk"
          + "EYfX3UEsbWsvdSl2tnQNBwl7sbVX1hxZuab1on/Rgc0CmYUhdNQFIY6nM4sJEcggKVxRELl5Ch3/+tL7JvUz"
          + "+p72J8W6ypsPz7eM2Li8sov6Cc09jLk9JTLDKq+Hu7X9n/+aAyDDOmgHfAMJd0qI"))
    var pdf = Array(
      "%PDF-1.7\n7 0 obj\n<</Type /ObjStm/N 4/First 22/Filter /FlateDecode/Length \(stream.count)>>\nstream\n"
        .utf8)
    pdf += stream + Array("\nendstream\nendobj\n".utf8)
    let places = try #require(PDFPlaces(pdf))
    #expect(places.heights == [700, 500])
    #expect(places["a(1)"] == PDFPlaces.Place(page: 0, top: 100))
    #expect(places["é"] == PDFPlaces.Place(page: 1, top: 400))
    #expect(PDFPlaces(Array("%PDF-1.7 no".utf8)) == nil)
  }
}
