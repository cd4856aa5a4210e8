extension Division {
  /// The role of a division that holds one idea of easy read: the picture beside it, where there is one,
  /// and its sentences, each a paragraph of its own.
  public static let idea = "idea"
}
