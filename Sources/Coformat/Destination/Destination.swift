public import Diagnostics
public import Renderers

/// Where a rendition goes. Nothing else in coformat writes to the disk.
public enum Destination: Hashable, Sendable {
  /// The file at this path or, for a rendition of several pieces, the folder.
  case path(String)
  /// The standard output; only for a rendition of one piece.
  case standardOutput

  /// The name in messages.
  public var name: String {
    switch self {
    case .path(let path): path
    case .standardOutput: "standard output"
    }
  }

  /// Writes a rendition and its companions: all of it, or nothing. A file is written under another
  /// name in the same folder and then takes its own name, so that no one ever sees half of it; where
  /// there are companions all are written before any takes its name, and the rendition itself last.
  ///
  /// - Parameter inputs: what it is made from, which it must not replace.
  /// - Throws: `ConversionFailure` when it cannot be written, or would replace an input.
  public func write(_ rendition: Rendition, madeFrom inputs: [Input] = []) throws(ConversionFailure) {
    switch (self, rendition.containment) {
    case (.path(let path), .file):
      try write(try onlyPiece(of: rendition), with: rendition.companions, to: path, madeFrom: inputs)
    case (.path(let path), .zip):
      try write(try rendition.packaged(), with: rendition.companions, to: path, madeFrom: inputs)
    case (.path(let path), .numberedFiles):
      let paths = Self.numberedPaths(path, rendition)
      var files = zip(paths, rendition.artifacts).map { AtomicFile(path: $0, bytes: $1.bytes) }
      let beside = try companions(rendition.companions.map(\.fileExtension))
      files = zip(beside, rendition.companions).map { AtomicFile(path: $0, bytes: $1.bytes) } + files
      for file in files { try refuseToReplace(inputs, at: file.path) }
      try AtomicFile.write(files)
    case (.path(let path), .folder):
      guard rendition.companions.isEmpty else { throw ConversionFailure(.nothingToGoBeside(name)) }
      try AtomicFolder.write(rendition.artifacts, to: path)
    case (.standardOutput, .file):
      guard rendition.companions.isEmpty else { throw ConversionFailure(.nothingToGoBeside(name)) }
      try writeToStandardOutput(try onlyPiece(of: rendition))
    case (.standardOutput, .zip):
      guard rendition.companions.isEmpty else { throw ConversionFailure(.nothingToGoBeside(name)) }
      try writeToStandardOutput(try rendition.packaged())
    case (.standardOutput, .folder), (.standardOutput, .numberedFiles):
      throw ConversionFailure(.severalPiecesOnStandardOutput(rendition.artifacts.count))
    }
  }

  private func write(
    _ bytes: [UInt8], with companions: [Companion], to path: String, madeFrom inputs: [Input]
  ) throws(ConversionFailure) {
    let paths = try self.companions(companions.map(\.fileExtension))
    var files = zip(paths, companions).map { AtomicFile(path: $0, bytes: $1.bytes) }
    files.append(AtomicFile(path: path, bytes: bytes))
    for file in files { try refuseToReplace(inputs, at: file.path) }
    try AtomicFile.write(files)
  }

  /// The files of a rendition that is written under numbered names; empty for others.
  public func numberedFiles(of rendition: Rendition) -> [String] {
    guard case .path(let path) = self, rendition.containment == .numberedFiles else { return [] }
    return Self.numberedPaths(path, rendition)
  }

  private static func numberedPaths(_ path: String, _ rendition: Rendition) -> [String] {
    let count = rendition.artifacts.count
    return (0..<count).map { Path.numbered(path, $0 + 1, of: count) }
  }

  /// The paths of what goes beside the file, under the same name.
  ///
  /// - Parameter extensions: the extension of each, without the full stop.
  /// - Throws: `ConversionFailure` when there are any and the destination is no file.
  public func companions(_ extensions: [String]) throws(ConversionFailure) -> [String] {
    guard !extensions.isEmpty else { return [] }
    guard case .path(let path) = self, (try? Platform.status(path))?.kind ?? .file == .file else {
      throw ConversionFailure(.nothingToGoBeside(name))
    }
    return extensions.map { Path.companion(of: path, with: $0) }
  }

  /// Refuses a path that is one of the files the rendition is made from.
  package func refuseToReplace(_ inputs: [Input], at path: String) throws(ConversionFailure) {
    guard let place = try? Platform.status(path) else { return }
    for case .file(let input) in inputs
    where (try? Platform.status(input))?.identity == place.identity && place.kind == .file {
      throw ConversionFailure(.wouldReplaceInput(path))
    }
  }

  private func onlyPiece(of rendition: Rendition) throws(ConversionFailure) -> [UInt8] {
    guard let piece = rendition.artifacts.first, rendition.artifacts.count == 1 else {
      throw ConversionFailure(.notOnePiece(rendition.artifacts.count))
    }
    return piece.bytes
  }

  private func writeToStandardOutput(_ bytes: [UInt8]) throws(ConversionFailure) {
    do {
      try Platform.writeAll(bytes, to: 1)
    } catch {
      throw ConversionFailure(
        error.isClosedPipe ? .standardOutputClosed() : .cannotWriteStandardOutput(error.reason))
    }
  }
}
