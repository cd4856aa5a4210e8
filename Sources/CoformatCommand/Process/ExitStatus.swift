import ArgumentParser

/// What the process ends with. The worst of several inputs counts.
enum ExitStatus: Int32, Comparable {
  /// Everything was converted.
  case done = 0
  /// Something could not be converted or written.
  case failed = 1
  /// What was asked for makes no sense.
  case usage = 2
  /// Everything was converted, and there are diagnostics as serious as `--fail-on` says.
  case diagnosed = 3

  /// From the best to the worst: a failure is worse than any remark.
  private var rank: Int {
    switch self {
    case .done: 0
    case .diagnosed: 1
    case .failed: 2
    case .usage: 3
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The error that makes the argument parser end with this status.
  var exitCode: ExitCode { ExitCode(rawValue) }
}
