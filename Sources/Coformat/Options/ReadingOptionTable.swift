extension OptionDefinition {
  /// Which format the input is in.
  public static let from = OptionDefinition(
    "from", letter: "f", .choice(Registry.standard.readers.map(\.name)),
    fallback: "told by name and content",
    help: "Format of the input, where its name and content do not tell.")
  /// What is done about bytes that are not valid.
  public static let lenient = OptionDefinition(
    "lenient", .flag,
    help: "Replace bytes that are not valid text, and say how many, instead of stopping at the first.")
  /// How much of a web page is read.
  public static let wholePage = OptionDefinition(
    "whole-page", .flag,
    help: "Of a web page keep everything: menus, cookie notices and all, not only the main content.")
  /// What becomes of comments in word processors' documents.
  public static let comments = OptionDefinition(
    "comments", .choice(ReadingOptions.Comments.allCases.map(\.rawValue)),
    fallback: ReadingOptions.Comments.leaveOut.rawValue,
    help:
      "Of a Word or OpenDocument text leave comments out, saying how many there are, or keep them as notes.")
  /// What becomes of tracked changes.
  public static let changes = OptionDefinition(
    "changes", .choice(ReadingOptions.Changes.allCases.map(\.rawValue)),
    fallback: ReadingOptions.Changes.accept.rawValue,
    help:
      "Of a Word or OpenDocument text accept tracked changes, reject them, or show what was inserted and deleted."
  )
}

extension ReadingOptions {
  /// The options of reading, as words.
  public static let table = OptionTable([.from, .lenient, .wholePage, .comments, .changes])
}
