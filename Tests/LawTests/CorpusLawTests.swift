import Coformat
import Foundation
import TestSupport
import Testing

/// The laws of `Laws`, for every report of the corpora.
@Suite(.enabled(if: SharedData.isPresent)) struct CorpusLawTests {
  static let markdown = SharedData.files(below: "corpora/reports-md", extensions: ["md", "Rmd"])
  static let html = SharedData.files(below: "corpora/reports-html", extensions: ["html"])

  @Test func theCorporaAreThere() {
    #expect(Self.markdown.count >= 78)
    #expect(Self.html.count >= 91)
  }

  @Test(arguments: markdown) func markdownKeepsTheLaws(file: URL) throws {
    try Laws(file: file).check(in: [.grade1, .grade2])
  }

  @Test(arguments: html) func htmlKeepsTheLaws(file: URL) throws {
    try Laws(file: file).check(in: [.grade1, .grade2])
  }
}

/// The same for the samples, which are there in every clone.
@Suite struct SampleLawTests {
  private static let folder = SharedData.packageRoot.appending(path: "Samples")

  @Test(arguments: [
    "findings-summary.md", "council-report.md", "leaflet-bilingual.md", "technical-note.md", "web-page.html",
  ])
  func sampleKeepsTheLaws(name: String) throws {
    try Laws(file: Self.folder.appending(path: name)).check(in: [.grade1, .grade2])
  }
}
