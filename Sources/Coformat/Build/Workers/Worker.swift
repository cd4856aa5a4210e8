import Diagnostics
import DocumentModel
import JSONTree
import Renderers

/// The work of a process of its own: orders come in on standard input, a line each, and news of them
/// goes out on standard output.
///
/// liblouis is not safe to use from two threads, and a file somebody sent may bring a C library down: so
/// each report is read and rendered where nothing else can be hurt.
package struct Worker {
  private let registry: Registry

  /// A document as renditions show it that have pictures: with their bytes, what was said of them, and
  /// the files that were looked for.
  private struct Shown {
    var document: Document
    var log: DiagnosticLog
    var inputs: [String]
  }

  /// Makes a worker.
  package init(registry: Registry = .standard) { self.registry = registry }

  /// Works until there are no more orders.
  ///
  /// - Parameter memory: how many bytes of memory the process may take; nil for any number.
  /// - Throws: when an order is none, or nobody hears the news.
  package func run(memory: Int?) throws(ConversionFailure) {
    if let memory { Platform.limitMemory(memory) }
    var lines = LineReader(descriptor: 0)
    while let line = lines.next() {
      guard let json = try? JSONReader.read(line), let order = WorkOrder(json) else {
        throw ConversionFailure(.workOrderBroken())
      }
      try work(order)
    }
  }

  private func tell(_ news: WorkNews) throws(ConversionFailure) {
    do throws(Platform.Failure) {
      try Platform.writeAll(Array((news.json.text(.oneLine) + "\n").utf8), to: 1)
    } catch {
      throw ConversionFailure(.standardOutputClosed())
    }
  }

  private func work(_ order: WorkOrder) throws(ConversionFailure) {
    var log = DiagnosticLog(source: order.source)
    var inputs = Inputs(order.source)
    LookedFor.begin()
    let reading: Reading
    do {
      reading = try read(order, log: &log)
    } catch {
      inputs.paths += LookedFor.end()
      log.report(error.diagnostic)
      // What an earlier build made may be removed, and then there is less to say.
      let stays = order.versions.count { noteEarlier($0, of: order, log: &log) }
      try tell(.unread(log.listed, inputs: stays == 0 ? inputs.states(for: order, log: &log) : []))
      return try tell(.finished)
    }
    inputs.paths += LookedFor.end()
    var record = reading.record
    record.diagnostics = log.listed
    try tell(.read(record))
    var shown: Shown?
    for version in order.versions {
      try tell(.begun(version.format))
      try tell(.done(make(version, order, reading, inputs, &shown)))
    }
    try tell(.finished)
  }

  /// Says that the file of an earlier build stays where a version cannot be made any more.
  private func noteEarlier(
    _ version: WorkOrder.Version, of order: WorkOrder, log: inout DiagnosticLog
  ) -> Bool {
    let path = Path.join(order.output, version.path)
    guard (try? Platform.status(path)) != nil else { return false }
    log.report(.earlierVersionStays(path))
    return true
  }

  /// A document, and what is needed to render it.
  private struct Reading {
    var document: Document
    var folder: String?
    var record: ReportRecord
  }

  private func read(_ order: WorkOrder, log: inout DiagnosticLog) throws(ConversionFailure) -> Reading {
    var plan = try Plan(.file(order.source), to: .tree(), from: order.from, registry: registry)
    plan.transforms = []
    var (document, folder) = try plan.read(log: &log)
    order.metadata.apply(to: &document.metadata)
    var record = ReportRecord(source: order.source, relative: order.source)
    record.title = document.metadata.title ?? document.firstHeading
    record.language = document.metadata.language?.description
    record.date = document.metadata.date
    record.description = document.metadata.description
    record.words = document.wordCount
    return Reading(document: document, folder: folder, record: record)
  }

  private func make(
    _ version: WorkOrder.Version, _ order: WorkOrder, _ reading: Reading, _ inputs: Inputs,
    _ shown: inout Shown?
  ) -> VersionRecord {
    var version = version
    var record = VersionRecord(format: version.format, outcome: .failed, key: version.key)
    // A voice may fail once and not again.
    record.isLasting = version.options["narrate"] == nil
    var log = DiagnosticLog(source: order.source)
    let began = Platform.now()
    LookedFor.begin()
    do {
      let rendition = try renderWhatThereIs(&version, order, reading, &shown, log: &log)
      if let grade = rendition.grade {
        record.contraction = grade.contraction
        version.options["grade"] = grade.grade
      }
      record.options = version.options
      // From here on it is the disk that may fail, and not the report.
      record.isLasting = false
      record.outputs = try Publication(order: order, version: version).publish(rendition)
      record.summary = rendition.summary
      record.pages = rendition.embossing?.pages
      record.volumes = rendition.embossing?.volumes
      record.words = rendition.wordCount
      record.outcome = .made
    } catch {
      record.absence = absence(of: version, error)
      if let absence = record.absence {
        record.outcome = .absent
        log.report(.notInLanguage(absence, reading.document.metadata.language))
      } else {
        log.report(error.diagnostic)
      }
      if noteEarlier(version, of: order, log: &log) { record.isLasting = false }
    }
    var inputs = inputs
    inputs.paths += (shown?.inputs ?? []) + LookedFor.end()
    record.inputs = inputs.states(for: order, besides: record.outputs.map(\.path) + [version.path], log: &log)
    record.diagnostics = log.listed
    record.milliseconds = (Platform.now() - began) / 1_000_000
    return record
  }

  /// Renders a version. Braille of grade 1 that nobody asked for is of the grade the language has instead,
  /// where it calls uncontracted braille grade 0.
  private func renderWhatThereIs(
    _ version: inout WorkOrder.Version, _ order: WorkOrder, _ reading: Reading, _ shown: inout Shown?,
    log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    do {
      return try render(version, order, reading, &shown, log: &log)
    } catch {
      guard absence(of: version, error) == .uncontractedBraille else { throw error }
      var other = version
      other.options["grade"] = "0"
      let rendition: Rendition
      do { rendition = try render(other, order, reading, &shown, log: &log) } catch _ { throw error }
      version = other
      return rendition
    }
  }

  /// What the report's language lacks, where that is why a version that nobody asked for is not made.
  private func absence(of version: WorkOrder.Version, _ failure: ConversionFailure) -> VersionRecord.Absence?
  {
    guard !version.isAsked, failure.diagnostic.code == "BT-002" else { return nil }
    return version.options["grade"] == "2" ? .contractedBraille : .uncontractedBraille
  }

  private func render(
    _ version: WorkOrder.Version, _ order: WorkOrder, _ reading: Reading,
    _ shown: inout Shown?, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    guard let renderer = registry.renderers.first(where: { $0.name == version.renderer }) else {
      throw ConversionFailure(.workOrderBroken())
    }
    let rendering = try renderer.make(try renderer.options.validate(version.options))
    var plan = try Plan(.file(order.source), to: rendering, from: order.from, registry: registry)
    // Easy read puts pictures of its own in before they are loaded.
    guard rendering.pictures == .shown, rendering.easyRead == nil else {
      return try plan.render(reading.document, folder: reading.folder, log: &log)
    }
    // Several versions show the same pictures, so they are loaded once, and what there is to say of them
    // is said of each.
    plan.transforms.removeAll { $0.name == Transform.pictures.name }
    if shown == nil {
      var said = DiagnosticLog(source: order.source)
      let document = try Transform.pictures.apply(reading.document, reading.folder, &said)
      shown = Shown(document: document, log: said, inputs: LookedFor.end())
      LookedFor.begin()
    }
    guard let shown else { throw ConversionFailure(.workOrderBroken()) }
    log.append(contentsOf: shown.log)
    return try plan.render(shown.document, folder: reading.folder, log: &log)
  }
}

extension DiagnosticLog {
  /// What was kept, and for each code of which more was said how many more: a record has no counts.
  fileprivate var listed: [Diagnostic] {
    diagnostics
      + unkept.map { code, count in
        let severity = diagnostics.first { $0.code == code }?.severity ?? .note
        return Diagnostic(code, severity, "\(count.grouped) more like these are not listed")
      }
  }
}

extension Diagnostic {
  static func notInLanguage(_ absence: VersionRecord.Absence, _ language: Language?) -> Diagnostic {
    let kind = absence == .contractedBraille ? "contracted" : "uncontracted"
    let name = LanguageNames.english(language?.tag ?? "")
    return Diagnostic(
      "BLD-037", .note, "not made: no \(kind) braille for \(name)",
      hint: "'coformat codes' lists the grades there are; a format that is asked for by name must be made")
  }

  static func earlierVersionStays(_ path: String) -> Diagnostic {
    Diagnostic(
      "BLD-035", .warning, "\(quoted(path, limit: 200)) is from an earlier build and of the report as it was",
      hint: "remove it if readers may come upon it; the page of formats does not offer it")
  }

  static func changedMeanwhile(_ path: String) -> Diagnostic {
    Diagnostic(
      "BLD-036", .warning, "\(quoted(path, limit: 200)) was changed while something was made from it",
      hint: "the next build makes it again")
  }

  static func workOrderBroken() -> Diagnostic {
    Diagnostic(
      "BLD-030", .error, "that is no order for a worker",
      hint: "workers are started by 'coformat build' alone")
  }
}
