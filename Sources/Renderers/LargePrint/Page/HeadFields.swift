import DocumentModel

/// What is said of a document in no line of its text, as the `meta` elements of a page's head.
///
/// WeasyPrint makes `author`, `description` and `keywords` into what PDF has names for. Of every other name it
/// keeps the ASCII letters and digits in lower case, as an entry of the information dictionary
/// (ISO 32000-1, 14.3.3), and the first or the last value where several names come to the same: so each gets
/// one of its own, and a value goes with its name where that would be lost.
struct HeadFields {
  let metadata: Metadata

  /// Names and contents, none of them blank.
  func fields(for medium: PageRefinement.Medium) -> [(name: String, content: String)] {
    var fields = metadata.authors.map { (name: "author", content: $0) }
    if medium == .html { fields += named("dcterms.contributor", metadata.contributors) }
    fields += named("description", [metadata.description])
    if !metadata.subjects.isEmpty { fields += named("keywords", [metadata.subjects.joined(separator: ", ")]) }
    switch medium {
    case .html:
      fields += named("dcterms.identifier", [metadata.identifier])
      fields += named("dcterms.rights", [metadata.rights])
      fields += named("dcterms.source", [metadata.sourceEdition])
      fields += metadata.other.map { ("source:" + ($0.name.nonBlank ?? "field"), $0.value) }
    case .pdf:
      fields += entries
    }
    return fields.filter { !$0.content.allSatisfy(\.isWhitespace) }
  }

  private func named(_ name: String, _ contents: [String?]) -> [(name: String, content: String)] {
    contents.compactMap { content in content.map { (name, $0) } }
  }

  /// The entries of a PDF's information dictionary that PDF has no names for.
  private var entries: [(name: String, content: String)] {
    var entries = named("contributors", [metadata.contributors.joined(separator: "; ")])
    entries += named("identifier", [metadata.identifier])
    entries += named("rights", [metadata.rights])
    entries += named("source", [metadata.sourceEdition])
    var taken: Set<String> = ["source"]
    for field in metadata.other {
      let kept = field.name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      var name = "source" + kept
      var number = 1
      while !taken.insert(name).inserted {
        number += 1
        name = "source\(kept)\(number)"
      }
      let isWhole = field.name.isEmpty || field.name.lowercased() == kept
      entries.append((name, isWhole ? field.value : "\(field.name): \(field.value)"))
    }
    return entries
  }
}
