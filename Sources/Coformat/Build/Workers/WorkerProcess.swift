import JSONTree

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A worker as the process that started it knows it.
final class WorkerProcess {
  let process: Int32
  /// The folder that only this worker writes to.
  let staging: String
  private let orders: Int32
  let news: Int32
  private var lines: LineReader
  /// What it works on; nil when it waits.
  var task: Task?

  /// What a worker works on.
  struct Task {
    /// The number of the report in the plan.
    var report: Int
    var record: ReportRecord
    /// The versions that are not done.
    var left: [WorkOrder.Version]
    /// The version that is begun.
    var current: WorkOrder.Version?
    /// When it, or the reading, was begun, in seconds.
    var began: Double
    /// Whether the report was read.
    var isRead = false
  }

  /// Starts a worker.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - output: the output folder, in which it gets a folder of its own.
  init(_ command: WorkerCommand, output: String) throws(Platform.Failure) {
    let pipes = try ChildProcess.startWithPipes(command.program, command.arguments)
    process = pipes.process
    orders = pipes.input
    news = pipes.output
    lines = LineReader(descriptor: pipes.output)
    staging = BuildRun.privatePath(pipes.process, in: Path.join(output, BuildRun.privateFolder))
  }

  /// Gives the worker an order; false when it hears nothing any more.
  func give(_ order: WorkOrder) -> Bool {
    let signals = BrokenPipes()
    defer { signals.allow() }
    return (try? Platform.writeAll(Array((order.json.text(.oneLine) + "\n").utf8), to: orders)) != nil
  }

  /// What it has said since it was last asked; nil when it has ended.
  func hear() -> [WorkNews]? {
    guard lines.fill() else { return nil }
    var news: [WorkNews] = []
    while let line = lines.takeLine() {
      // A line that is none of ours is as good as an end: the process cannot be trusted any more.
      guard let json = try? JSONReader.read(line), let item = WorkNews(json) else { return nil }
      news.append(item)
    }
    return news
  }

  /// How a worker ended.
  struct End {
    /// The signal that ended it; 0 where it ended by itself.
    var signal: Int32
    var code: Int32
    /// The most memory it had, in bytes.
    var memory: Int
  }

  /// Ends the worker: it is asked to and, where it does not, made to.
  @discardableResult func end(force: Bool) -> End {
    try? Platform.close(orders)
    if force { kill(process, SIGTERM) }
    var usage = rusage()
    var status: Int32 = 0
    var waited = 0
    while true {
      let ended = wait4(process, &status, waited < 200 ? WNOHANG : 0, &usage)
      if ended == process || (ended < 0 && errno != EINTR) { break }
      if ended == 0 {
        waited += 1
        // Two seconds: enough to remove what is temporary.
        if waited == 200 { kill(process, SIGKILL) } else { usleep(force ? 10_000 : 5_000) }
      }
    }
    try? Platform.close(news)
    Platform.removeTree(staging)
    #if canImport(Darwin)
      let memory = Int(usage.ru_maxrss)
    #else
      let memory = Int(usage.ru_maxrss) * 1_024
    #endif
    return End(signal: status & 0x7F, code: status >> 8 & 0xFF, memory: memory)
  }
}

/// How a worker is started.
public struct WorkerCommand: Sendable {
  /// The program's path.
  public var program: String
  /// Its arguments.
  public var arguments: [String]

  /// Makes a command.
  public init(program: String, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }
}
