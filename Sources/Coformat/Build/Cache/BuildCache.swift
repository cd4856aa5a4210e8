import BrailleTranslation
import Diagnostics
import JSONTree

/// What was made before, a file a report, so that what has not changed is not made again.
///
/// An entry holds digests of all a version was made from and of what was made. It is believed only as
/// far as the files are still of those digests, so that nothing that happens to it or to them can make a
/// build wrong: at worst a version is made once more. Entries are written whole or not at all.
struct BuildCache: Sendable {
  private let folder: String?
  /// The output folder, in the same words from wherever the program is run.
  private let output: String

  /// A cache in a folder, which is made.
  ///
  /// - Parameter folder: nil for no cache.
  init(_ folder: String?, output: String, log: inout DiagnosticLog) {
    self.output = Path.absolute(output)
    guard let folder else {
      self.folder = nil
      return
    }
    do throws(Platform.Failure) {
      try Platform.makeFolders(folder)
      self.folder = folder
    } catch {
      log.report(.buildCacheNotUsed(folder, error.reason))
      self.folder = nil
    }
  }

  /// Where entries are kept unless another folder is asked for.
  static var usualFolder: String? { Platform.cacheFolder.map { Path.join($0, "coformat/build") } }

  /// What was noted of a report; nil when nothing was, or it cannot be read.
  func record(of report: BuildPlan.Report) -> ReportRecord? {
    guard let path = path(of: report), let descriptor = try? Platform.openToRead(path) else { return nil }
    defer { try? Platform.close(descriptor) }
    guard let bytes = try? Platform.readAll(descriptor, expecting: 0, limit: 1 << 26),
      let json = try? JSONReader.read(bytes), let record = ReportRecord(json),
      record.relative == report.source.relative
    else { return nil }
    return record
  }

  /// Notes what became of a report. Not to be able to is no failure: it is only made again next time.
  func keep(_ record: ReportRecord, of report: BuildPlan.Report) {
    guard let path = path(of: report) else { return }
    try? AtomicFile.write(Array(record.json.text(.oneLine).utf8), to: path)
  }

  private func path(of report: BuildPlan.Report) -> String? {
    guard let folder else { return nil }
    var hash = SHA256()
    hash.add(part: output)
    hash.add(part: Path.absolute(report.source.path))
    hash.add(part: report.source.relative)
    return Path.join(folder, hash.finish() + ".json")
  }
}

extension BuildPlan {
  /// A digest of everything but files that decides what a version is.
  func key(of version: Version, _ report: Report) -> String {
    let selection = selection(of: report)
    var hash = SHA256()
    hash.add(part: Self.program)
    hash.add(part: Platform.variable("SOURCE_DATE_EPOCH") ?? "")
    hash.add(part: Platform.variable("LOUIS_TABLEPATH") ?? "")
    hash.add(part: selection.from ?? "")
    hash.add(part: version.renderer)
    hash.add(part: version.path)
    // Braille that nobody asked for is not the same where a language lacks a grade.
    if version.renderer == "braille", !version.isAsked { hash.add(part: "usual") }
    for (key, value) in version.options.sorted(by: { $0.key < $1.key }) {
      hash.add(part: key)
      hash.add(part: value)
    }
    let metadata = selection.metadata.filled(from: configuration.metadata)
    for (field, value) in metadata.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      hash.add(part: field.rawValue)
      hash.add(part: value)
    }
    return hash.finish()
  }

  /// Which program this is: its version and, since versions of somebody who works on it have the same
  /// number, its file; and which liblouis and tables braille is translated with.
  static let program: String = {
    var parts = [coformatVersion, BrailleTables.libraryVersion]
    for path in [Platform.program].compactMap(\.self) + BrailleTables.folders {
      if let stamp = try? Platform.stamp(path) { parts.append("\(stamp.size) \(stamp.modified)") }
    }
    return parts.joined(separator: " ")
  }()
}

extension VersionRecord {
  /// Whether this is still what a version is made of, and it is still there.
  ///
  /// - Parameters:
  ///   - key: what decides it besides files.
  ///   - output: the output folder.
  ///   - noted: when it was noted.
  ///   - inputs: what was found out about files that other versions are made of too.
  func holds(
    key: String, output: String, noted: Int, inputs known: inout [String: Bool]
  ) -> Staleness? {
    guard outcome == .made || outcome == .kept || isLasting else { return .failedBefore }
    guard self.key == key else { return .options }
    for input in inputs {
      let holds = known[input.path] ?? input.holds(noted: noted)
      known[input.path] = holds
      if !holds { return .input(input.path) }
    }
    for file in outputs {
      var place = file
      place.path = Path.join(output, file.path)
      if !place.holds(noted: noted) { return .output(file.path) }
    }
    return nil
  }
}

extension ReportRecord {
  /// Whether none of its files has to be read the next time to know that nothing has changed.
  var isSettled: Bool { versions.allSatisfy { $0.isSettled(noted) } }
}

extension VersionRecord {
  /// Whether its files had not been changed for long when it was noted.
  func isSettled(_ noted: Int) -> Bool { (inputs + outputs).allSatisfy { $0.isSettled(noted) } }
}

/// Why a version has to be made.
enum Staleness: Hashable, Sendable {
  /// Nothing is known of it.
  case new
  /// It could not be made last time.
  case failedBefore
  /// Options or the program are others.
  case options
  /// A file it is made from has changed.
  case input(String)
  /// What was made has changed or is gone.
  case output(String)
  /// Everything is to be made.
  case asked

  /// The reason in words.
  var words: String {
    switch self {
    case .new: "not made yet"
    case .failedBefore: "failed last time"
    case .options: "options or program changed"
    case .input(let path): "\(path) changed"
    case .output(let path): "\(path) is gone or changed"
    case .asked: "asked for"
    }
  }
}

extension Diagnostic {
  static func buildCacheNotUsed(_ folder: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "BLD-020", .warning,
      "nothing is kept for the next run, as \(quoted(folder, limit: 200)) cannot be used: \(reason)",
      hint: "name another folder with --cache")
  }
}
