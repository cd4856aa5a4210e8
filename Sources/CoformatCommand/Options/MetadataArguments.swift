import ArgumentParser
import Coformat

/// What is said of a publication in the place of what its source says, as it is typed.
struct MetadataArguments: ParsableArguments {
  @Option(.title) var title: String?
  @Option(.author) var author: String?
  @Option(.language) var language: String?
  @Option(.publisher) var publisher: String?
  @Option(.identifier) var identifier: String?
  @Option(.date) var date: String?

  var values: [String: String?] {
    [
      "title": title, "author": author, "language": language, "publisher": publisher,
      "identifier": identifier, "date": date,
    ]
  }
}
