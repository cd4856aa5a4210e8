/// A part of a build that one machine of several does.
public struct Shard: Hashable, Sendable {
  /// Which part, from 1.
  public var index: Int
  /// How many there are.
  public var count: Int

  /// The most parts there may be.
  static let maximumCount = 10_000

  /// Makes a part; nil for one that there is not.
  public init?(index: Int, of count: Int) {
    guard count >= 1, count <= Self.maximumCount, (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `3/8`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index: index, of: count)
  }

  /// The part the environment of a job says this machine does: a Slurm array, a Kubernetes Indexed Job,
  /// or parallel jobs of GitLab CI, CircleCI or Buildkite; nil outside of them.
  public static func inEnvironment(_ variable: (String) -> String?) -> Shard? {
    func number(_ name: String) -> Int? { variable(name).flatMap { Int($0) } }
    if let task = number("SLURM_ARRAY_TASK_ID"), let count = number("SLURM_ARRAY_TASK_COUNT") {
      return Shard(index: task - (number("SLURM_ARRAY_TASK_MIN") ?? 1) + 1, of: count)
    }
    // Kubernetes says how many there are in no variable of its own; the job's file sets this one.
    if let task = number("JOB_COMPLETION_INDEX"), let count = number("JOB_COMPLETIONS") {
      return Shard(index: task + 1, of: count)
    }
    if let task = number("CI_NODE_INDEX"), let count = number("CI_NODE_TOTAL") {
      return Shard(index: task, of: count)
    }
    if let task = number("CIRCLE_NODE_INDEX"), let count = number("CIRCLE_NODE_TOTAL") {
      return Shard(index: task + 1, of: count)
    }
    if let task = number("BUILDKITE_PARALLEL_JOB"), let count = number("BUILDKITE_PARALLEL_JOB_COUNT") {
      return Shard(index: task + 1, of: count)
    }
    return nil
  }

  /// The numbers of the reports this part does. The largest go first, each to the part with least to do,
  /// so that all take about as long; equal sizes go by path, so that every machine decides alike.
  func reports(of all: [BuildPlan.Report]) -> [Int] {
    let order = BuildPlan.largestFirst(Array(all.indices), of: all)
    var load = [Int](repeating: 0, count: count)
    var own: [Int] = []
    for report in order {
      let part = load.indices.min { (load[$0], $0) < (load[$1], $1) } ?? 0
      // Even a small report takes some time.
      load[part] += all[report].source.size + 4_096
      if part == index - 1 { own.append(report) }
    }
    return own.sorted()
  }
}

extension BuildPlan {
  /// Numbers of reports by size: when the largest are begun first no worker is left at the end with one
  /// that all others wait for.
  func largestFirst(_ numbers: [Int]) -> [Int] { Self.largestFirst(numbers, of: reports) }

  fileprivate static func largestFirst(_ numbers: [Int], of reports: [Report]) -> [Int] {
    numbers.sorted { one, other in
      let (left, right) = (reports[one].source, reports[other].source)
      return (right.size, left.relative) < (left.size, right.relative)
    }
  }
}
