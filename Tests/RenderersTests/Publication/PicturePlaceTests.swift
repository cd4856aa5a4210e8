import DocumentModel
import Testing

@testable import Renderers

/// Which addresses of pictures lead to files beside a document.
@Suite struct PicturePlaceTests {
  @Test(arguments: ["p.png", "images/a b.png", "../p.png", "./a:b.png", "a/b:c.png", "p.png?x=http://a"])
  func beside(source: String) { #expect(Image(source, alternative: .missing).isBesideDocument) }

  @Test(arguments: [
    "http://a.example/p.png", "//a.example/p.png", "file:///etc/passwd", "/etc/passwd", "\\\\host\\p.png",
    "C:\\p.png", " javascript:x", "data:image/png;base64,AA",
  ])
  func elsewhere(source: String) { #expect(!Image(source, alternative: .missing).isBesideDocument) }
}
