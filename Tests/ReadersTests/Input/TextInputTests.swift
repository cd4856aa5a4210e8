import Diagnostics
import Testing

@testable import Readers

@Suite("Text from bytes")
struct TextInputTests {
  private func read(
    _ bytes: [UInt8], html: Bool = false, _ invalid: ReadingOptions.InvalidBytes = .refuse
  ) -> (text: String?, codes: [String], message: String) {
    var log = DiagnosticLog()
    do throws(ConversionFailure) {
      let input = try TextInput(
        Source(name: "t", bytes: bytes), declaredBy: html ? .html : .none,
        options: ReadingOptions(invalidBytes: invalid), log: &log)
      return (
        String(decoding: input.bytes, as: UTF8.self), log.diagnostics.map(\.code),
        log.diagnostics.first?.message ?? ""
      )
    } catch {
      return (nil, [error.diagnostic.code], error.diagnostic.message)
    }
  }

  private func bytes(_ text: String, _ more: [UInt8] = []) -> [UInt8] { Array(text.utf8) + more }

  @Test("Byte order marks")
  func marks() {
    #expect(read([0xEF, 0xBB, 0xBF] + bytes("é")).text == "é")
    let utf16 = Array("é𝄞".utf16)
    #expect(read([0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).text == "é𝄞")
    #expect(read([0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).text == "é𝄞")
    #expect(read([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]).text == "A")
    #expect(read([0, 0, 0xFE, 0xFF, 0, 1, 0xD1, 0x1E]).text == "𝄞")
    #expect(
      read([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]).message == "not valid UTF-16 at byte 2 (1 place in all)")
    #expect(read(bytes("a b c d").flatMap { [$0, 0] }).codes == ["IN-004"])
  }

  @Test("Invalid bytes are refused with their offset, or replaced and counted")
  func invalid() {
    let source: [UInt8] = bytes("caf") + [0xE9] + bytes(" \u{10FFFF} ") + [0xED, 0xA0, 0x80] + [0xF0, 0x9F]
    let strict = read(source)
    #expect(strict.codes == ["IN-002"])
    #expect(strict.message == "not valid UTF-8 at byte 3 (5 places in all)")
    let lenient = read(source, .replace)
    #expect(lenient.text == "caf\u{FFFD} \u{10FFFF} \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(lenient.codes == ["IN-003"])
    #expect(lenient.text.map { $0.unicodeScalars.count { $0 == "\u{FFFD}" } } == 5)
    #expect(read([0xEF, 0xBB, 0xBF, 0x61, 0xFF]).message.contains("byte 4"))
  }

  @Test("Declared encodings, by the labels of the Encoding Standard")
  func declared() {
    #expect(
      read(bytes("<meta charset=latin1>caf", [0xE9, 0x93]), html: true).text?.hasSuffix("café“") == true)
    #expect(
      read(
        bytes("<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>", [0xC4, 0xE0]),
        html: true
      )
      .text?.hasSuffix("Да") == true)
    #expect(
      read(bytes("<?xml version='1.0' encoding='Shift_JIS'?>", [0x93, 0xFA, 0x96, 0x7B]), html: true)
        .text?.hasSuffix("日本") == true)
    #expect(
      read(bytes("<!-- <meta charset=koi8-r> --><meta charset=utf-8>é"), html: true).text?.hasSuffix("é")
        == true)
    #expect(read(bytes("<meta charset=nonsense>", [0xE9]), html: true).codes == ["IN-005"])
    #expect(read(bytes("<meta charset=latin1>", [0xE9])).codes == ["IN-002"])
  }

  @Test("A declaration that is not so")
  func lies() {
    #expect(
      read(bytes("<meta charset=utf-8>", [0xE9]), html: true).message
        == "not valid UTF-8 at byte 20 (1 place in all)")
    let latin = read(bytes("<meta charset=latin1>é"), html: true)
    #expect(latin.text?.hasSuffix("é") == true)
    #expect(latin.codes == ["IN-006"])
    #expect(read([0xEF, 0xBB, 0xBF] + bytes("<meta charset=latin1>é"), html: true).codes == [])
    let japanese = read(bytes("<meta charset=euc-jp>", [0xFF, 0x41]), html: true)
    #expect(japanese.message.contains("byte 21"))
    let replaced = read(bytes("<meta charset=euc-jp>", [0xFF, 0x41]), html: true, .replace)
    #expect(replaced.text?.hasSuffix("\u{FFFD}A") == true)
  }

  @Test("Control characters go, and no message shows them")
  func controls() {
    let escape = read(bytes("a\u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{7}b\u{8}\u{C}c"))
    #expect(escape.text == "ared b c")
    #expect(escape.codes == ["IN-009"])
    #expect(!escape.message.unicodeScalars.contains { $0.value < 0x20 })
    let null = read(bytes("a\u{0}b"))
    #expect(null.text == "a\u{FFFD}b")
    #expect(null.codes == ["IN-008"])
    #expect(read(bytes("a\tb\r\nc\u{85}d\u{9F}")).text == "a\tb\r\nc d")
    #expect(read(bytes("a\u{1B}[")).text == "a[")
  }

  @Test("Nothing but white space", arguments: ["", "\u{FEFF}", " \n\t\u{A0}\n"])
  func empty(_ text: String) { #expect(read(bytes(text)).codes == ["IN-007"]) }

  @Test(
    "What is not text is named",
    arguments: [
      ("%PDF-1.7\n", ContentKind.pdf), ("{\\rtf1 a}", .richText), ("GIF89a", .gif), ("plain", .text),
      ("", .empty),
      ("PK\u{3}\u{4}0000mimetypeapplication/epub+zip", .epub),
      ("PK\u{3}\u{4}0000mimetypeapplication/vnd.oasis.opendocument.textPK", .openDocumentText),
      ("PK\u{3}\u{4}[Content_Types].xml…word/document.xml", .wordDocument), ("PK\u{3}\u{4}x", .zip),
      ("a report about %PDF-1.7 files", .text),
    ])
  func kinds(_ text: String, _ kind: ContentKind) { #expect(sniff(Array(text.utf8)) == kind) }

  @Test("Bytes that are no text")
  func binary() {
    #expect(sniff([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .png)
    #expect(sniff([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .oldOffice)
    #expect(sniff((0...255).map { UInt8($0) }) == .binary)
    #expect(sniff(Array("abc\u{0}de\n".utf8)) == .text)
    #expect(read([0x1F, 0x8B, 8, 0]).message == "this is a gzip archive, not text")
  }
}
