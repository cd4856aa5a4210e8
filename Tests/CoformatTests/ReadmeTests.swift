import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  @Test func `The lines of Swift in the README are those that are compiled here`() throws {
    let readme = try String(
      contentsOf: SharedData.packageRoot.appending(path: "README.md"), encoding: .utf8)
    let example = try String(
      contentsOf: SharedData.packageRoot.appending(path: "Tests/CoformatTests/ReadmeExample.swift"),
      encoding: .utf8)
    let blocks = readme.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks == [example])
  }

  @Test func `They convert a report`() throws {
    let folder = try TemporaryFolder()
    let report = try folder.write("report.md", "Hello, world.\n")
    try makeBraille(of: report, at: folder("report.brf"))
    #expect(try folder.contents("report.brf").contains(",HELLO1 _W4"))
    #expect(try folder.names == ["report.brf", "report.md"])
  }
}
