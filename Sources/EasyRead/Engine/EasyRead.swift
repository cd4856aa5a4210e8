public import DocumentModel

/// Easy read: short sentences, one idea a line, common words, hard words explained.
///
/// It makes a draft for people to check. What it may change by itself, what it offers and what it only
/// warns about are the classes of ``EditClass``; every change is in the result and can be undone.
public enum EasyRead {
  /// Makes a draft.
  ///
  /// Nothing is left out: what easy read does not change (tables, quotations, code, formulas) is kept as
  /// it is. The same document and options give the same draft, and a draft is its own draft.
  public static func simplify(
    _ document: Document, options: EasyReadOptions = EasyReadOptions()
  ) -> EasyReadResult {
    var pass = DocumentPass(document, options)
    return pass.run()
  }
}
