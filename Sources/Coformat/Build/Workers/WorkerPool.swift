import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Workers that share what there is to make. One that dies or takes too long is reported against the
/// report it worked on, and replaced; what it had not begun is given to another.
struct WorkerPool {
  /// How many work at once.
  var jobs: Int
  /// How long reading a report or making a version may take, in seconds.
  var seconds: Int
  /// How much memory a worker may take, in bytes; nil for any.
  var memory: Int?
  var command: WorkerCommand
  var output: String

  /// What there is to make, asked for one report at a time; nil when there is no more.
  typealias Next = () -> WorkerProcess.Task?
  /// Hears what became of a report.
  typealias Finish = (_ report: Int, ReportRecord) -> Void
  /// Makes the order for a task.
  typealias Order = (WorkerProcess.Task, _ staging: String) -> WorkOrder

  /// Works until nothing is left, or `isStopped` says so; what is begun then is reported as left.
  ///
  /// - Throws: when no worker can be started.
  func run(
    next: Next, order: Order, isStopped: () -> Bool, finish: Finish
  ) throws(ConversionFailure) {
    var workers: [WorkerProcess] = []
    var again: [WorkerProcess.Task] = []
    var isOver = false
    func nextTask() -> WorkerProcess.Task? {
      if let task = again.popLast() { return task }
      if isOver { return nil }
      let task = next()
      isOver = task == nil
      return task
    }
    defer { for worker in workers { worker.end(force: worker.task != nil) } }
    while true {
      if isStopped() {
        stop(&workers, again, finish)
        return
      }
      // Work for whoever waits.
      for worker in workers where worker.task == nil {
        guard let task = nextTask() else { break }
        give(task, to: worker, order)
      }
      while workers.count < jobs, let task = nextTask() {
        let worker = try start()
        workers.append(worker)
        give(task, to: worker, order)
      }
      let busy = workers.filter { $0.task != nil }
      if busy.isEmpty { return }
      let spoken = wait(for: busy)
      for worker in busy {
        let isLate = worker.task.map { now() - $0.began > Double(seconds) } ?? false
        if spoken.contains(worker.news) {
          guard let news = worker.hear() else {
            workers.removeAll { $0 === worker }
            bury(worker, isLate: false, &again, finish)
            continue
          }
          for item in news { take(item, from: worker, finish) }
        } else if isLate {
          workers.removeAll { $0 === worker }
          bury(worker, isLate: true, &again, finish)
        }
      }
    }
  }

  private func start() throws(ConversionFailure) -> WorkerProcess {
    do throws(Platform.Failure) { return try WorkerProcess(command, output: output) } catch {
      throw ConversionFailure(.workerNotStarted(error.reason))
    }
  }

  private func give(_ task: WorkerProcess.Task, to worker: WorkerProcess, _ order: Order) {
    var task = task
    task.began = now()
    task.current = nil
    // One that hears nothing is buried when its news are read.
    _ = worker.give(order(task, worker.staging))
    worker.task = task
  }

  private func wait(for workers: [WorkerProcess]) -> Set<Int32> {
    var wanted = workers.map { pollfd(fd: $0.news, events: Int16(POLLIN), revents: 0) }
    guard poll(&wanted, nfds_t(wanted.count), 100) > 0 else { return [] }
    return Set(wanted.filter { $0.revents != 0 }.map(\.fd))
  }

  /// Takes in what a worker says.
  private func take(_ news: WorkNews, from worker: WorkerProcess, _ finish: Finish) {
    guard var task = worker.task else { return }
    task.began = now()
    switch news {
    case .read(let record):
      task.isRead = true
      task.record.take(reading: record)
    case .unread(let diagnostics, let inputs):
      task.record.diagnostics = diagnostics
      for version in task.left {
        var record = VersionRecord(format: version.format, outcome: .failed, key: version.key)
        record.inputs = inputs
        record.isLasting = !inputs.isEmpty
        task.record.put(record)
      }
      task.left = []
    case .begun(let format): task.current = task.left.first { $0.format == format }
    case .done(let version):
      task.record.put(version)
      task.left.removeAll { $0.format == version.format }
      task.current = nil
    case .finished:
      worker.task = nil
      finish(task.report, task.record)
      return
    }
    worker.task = task
  }

  /// Reports a worker's end against what it worked on.
  private func bury(
    _ worker: WorkerProcess, isLate: Bool, _ again: inout [WorkerProcess.Task], _ finish: Finish
  ) {
    let end = worker.end(force: true)
    guard var task = worker.task else { return }
    let fault = Diagnostic.workerEnded(end, isLate: isLate, seconds: seconds, memory: memory)
    guard task.isRead else {
      // It was the reading: no version can be made.
      task.record.diagnostics = [fault]
      for version in task.left {
        task.record.put(VersionRecord(format: version.format, outcome: .failed, key: version.key))
      }
      return finish(task.report, task.record)
    }
    if let current = task.current ?? task.left.first {
      var record = VersionRecord(format: current.format, outcome: .failed, key: current.key)
      record.diagnostics = [fault]
      task.record.put(record)
      task.left.removeAll { $0.format == current.format }
    }
    if task.left.isEmpty { finish(task.report, task.record) } else { again.append(task) }
  }

  private func stop(_ workers: inout [WorkerProcess], _ again: [WorkerProcess.Task], _ finish: Finish) {
    let tasks = again + workers.compactMap(\.task)
    for worker in workers { worker.end(force: true) }
    workers = []
    for var task in tasks {
      for version in task.left {
        task.record.put(VersionRecord(format: version.format, outcome: .left, key: version.key))
      }
      finish(task.report, task.record)
    }
  }

  private func now() -> Double { Double(Platform.now()) / 1e9 }
}

extension ReportRecord {
  /// Takes over what reading has found out.
  mutating func take(reading other: ReportRecord) {
    title = other.title
    language = other.language
    date = other.date
    description = other.description
    words = other.words
    diagnostics = other.diagnostics
  }

  /// Takes its place among the reports from what found it.
  mutating func take(place: SourceSelection) {
    collection = place.collection
    strand = place.strand
    role = place.role
  }

  /// Puts a version in the place of the one of the same format.
  mutating func put(_ version: VersionRecord) {
    if let index = versions.firstIndex(where: { $0.format == version.format }) {
      versions[index] = version
    } else {
      versions.append(version)
    }
  }
}

extension Diagnostic {
  static func workerNotStarted(_ reason: String) -> Diagnostic {
    Diagnostic("BLD-031", .error, "no worker can be started: \(reason)")
  }

  static func workerEnded(
    _ end: WorkerProcess.End, isLate: Bool, seconds: Int, memory: Int?
  ) -> Diagnostic {
    if isLate {
      return Diagnostic(
        "BLD-032", .error, "it took longer than \(seconds) seconds and was ended",
        hint: "give it more with --time-limit")
    }
    // Without memory a Swift program traps.
    if let memory, end.memory > memory / 10 * 8 {
      return Diagnostic(
        "BLD-033", .error, "it took more than \(memory >> 20) MiB of memory",
        hint: "give it more with --memory-limit, or split the report")
    }
    let how = end.signal != 0 ? "signal \(end.signal)" : "code \(end.code)"
    return Diagnostic(
      "BLD-034", .error, "the process that worked on it ended unexpectedly (\(how))",
      hint: "please tell the makers of coformat, with the report if it may be shown")
  }
}
