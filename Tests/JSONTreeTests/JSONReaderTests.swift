import JSONTree
import Testing

@Suite struct JSONReaderTests {
  @Test func `Every kind of value is read`() throws {
    let text = #" {"a": [null, true, false, -12, 0.5, 1e3, "x"], "a": {}, "b": []} "#
    let value = try JSONReader.read(Array(text.utf8))
    let values: [JSONValue] = [
      .null, .boolean(true), .boolean(false), .integer(-12), .decimal(0.5), .decimal(1000), .string("x"),
    ]
    #expect(value["a"] == .array(values))
    #expect(value["b"] == .array([]))
    #expect(value.object?.map(\.name) == ["a", "a", "b"])
    #expect(value["c"] == nil)
  }

  @Test(arguments: [
    (#""\u00e9\n\/""#, "é\n/"), (#""\ud83d\ude00""#, "😀"), (#""\ud83dx""#, "\u{FFFD}x"),
    (#""\ude00""#, "\u{FFFD}"), (#""\ud83d\u0041""#, "\u{FFFD}A"), ("\"ŵ\"", "ŵ"),
  ])
  func `Escapes stand for what they stand for`(text: String, expected: String) throws {
    #expect(try JSONReader.read(Array(text.utf8)).string == expected)
  }

  @Test(arguments: [
    "", "[", "[1,]", "{\"a\"}", "{a:1}", "01", "1.", "-", "1e", "tru", "\"", "\"\\x\"", "\"\\u12\"",
    "[1] 2", "\"\n\"", "1e999", "nul",
  ])
  func `What is not JSON is refused`(text: String) {
    #expect(throws: JSONProblem.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func `Invalid UTF-8 is refused`() {
    #expect(throws: JSONProblem.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }

  @Test func `A problem says where it is`() {
    let problem = #expect(throws: JSONProblem.self) {
      try JSONReader.read(Array("{\n  \"a\": ?\n}".utf8))
    }
    #expect(problem?.line == 2)
    #expect(problem?.column == 8)
  }

  @Test func `Depth is bounded`() throws {
    let deep = { (depth: Int) in
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONReader.read(deep(512))
    #expect(throws: JSONProblem.self) { try JSONReader.read(deep(100_000)) }
  }

  @Test func `What is written is read again`() throws {
    let value = JSONValue.members([
      "text": .string("a\"\\\u{1}\u{2028}ŵ😀"), "numbers": .array([.integer(-3), .decimal(0.1)]),
      "nothing": .null, "yes": .boolean(true),
    ])
    for style in [JSONValue.Style.oneLine, .indented] {
      #expect(try JSONReader.read(Array(value.text(style).utf8)) == value)
    }
  }
}
