import Diagnostics

/// The long addresses of links and pictures. A link definition of 40 kB that 10,000 references repeat
/// would fill memory, so each is kept once, and all that is made of them together is bounded.
struct AddressPool {
  /// Addresses up to this many bytes are not watched.
  private static let shortest = 256
  /// How many bytes of long addresses all links and pictures together may lead to.
  private static let maximumTotal = 8 << 20

  private var known: Set<String> = []
  private var total = 0
  var saidTooMuch = false

  /// The address; nil when there has been too much.
  mutating func string(_ address: UnsafePointer<CChar>?) -> String? {
    guard let address else { return "" }
    let string = String(cString: address)
    guard string.utf8.count > Self.shortest else { return string }
    total += string.utf8.count
    guard total <= Self.maximumTotal else { return nil }
    return known.insert(string).memberAfterInsert
  }
}

extension MarkdownConverter {
  /// The address of a link or a picture; nil, which is said once, when long addresses are repeated
  /// without end.
  mutating func address(of node: MarkdownNode) -> String? {
    if let address = addresses.string(node.address) { return address }
    if !addresses.saidTooMuch {
      addresses.saidTooMuch = true
      log.report(.addressesTooLong(at: text.range(cursorInSource..<cursorInSource)))
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func addressesTooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "MD-006", .warning,
      "links repeat long addresses without end; from here on they are kept without their address",
      hint: "shorten the address in the link definition", at: range)
  }
}
