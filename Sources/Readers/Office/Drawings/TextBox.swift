import Diagnostics
import DocumentModel

extension [Block] {
  /// What a text box holds: set apart, unless it is nothing but a picture or a table.
  func boxed(at range: SourceRange?) -> [Block] {
    if isEmpty { return [] }
    if count == 1 {
      switch self[0] {
      case .paragraph(let paragraph) where paragraph.inlines.isPicture: return self
      case .figure, .table, .aside: return self
      case .heading, .paragraph, .list, .definitionList, .blockQuote, .code, .lineGroup, .mathematics,
        .separator, .pageBreak, .division:
        break
      }
    }
    return [.aside(Aside(.sidebar, self, info: NodeInfo(range: range)))]
  }
}

extension String {
  /// Whether an alternative text is no words: the name of a picture's file, or an address.
  var looksLikeFileName: Bool {
    let text = lowercased()
    if text.contains(" ") { return false }
    return ["http://", "https://", "file:"].contains(where: text.hasPrefix)
      || [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp"]
        .contains(where: text.hasSuffix)
      || text.allSatisfy { $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// The kind of a picture only office programs show, by the ending of its name; nil for any other.
  var officePictureFormat: String? {
    let ending = split(separator: ".").last.map { $0.uppercased() } ?? ""
    return contains(".") && ["EMF", "WMF", "EMZ", "WMZ", "SVM", "PCT", "PICT"].contains(ending) ? ending : nil
  }
}
