/// Unicode's Normalization Form C, which the text of web pages is to be in (W3C, Character Model).
public enum ComposedForm {
  /// Whether text is in the form already.
  public static func holds(_ text: String) -> Bool {
    // What is below this is in the form on its own and in any order; letters of India, Hebrew and others
    // above it may be written as one character or as several.
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return true }
    // So are dashes, quotation marks and the like.
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 || (0x2010...0x2027).contains($0.value) }) {
      return true
    }
    return text.allSatisfy { character in
      let scalars = character.unicodeScalars.map(\.value).prefix(CanonicalForm.marksLimit + 1)
      return scalars.allSatisfy { $0 < 0x300 } || CanonicalForm.inCompositionOrder(scalars) == Array(scalars)
    }
  }

  /// Whether a text, or one between the tags of markup, begins with a mark that belongs to a letter before it.
  public static func beginsWithMark(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return false }
    var isFirst = true
    for scalar in text.unicodeScalars {
      if isFirst, scalar.value >= 0x300, scalar.properties.generalCategory == .nonspacingMark { return true }
      isFirst = scalar == ">"
    }
    return false
  }
}
