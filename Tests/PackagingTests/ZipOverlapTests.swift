import Packaging
import Testing

@Suite struct ZipOverlapTests {
  private func zip() throws -> [UInt8] {
    try ZipWriter.zip(["a", "b"].map { PackageFile(path: $0, bytes: Array("words of \($0)".utf8)) })
  }

  /// Where the last entry of the central directory begins.
  private func lastEntry(of bytes: [UInt8]) throws -> Int {
    let signature: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    return try #require(bytes.indices.last { bytes[$0...].starts(with: signature) })
  }

  @Test func `Files that share bytes are refused`() throws {
    var bytes = try zip()
    let entry = try lastEntry(of: bytes)
    for place in 42..<46 { bytes[entry + place] = 0 }
    for consistency in [ZipReader.Consistency.exact, .readable] {
      #expect(throws: PackageFault.self) { try ZipReader(consistency: consistency).read(bytes) }
    }
  }

  @Test func `Only the files wanted are unpacked, and all are named`() throws {
    let package = try ZipReader().read(zip()) { $0 == "b" }
    #expect(package.files.map(\.path) == ["a", "b"])
    #expect(package.files.map(\.bytes) == [[], Array("words of b".utf8)])
  }
}
