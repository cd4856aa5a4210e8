import Diagnostics
import DocumentModel

/// The pictures of a document that an EPUB can hold, under names of the program's own.
struct EPUBPictures: Sendable {
  /// A picture in the package.
  struct Picture: Sendable {
    /// The path from the folder of the content.
    var path: String
    var resource: Resource
  }

  /// The pictures in the order the document shows them, each once.
  let pictures: [Picture]
  private let bySource: [String: Int]

  /// Media types any reading system shows (EPUB 3.3, 3.2).
  static let coreTypes: Set<String> = [
    "image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/webp",
  ]

  init(_ document: Document, log: inout DiagnosticLog) {
    let resources = document.resourcesByName
    var pictures: [Picture] = []
    var bySource: [String: Int] = [:]
    var refused: [String: SourceRange?] = [:]
    document.walk { node in
      guard case .inline(.image(let image)) = node, bySource[image.source] == nil,
        let resource = resources[image.source]
      else { return }
      guard Self.coreTypes.contains(resource.mediaType) else {
        refused[image.source] = image.info.range
        return
      }
      bySource[image.source] = pictures.count
      pictures.append(
        Picture(
          path: "images/picture-\(pictures.count + 1).\(resource.fileExtension)", resource: resource))
    }
    for (source, range) in refused.sorted(by: { $0.key < $1.key }) {
      log.report(.pictureType(source, resources[source]?.mediaType ?? "", at: range))
    }
    self.pictures = pictures
    self.bySource = bySource
  }

  /// What is done about a picture of the document.
  subscript(image: Image) -> WebContentChoices.Picture {
    guard let index = bySource[image.source] else { return .absent }
    let picture = pictures[index]
    return .shown(
      address: picture.path, width: picture.resource.size?.width, height: picture.resource.size?.height)
  }
}
