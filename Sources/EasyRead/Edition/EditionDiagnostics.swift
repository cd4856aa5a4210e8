import Diagnostics

extension Diagnostic {
  static func emptySlots(_ count: Int, of all: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "EZA-020", .warning, "\(count) of \(all) ideas have no picture beside them",
      hint:
        "name pictures in the author file, or a folder of them with --pictures; a review page lists the ideas",
      at: range)
  }

  static func pictureWithoutWords(_ file: String, at place: AuthorFile.Place) -> Diagnostic {
    var diagnostic = Diagnostic(
      "EZA-021", .note, "the picture \(quoted(file, limit: 80)) has no description and counts as decoration",
      hint: "add 'description' if it says more than the words beside it", at: place.range)
    diagnostic.source = place.source
    return diagnostic
  }
}
