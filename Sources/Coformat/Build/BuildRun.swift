public import Diagnostics
import JSONTree

/// A build: every version of every report of a configuration.
public struct BuildRun: Sendable {
  /// What to make.
  public var configuration: BuildConfiguration
  /// The part of it that is done here; nil for all.
  public var shard: Shard?
  /// How many workers there are at once.
  public var jobs = Parallel.processors
  /// How long reading a report or making one version may take, in seconds.
  public var seconds = 600
  /// How much memory a worker may take, in bytes; nil for any.
  public var memory: Int? = 4 << 30
  /// Where it is noted what was made; nil for nowhere.
  public var cache = BuildCache.usualFolder
  /// Whether all is made again.
  public var everything = false
  /// Whether files go that earlier runs made and this one does not.
  public var prune = false
  /// How workers are started.
  public var worker: WorkerCommand
  /// Hears how far the build has come.
  public var progress: @Sendable (BuildProgress) -> Void = { _ in }
  /// Asked between two steps: whether to stop.
  public var isStopped: @Sendable () -> Bool = { false }

  /// The name of the folder in the output folder for what is not yet, or is not for, readers.
  static let privateFolder = ".coformat"

  /// Makes a build of a configuration.
  public init(_ configuration: BuildConfiguration, worker: WorkerCommand) {
    self.configuration = configuration
    self.worker = worker
  }

  /// Carries the build out.
  ///
  /// - Parameter log: takes what is said of the build as a whole; what is said of a report is in the
  ///   result.
  /// - Throws: when nothing could be begun, or the page of formats cannot be written.
  public func run(log: inout DiagnosticLog) throws(ConversionFailure) -> BuildResult {
    let plan = try BuildPlan.make(configuration, log: &log)
    let own = shard.map { $0.reports(of: plan.reports) } ?? Array(plan.reports.indices)
    let place = Path.join(plan.output, Self.privateFolder)
    do throws(Platform.Failure) { try Platform.makeFolders(place) } catch {
      throw ConversionFailure(.cannotWrite(plan.output, error.reason))
    }
    Self.sweep(place)
    let cache = BuildCache(cache, output: plan.output, log: &log)
    var journal = try RunJournal(
      shard.map { Path.join(place, "shard-\($0.index)-of-\($0.count)") }
        ?? Self.privatePath(Platform.processNumber, in: place, prefix: "run-"))
    var state = State(total: own.count)
    var failure: ConversionFailure?
    let pool = WorkerPool(
      jobs: max(jobs, 1), seconds: seconds, memory: memory, command: worker, output: plan.output)
    func note(_ number: Int, _ record: ReportRecord, isNews: Bool) {
      var record = record
      let order = plan.versions(of: plan.reports[number]).map(\.format)
      record.versions.sort {
        order.firstIndex(of: $0.format) ?? order.count < order.firstIndex(of: $1.format) ?? order.count
      }
      for index in record.versions.indices {
        plan.describe(&record.versions[index], of: plan.reports[number])
      }
      record.noted = Platform.now()
      if isNews {
        var noted = record
        // Formats that another build of the report makes are not forgotten.
        if let before = cache.record(of: plan.reports[number]) {
          noted.versions += before.versions.filter {
            !order.contains($0.format) && $0.isSettled(before.noted)
          }
        }
        cache.keep(noted, of: plan.reports[number])
      }
      do throws(ConversionFailure) { try journal.add(record, number: number) } catch {
        failure = failure ?? error
      }
      state.add(record)
      progress(state.progress(of: record.source))
    }
    var waiting = plan.largestFirst(own)[...]
    try pool.run(
      next: {
        while let number = waiting.popFirst() {
          if isStopped() { return nil }
          let task = task(plan, number, cache)
          if !task.left.isEmpty { return task }
          // A note of what was made a moment ago is renewed, so that its files need not be read again.
          note(number, task.record, isNews: !task.record.isSettled)
        }
        return nil
      },
      order: { task, staging in order(plan, task, staging) },
      isStopped: { isStopped() || failure != nil },
      finish: { note($0, $1, isNews: true) })
    if let failure { throw failure }
    for number in waiting { note(number, left(plan, number), isNews: false) }
    journal.close()
    var result = BuildResult(
      plan: plan, counts: state.counts, journals: [journal.path], isWhole: shard == nil,
      isInterrupted: isStopped())
    if shard == nil && !result.isInterrupted { try result.writePage(prune: prune, log: &log) }
    return result
  }

  /// What there is to do for a report, with what holds from before.
  private func task(_ plan: BuildPlan, _ number: Int, _ cache: BuildCache) -> WorkerProcess.Task {
    let report = plan.reports[number]
    var record = ReportRecord(source: report.source.path, relative: report.source.relative)
    record.take(place: plan.selection(of: report))
    var left: [WorkOrder.Version] = []
    let before = cache.record(of: report)
    if let before {
      record.take(reading: before)
      record.noted = before.noted
    }
    var known: [String: Bool] = [:]
    for version in plan.versions(of: report) {
      let key = plan.key(of: version, report)
      let old = before?.versions.first { $0.format == version.format }
      if let old, let before, !everything,
        old.holds(key: key, output: plan.output, noted: before.noted, inputs: &known) == nil
      {
        var kept = old
        if kept.outcome == .made { kept.outcome = .kept }
        kept.milliseconds = 0
        record.put(kept)
      } else {
        left.append(
          WorkOrder.Version(
            format: version.format, renderer: version.renderer, options: version.options, path: version.path,
            key: key, isAsked: version.isAsked))
      }
    }
    return WorkerProcess.Task(report: number, record: record, left: left, began: 0)
  }

  private func order(_ plan: BuildPlan, _ task: WorkerProcess.Task, _ staging: String) -> WorkOrder {
    let report = plan.reports[task.report]
    let selection = plan.selection(of: report)
    return WorkOrder(
      source: report.source.path, from: selection.from,
      metadata: selection.metadata.filled(from: plan.configuration.metadata), output: plan.output,
      staging: staging, versions: task.left)
  }

  /// The record of a report whose turn did not come.
  private func left(_ plan: BuildPlan, _ number: Int) -> ReportRecord {
    let report = plan.reports[number]
    var record = ReportRecord(source: report.source.path, relative: report.source.relative)
    record.take(place: plan.selection(of: report))
    record.versions = plan.versions(of: report).map {
      VersionRecord(format: $0.format, outcome: .left, key: plan.key(of: $0, report))
    }
    return record
  }

  /// What a process keeps to itself. Machines that share the output folder may each have a process of
  /// that number.
  static func privatePath(_ process: Int32, in folder: String, prefix: String = "work-") -> String {
    Path.join(folder, "\(prefix)\(Platform.processSpace)-\(process)")
  }

  /// Removes what runs that were killed have left: those of this machine and, since nobody here can see
  /// whether they still run, of others after a day.
  static func sweep(_ folder: String) {
    let day = 86_400_000_000_000
    for name in (try? Platform.names(in: folder)) ?? [] where !name.hasPrefix("shard-") {
      let path = Path.join(folder, name)
      let number = name.split(separator: "-").last.flatMap { Int32($0) } ?? 0
      let isOurs = ["run-", "work-", "page-"].contains { name == "\($0)\(Platform.processSpace)-\(number)" }
      let isOld = (try? Platform.stamp(path)).map { $0.modified < Platform.now() - day } ?? false
      if isOurs ? !Platform.isRunning(number) : isOld { Platform.removeTree(path) }
    }
  }

  /// What would be made and why, without making it: for each version nil where it is there already.
  ///
  /// - Throws: when the configuration cannot be carried out.
  public func dryRun(
    log: inout DiagnosticLog, each: (_ source: String, _ output: String, _ reason: String?) -> Void
  ) throws(ConversionFailure) {
    let plan = try BuildPlan.make(configuration, log: &log)
    let cache = BuildCache(cache, output: plan.output, log: &log)
    for number in shard.map({ $0.reports(of: plan.reports) }) ?? Array(plan.reports.indices) {
      let report = plan.reports[number]
      let before = cache.record(of: report)
      var known: [String: Bool] = [:]
      for version in plan.versions(of: report) {
        let old = before?.versions.first { $0.format == version.format }
        var reason: Staleness? = everything ? .asked : .new
        if let old, let before, !everything {
          reason = old.holds(
            key: plan.key(of: version, report), output: plan.output, noted: before.noted, inputs: &known)
        }
        each(report.source.path, Path.join(plan.output, version.path), reason?.words)
      }
    }
  }

  /// What `--prune` would remove, as far as it is known without making anything.
  public func filesToPrune() throws(ConversionFailure) -> [String] {
    guard prune, shard == nil else { return [] }
    var log = DiagnosticLog()
    let plan = try BuildPlan.make(configuration, log: &log)
    let cache = BuildCache(cache, output: plan.output, log: &log)
    var earlier = EarlierFiles(plan.output)
    guard !earlier.isEmpty else { return [] }
    var made: Set<String> = []
    var planned: [String: Set<String>] = [:]
    for report in plan.reports {
      let before = cache.record(of: report)
      for version in plan.versions(of: report) {
        made.insert(version.path)
        let old = before?.versions.first { $0.format == version.format }
        made.formUnion((old?.outputs ?? []).map(\.path))
        // Nobody knows yet how many files one has that is to be made.
        if old == nil { planned[report.source.relative, default: []].insert(version.format) }
      }
    }
    earlier.leave(out: made, planned)
    return earlier.paths
  }

  private struct State {
    var total: Int
    var done = 0
    var counts = BuildCounts()

    mutating func add(_ record: ReportRecord) {
      done += 1
      counts.add(record)
    }

    func progress(of source: String) -> BuildProgress {
      BuildProgress(source: source, done: done, total: total, counts: counts)
    }
  }
}

/// How far a build has come.
public struct BuildProgress: Sendable {
  /// The report that was done last.
  public var source: String
  /// How many reports are done, of how many.
  public var done: Int
  public var total: Int
  /// What became of them.
  public var counts: BuildCounts
}

/// How many versions a build has made, and how many not.
public struct BuildCounts: Hashable, Sendable {
  /// How many reports there are.
  public var reports = 0
  public var made = 0
  public var kept = 0
  public var failed = 0
  public var left = 0
  /// How many are not there because there are none in the report's language.
  public var absent = 0
  /// How many diagnostics there are of each severity.
  public var diagnostics: [Severity: Int] = [:]

  /// The most serious that was said.
  public var highest: Severity? { diagnostics.filter { $0.value > 0 }.keys.max() }

  mutating func add(_ record: ReportRecord) {
    reports += 1
    for version in record.versions {
      switch version.outcome {
      case .made: made += 1
      case .kept: kept += 1
      case .failed: failed += 1
      case .left: left += 1
      case .absent: absent += 1
      }
    }
    for diagnostic in record.allDiagnostics { diagnostics[diagnostic.severity, default: 0] += 1 }
  }
}

extension ReportRecord {
  /// Everything said of the report, once: what is said of several versions alike is said of the report.
  var allDiagnostics: [Diagnostic] {
    var seen = Set(diagnostics)
    return diagnostics + versions.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
  }
}
