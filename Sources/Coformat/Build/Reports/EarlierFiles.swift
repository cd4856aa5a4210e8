import Diagnostics
import JSONTree

/// Files in the output folder that earlier runs made, as `formats.json` says, and that no version is any
/// more: the report or the format is gone. `--prune` removes them and nothing else.
struct EarlierFiles {
  /// A file, and the version it belongs to.
  private struct Entry {
    var source: String
    var format: String
    var file: FileState
    /// Whether the version is still built, only not this time: it is remembered and stays.
    var isHeld = false
  }

  private let output: String
  private var entries: [Entry] = []

  /// The most bytes of `formats.json`.
  private static let maximumSize = 1 << 28

  /// What `formats.json` in a folder says was made. Where there is none, or it is not ours, nothing was.
  init(_ output: String) {
    self.output = output
    guard let descriptor = try? Platform.openToRead(Path.join(output, "formats.json")) else { return }
    defer { try? Platform.close(descriptor) }
    guard let bytes = try? Platform.readAll(descriptor, expecting: 0, limit: Self.maximumSize),
      let json = try? JSONReader.read(bytes), json["generator"]?.string?.hasPrefix("coformat ") == true
    else { return }
    for report in json["reports"]?.array ?? [] {
      for format in report["formats"]?.array ?? [] {
        for file in format["files"]?.array ?? [] {
          add(report["source"]?.string, format["format"]?.string, file)
        }
      }
    }
    for file in json["earlier"]?.array ?? [] { add(file["source"]?.string, file["format"]?.string, file) }
  }

  private mutating func add(_ source: String?, _ format: String?, _ json: JSONValue) {
    guard let source, let format, let path = json["path"]?.string, let digest = json["sha256"]?.string,
      !path.hasPrefix("/"), !path.split(separator: "/").contains("..")
    else { return }
    var file = FileState(path: path, digest: digest)
    file.size = json["size"]?.integer ?? 0
    entries.append(Entry(source: source, format: format, file: file))
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Leaves only what a run no longer makes and what is still there.
  ///
  /// - Parameters:
  ///   - paths: what it makes.
  ///   - versions: the versions it would make and could not, by source and format: their files stay.
  mutating func leave(out paths: Set<String>, _ versions: [String: Set<String>]) {
    entries.removeAll { entry in
      paths.contains(entry.file.path)
        || (try? Platform.stamp(Path.join(output, entry.file.path)))?.isFile != true
    }
    for index in entries.indices {
      entries[index].isHeld = versions[entries[index].source]?.contains(entries[index].format) == true
    }
  }

  /// The paths of what may go.
  var paths: [String] { entries.filter { !$0.isHeld }.map { Path.join(output, $0.file.path) } }

  /// Removes what is left, and folders that nothing is in then. What has been changed since it was made is
  /// somebody's own and stays.
  mutating func remove(log: inout DiagnosticLog) -> Int {
    var kept: [Entry] = []
    for entry in entries {
      guard !entry.isHeld else {
        kept.append(entry)
        continue
      }
      let path = Path.join(output, entry.file.path)
      guard FileState.now(path).digest == entry.file.digest else {
        log.report(.earlierFileChanged(path))
        kept.append(entry)
        continue
      }
      Platform.discard(path)
      var folder = Path.folder(of: entry.file.path)
      while folder != ".", !folder.isEmpty {
        // Only an empty one goes.
        Platform.discard(Path.join(output, folder))
        folder = Path.folder(of: folder)
      }
    }
    defer { entries = kept }
    return entries.count - kept.count
  }

  /// What is left as `formats.json` notes it for the next run; nil for nothing.
  var json: JSONValue? {
    guard !entries.isEmpty else { return nil }
    return .array(
      entries.map { entry in
        .members([
          "source": .string(entry.source), "format": .string(entry.format), "path": .string(entry.file.path),
          "size": .integer(entry.file.size), "sha256": entry.file.digest.map(JSONValue.string),
        ])
      })
  }
}

extension Diagnostic {
  static func earlierFileChanged(_ path: String) -> Diagnostic {
    Diagnostic(
      "BLD-038", .warning,
      "\(quoted(path, limit: 200)) is not removed, as it has been changed since it was made",
      hint: "remove it by hand if nobody needs it")
  }
}
