import DocumentModel
import FoundationEssentials

/// The pictures of a page: in the page itself, or in files beside it.
struct PagePictures {
  /// The files beside the page; empty when the pictures are in it.
  private(set) var artifacts: [Artifact] = []
  private var addresses: [String: String] = [:]
  private let resources: [String: Resource]

  init(_ document: Document, placement: LargePrintOptions.Pictures) {
    resources = document.resourcesByName
    for (index, resource) in document.resources.enumerated() {
      switch placement {
      case .embedded:
        addresses[resource.name] =
          "data:\(resource.mediaType)\(resource.mediaType == Self.drawing ? Self.drawingName : "");base64,"
          + Data(resource.bytes).base64EncodedString()
      case .alongside:
        let path = "pictures/picture-\(index + 1).\(resource.fileExtension)"
        addresses[resource.name] = path
        artifacts.append(Artifact(path: path, mediaType: resource.mediaType, bytes: resource.bytes))
      }
    }
  }

  /// The media type of drawings, which are as sharp at any size.
  private static let drawing = "image/svg+xml"
  /// A parameter (RFC 2397, 3) that names the file, since checkers that count dots go by names.
  private static let drawingName = ";name=drawing.svg"

  /// What is done about a picture. One that carries no information is left out: it takes room that large
  /// print has little of, and a tagged PDF has no pictures without words.
  func choice(for image: Image) -> WebContentChoices.Picture {
    if image.alternative == .decorative { return .omitted }
    guard let address = addresses[image.source] else { return .absent }
    let size = resources[image.source]?.size
    return .shown(address: address, width: size?.width, height: size?.height)
  }

  /// The bytes of a drawing; nil for other pictures.
  func drawing(of image: Image) -> [UInt8]? {
    guard let resource = resources[image.source], resource.mediaType == Self.drawing else { return nil }
    return resource.bytes
  }

  /// The size of a picture's bytes, where it has one in dots.
  func dots(of image: Image) -> PixelSize? {
    guard let resource = resources[image.source], resource.mediaType != Self.drawing else { return nil }
    return resource.size
  }
}
