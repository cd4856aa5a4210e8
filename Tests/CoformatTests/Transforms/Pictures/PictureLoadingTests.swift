import Readers
import TestSupport
import Testing

@testable import Coformat

@Suite struct PictureLoadingTests {
  /// The smallest PNG there can be: one pixel.
  private static let png =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="

  private func load(
    _ sources: [String], in folder: String? = nil, resources: [Resource] = []
  ) throws -> (resources: [Resource], codes: [String]) {
    let images = sources.map { Inline.image(Image($0, alternative: .text("words"))) }
    let document = Document(blocks: [.paragraph(Paragraph(images))], resources: resources)
    var log = DiagnosticLog()
    let after = try Transform.pictures.apply(document, folder, &log)
    #expect(after.blocks == document.blocks)
    return (after.resources, log.diagnostics.map(\.code))
  }

  @Test func `A picture in its own address is read`() throws {
    let (resources, codes) = try load([Self.png, Self.png])
    #expect(codes == [])
    #expect(resources.map(\.mediaType) == ["image/png"])
    #expect(resources.first?.size == PixelSize(width: 1, height: 1))
    #expect(resources.first?.name == Self.png)
  }

  @Test func `What the bytes are counts, not the name`() throws {
    let bytes = try #require(DataAddress(Self.png)?.bytes)
    let folder = try TemporaryFolder()
    try folder.write("map.jpg", bytes: bytes)
    try folder.write("page.png", "<p>text</p>")
    try folder.write("paper.png", "%PDF-1.7")
    try folder.write("half.png", bytes: Array(bytes.prefix(20)))
    let (resources, codes) = try load(["map.jpg", "page.png", "paper.png", "half.png"], in: folder.path)
    #expect(resources.map(\.mediaType) == ["image/png"])
    #expect(resources.first?.bytes == bytes)
    #expect(codes == ["IMG-009", "IMG-009", "IMG-010"])
  }

  @Test func `A picture of a package is kept when it is used and is one`() throws {
    let bytes = try #require(DataAddress(Self.png)?.bytes)
    let made = [
      Resource(name: "media/a.png", mediaType: "", fileExtension: "", bytes: bytes),
      Resource(name: "media/b.emf", mediaType: "image/emf", fileExtension: "emf", bytes: [1, 0, 0, 0, 2, 0]),
      Resource(name: "media/unused.png", mediaType: "", fileExtension: "", bytes: bytes),
    ]
    let (resources, codes) = try load(["media/a.png", "media/b.emf"], in: "/", resources: made)
    #expect(resources.map(\.name) == ["media/a.png"])
    #expect(resources.first?.fileExtension == "png")
    #expect(codes == ["IMG-009"])
  }

  @Test func `Pictures over the limit are left out and named`() throws {
    let folder = try TemporaryFolder()
    let bytes = try #require(DataAddress(Self.png)?.bytes)
    for name in ["a.png", "b.png"] { try folder.write(name, bytes: bytes) }
    let images = ["a.png", "b.png"].map { Image($0, alternative: .missing) }
    var log = DiagnosticLog()
    var loading = PictureLoading(Document(), folder: folder.path, limit: bytes.count + 10)
    for image in images { loading.load(image, log: &log) }
    #expect(loading.resources.map(\.name) == ["a.png"])
    #expect(log.diagnostics.map(\.code) == ["IMG-008"])
  }

  @Test(arguments: ["data:image/png;base64,AAA=AAAA", "data:image/png;base64,A", "image/png;base64,AAAA"])
  func `Broken base64 is no picture`(address: String) { #expect(DataAddress(address) == nil) }

  @Test func `Base64 is decoded whatever its length`() {
    for (text, word) in [
      ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg", "foob"), ("Zm 9v%0AYmE=", "fooba"),
    ] {
      #expect(DataAddress("data:;base64,\(text)").map { String(decoding: $0.bytes, as: UTF8.self) } == word)
    }
  }

  @Test func `The size of each kind is read`() {
    let gif = Array("GIF89a".utf8) + [0x2C, 0x01, 0x90, 0x01, 0, 0, 0]
    #expect(PixelSize(of: gif, .gif) == PixelSize(width: 300, height: 400))
    let frame: [UInt8] = [
      0xFF, 0xC0, 0, 17, 8, 0x01, 0x90, 0x01, 0x2C, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
    ]
    #expect(PixelSize(of: [0xFF, 0xD8] + frame, .jpeg) == PixelSize(width: 300, height: 400))
    let turned: [UInt8] = [
      0xFF, 0xE1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0,
      3,
      0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
    ]
    #expect(PixelSize(of: [0xFF, 0xD8] + turned + frame, .jpeg) == PixelSize(width: 400, height: 300))
    let webP = Array("RIFF\0\0\0\0WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x2B, 1, 0, 0x8F, 1, 0]
    #expect(PixelSize(of: webP, .webP) == PixelSize(width: 300, height: 400))
    #expect(PixelSize(of: [0xFF, 0xD8, 0xFF], .jpeg) == nil)
  }
}
