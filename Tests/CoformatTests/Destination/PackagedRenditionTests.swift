import Coformat
import Foundation
import TestSupport
import Testing

/// Renditions that are packages.
@Suite struct PackagedRenditionTests {
  private func rendition(_ paths: [String], storing first: String) -> Rendition {
    Rendition(
      artifacts: paths.map { Artifact(path: $0, mediaType: "text/plain", bytes: Array($0.utf8)) },
      containment: .zip(storing: first), summary: "")
  }

  @Test func theFirstPieceStandsPlainInTheBytes() throws {
    let bytes = try rendition(["mimetype", "a/b.txt"], storing: "mimetype").packaged()
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(String(decoding: bytes[30..<46], as: UTF8.self) == "mimetypemimetype")
    #expect(try rendition(["mimetype", "a/b.txt"], storing: "mimetype").packaged() == bytes)
  }

  @Test func whatIsNoPackageIsRefused() {
    #expect(throws: ConversionFailure.self) {
      try rendition(["a", "mimetype"], storing: "mimetype").packaged()
    }
    #expect(throws: ConversionFailure.self) { try rendition([], storing: "mimetype").packaged() }
    #expect(throws: ConversionFailure.self) { try rendition(["a", "../b"], storing: "a").packaged() }
    let folder = Rendition(artifacts: [], containment: .folder, summary: "")
    #expect(throws: ConversionFailure.self) { try folder.packaged() }
  }
}
