import Testing

@testable import Coformat

@Suite struct ImageAddressTests {
  @Test(arguments: [
    ("map.png", "map.png"), ("./images/map.png", "images/map.png"), ("images/../map.png", "map.png"),
    ("a%20map.png", "a map.png"), ("x.png?../../etc/passwd#f", "x.png"), ("ab:c.png#d", nil),
    ("images\\map.png", "images/map.png"), ("100%.png", "100%.png"), ("a%+5.png", "a%+5.png"),
  ])
  func `An address below the folder is a path`(address: String, path: String?) {
    #expect(ImageAddress(address) == (path.map(ImageAddress.below) ?? .remote))
  }

  @Test(arguments: [
    "/etc/passwd", "file:///etc/passwd", "FILE:/etc/passwd", "../map.png", "a/../../map.png",
    "..%2f..%2fetc%2fpasswd", "%2Fetc/passwd", "C:\\Windows\\win.ini", "c:/x.png", "..\\x.png", "~/x.png",
  ])
  func `An address that leaves the folder is outside`(address: String) {
    #expect(ImageAddress(address) == .outside)
  }

  @Test(arguments: [
    "http://127.0.0.1:9/a.png", "HTTPS://x/y.png", "//127.0.0.1:9/a.png", "ftp://x/a.png",
    "\\\\127.0.0.1\\share\\x.png", "javascript:alert(1)",
  ])
  func `An address with a scheme or a host is remote`(address: String) {
    #expect(ImageAddress(address) == .remote)
  }

  @Test func `An address that holds its own bytes is embedded, when it can be`() {
    #expect(ImageAddress("data:image/png;base64,iVBORw0KGgo=") == .embedded)
    #expect(ImageAddress("data:image/svg+xml,%3Csvg/%3E") == .embedded)
    #expect(ImageAddress("data:image/png;base64,!!!!") == .embeddedBroken)
    #expect(ImageAddress("data:image/png") == .embeddedBroken)
    #expect(ImageAddress("data:,") == .embeddedBroken)
  }

  @Test func `No address is no address`() {
    #expect(ImageAddress("") == .empty)
    #expect(ImageAddress("  ") == .empty)
    #expect(ImageAddress("#top") == .empty)
  }
}
