import DocumentModel

extension WordReading {
  /// Leads references to the blocks their bookmarks stand in.
  func settleReferences(in document: inout Document) {
    var settling = ReferenceSettling(bookmarks: bookmarks)
    document = settling.rewrite(document)
    for (name, range) in settling.missing { log.report(.bookmarkMissing(name, at: range)) }
  }
}
