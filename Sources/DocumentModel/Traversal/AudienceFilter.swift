extension Document {
  /// The document as one format shows it: nodes meant for other formats are gone.
  ///
  /// - Returns: the document, and what the nodes left out carried, in order.
  public func keeping(for format: Format) -> (document: Document, leftOut: [NodeInfo]) {
    var filter = AudienceFilter(format: format)
    let document = filter.rewrite(self)
    return (document, filter.leftOut)
  }
}

/// Leaves out the nodes a format does not show.
private struct AudienceFilter: Rewriter {
  let format: Format
  var leftOut: [NodeInfo] = []

  mutating func keeps(_ info: NodeInfo) -> Bool {
    guard let audience = info.audience, !audience.includes(format) else { return true }
    leftOut.append(info)
    return false
  }
}
