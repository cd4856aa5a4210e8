import Diagnostics
import Testing

@Suite("Words of a source in messages")
struct QuotingTests {
  @Test("On one line, cut, and harmless")
  func quotes() {
    #expect(quoted(" a \n b ") == "\"a b\"")
    #expect(quoted("abcdef", limit: 3) == "\"abc…\"")
    #expect(quoted("a\u{1B}[2J\u{202E}b") == "\"a<U+001B>[2J<U+202E>b\"")
    #expect(quoted("क्\u{200D}ष") == "\"क्\u{200D}ष\"")
  }
}
