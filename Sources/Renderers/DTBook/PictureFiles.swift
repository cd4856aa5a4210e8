import DocumentModel

/// The files pictures have in a book: short names of ASCII, in the order the pictures are met.
final class PictureFiles {
  /// What becomes of pictures.
  enum Policy {
    /// They stay where they are, and the book names them as the source does.
    case linked
    /// They are in the package, where their media type is one of these.
    case packaged(Set<String>)
  }

  /// A picture in the package.
  struct File {
    var name: String
    var resource: Resource
  }

  /// Where a picture is to be found.
  enum Place {
    /// At this address.
    case at(String, size: PixelSize?)
    /// Nowhere: its bytes were not found, which has been reported.
    case missing
    /// Its bytes are of a kind the format has no place for.
    case unsuitable(String)
  }

  let policy: Policy
  private let resources: [String: Resource]
  private var names: [String: String] = [:]
  /// The pictures the book shows.
  private(set) var files: [File] = []
  /// The names of the drawings of formulas, by what they are.
  private var drawings: [[UInt8]: String] = [:]

  init(_ policy: Policy, _ document: Document) {
    self.policy = policy
    resources = document.resourcesByName
  }

  /// Where a picture is; asking puts it in the package.
  func place(of image: Image) -> Place {
    let resource = resources[image.source]
    switch policy {
    case .linked:
      let address = image.source.asciiAddress
      // A player that opens the book must not be sent to a network, or about the disk it is on.
      guard !address.isEmpty, resource != nil || image.isBesideDocument,
        !address.hasPrefix("data:")
      else { return .missing }
      return .at(address, size: resource?.size)
    case .packaged(let types):
      guard let resource else { return .missing }
      guard types.contains(resource.mediaType) else { return .unsuitable(resource.mediaType) }
      if let name = names[image.source] { return .at(name, size: resource.size) }
      let name = "image\(names.count + 1).\(resource.fileExtension)"
      names[image.source] = name
      files.append(File(name: name, resource: resource))
      return .at(name, size: resource.size)
    }
  }

  /// Puts a drawing the program made in the package, once.
  func add(drawing bytes: [UInt8]) -> String {
    if let name = drawings[bytes] { return name }
    let name = "formula\(drawings.count + 1).svg"
    drawings[bytes] = name
    let resource = Resource(name: name, mediaType: "image/svg+xml", fileExtension: "svg", bytes: bytes)
    files.append(File(name: name, resource: resource))
    return name
  }
}
