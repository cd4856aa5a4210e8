/// How paragraphs stand that are set unlike the others; nil for as all are.
public struct ParagraphKindStyles: Codable, Hashable, Sendable {
  /// Paragraphs print sets without an indent, where it has both kinds (BANA Formats 1.9.3).
  public var blocked: ParagraphKindStyle?
  /// Paragraphs with a hanging indent.
  public var hanging: ParagraphKindStyle?
  /// Directions for an exercise. What they direct follows without a blank line.
  public var directions: ParagraphKindStyle?
  /// Who wrote what stands before it.
  public var attribution: ParagraphKindStyle?
}

/// How a paragraph stands.
public struct ParagraphKindStyle: Codable, Hashable, Sendable {
  public var position: CellPositions
  public var blankBefore: Int
}
