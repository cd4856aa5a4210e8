public import Diagnostics

/// Where a person wants renditions to go, before it is known what they are made from.
public enum OutputChoice: Hashable, Sendable {
  /// Each beside its source, under the same name with another extension.
  case besideSource
  /// In this folder, which is made when it is not there.
  case folder(String)
  /// At this path.
  case path(String)
  /// On the standard output.
  case standardOutput

  /// Reads what stands after `-o`: `-` is the standard output, an existing folder or a path that
  /// ends with `/` is a folder.
  public init(argument: String?) {
    switch argument {
    case nil: self = .besideSource
    case "-": self = .standardOutput
    case let path? where path.hasSuffix("/") || (try? Platform.status(path))?.kind == .folder:
      self = .folder(path)
    case let path?: self = .path(path)
    }
  }

  /// Decides where the rendition of each input goes, before anything is read or written.
  ///
  /// - Parameters:
  ///   - fileExtension: what the renditions' names end in, without the full stop.
  ///   - companionExtensions: what the names of the files beside each end in.
  /// - Throws: `ConversionFailure` when two inputs would be written to one place, an input would be
  ///   replaced, or there is nothing for companions to go beside.
  public func destinations(
    for inputs: [Input], fileExtension: String, companionExtensions: [String] = []
  ) throws(ConversionFailure) -> [Destination] {
    if inputs.count > 1, case .path(let path) = self {
      throw ConversionFailure(.severalInputsOneOutput("the one file '\(path)'", count: inputs.count))
    }
    let destinations = inputs.map { destination(of: $0, fileExtension) }
    let onStandardOutput = destinations.count { $0 == .standardOutput }
    if onStandardOutput > 1 {
      throw ConversionFailure(.severalInputsOneOutput("standard output", count: onStandardOutput))
    }
    var claimed: [String: Input] = [:]
    for (input, destination) in zip(inputs, destinations) {
      let companions = try destination.companions(companionExtensions)
      guard case .path(let path) = destination else { continue }
      for path in [path] + companions {
        try destination.refuseToReplace(inputs, at: path)
        if let other = claimed.updateValue(input, forKey: Self.place(path)) {
          throw ConversionFailure(.sameOutput(path, other.name, input.name))
        }
      }
    }
    return destinations
  }

  /// The choice for something of another kind than was asked for: a path gets that kind's extension.
  public func renamed(to fileExtension: String) -> OutputChoice {
    guard case .path(let path) = self else { return self }
    return .path(Path.companion(of: path, with: fileExtension))
  }

  /// Makes the folder that was chosen, when there is one and it is not there yet.
  public func prepare() throws(ConversionFailure) {
    guard case .folder(let path) = self, (try? Platform.status(path)) == nil else { return }
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    try AtomicFile.orFailure(folder) { () throws(Platform.Failure) in try Platform.makeFolder(folder) }
  }

  private func destination(of input: Input, _ fileExtension: String) -> Destination {
    switch (self, input) {
    case (.standardOutput, _), (.besideSource, .standardInput): .standardOutput
    case (.path(let path), _): .path(path)
    case (.besideSource, .file(let source)):
      .path(Path.replacingExtension(of: Self.named(source), with: fileExtension))
    case (.besideSource, .source(let source)):
      .path(Path.replacingExtension(of: source.name, with: fileExtension))
    case (.folder(let folder), .standardInput): .path(Path.join(folder, "standard-input.\(fileExtension)"))
    case (.folder(let folder), .file(let source)):
      .path(
        Path.join(folder, Path.replacingExtension(of: Path.name(of: Self.named(source)), with: fileExtension))
      )
    case (.folder(let folder), .source(let source)):
      .path(Path.join(folder, Path.replacingExtension(of: Path.name(of: source.name), with: fileExtension)))
    }
  }

  /// The path of an input as one that ends in its name: a folder may be given as `book/` or as `.`.
  private static func named(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return ["", ".", "..", "/"].contains(Path.name(of: path)) ? Platform.resolved(path) ?? path : path
  }

  /// One spelling for all the names of a place, whether anything is there or not.
  package static func place(_ path: String) -> String {
    let folder = Platform.resolved(Path.folder(of: path)) ?? Path.folder(of: path)
    let place = Path.join(folder, Path.name(of: path))
    #if os(macOS)
      return place.lowercased()  // its file system takes upper and lower case for the same
    #else
      return place
    #endif
  }
}
