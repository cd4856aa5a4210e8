public import Foundation

/// The built command, run as its user would run it, with an eye on time and memory.
public enum BuiltProgram {
  /// Where the program is: `COFORMAT_BINARY`, else beside the test bundle.
  public static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["COFORMAT_BINARY"], !path.isEmpty {
      return URL(filePath: path)
    }
    return URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
      .appending(path: "coformat")
  }()

  /// Whether the program is a release build that was named, so that limits of time mean something.
  public static let isReleased = !(ProcessInfo.processInfo.environment["COFORMAT_BINARY"] ?? "").isEmpty

  /// What became of a run.
  public struct Outcome: Sendable {
    /// The exit code; nil when a signal ended the run.
    public var exitCode: Int32?
    /// The signal that ended the run; nil when it ended by itself.
    public var signal: Int32?
    /// Whether it was ended for taking too long.
    public var timedOut: Bool
    public var output: Data
    public var errors: String
    /// The most memory it held, in bytes.
    public var peakMemory: Int
  }

  /// Runs the program and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - folder: the current folder of the run.
  ///   - input: what it reads from standard input; empty by default.
  ///   - seconds: when to end it, as a guard against a hang.
  public static func run(
    _ arguments: [String], in folder: URL, input: Data = Data(), environment: [String: String] = [:],
    seconds: Double = 120
  ) throws -> Outcome {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "coformat-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
    try input.write(to: files[0])

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0].path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1].path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2].path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
    // posix_spawn has no portable way to change the folder; the shell does, and then becomes the program.
    let shell = ["/bin/sh", "-c", #"cd "$1" && shift && exec "$@""#, "sh", folder.path, url.path]
    var argv = (shell + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, shell[0], &actions, nil, &argv, &envp)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }

    let deadline = Date(timeIntervalSinceNow: seconds)
    var status: Int32 = 0
    var usage = rusage()
    var timedOut = false
    while wait4(child, &status, timedOut ? 0 : WNOHANG, &usage) == 0 {
      if Date() > deadline {
        kill(child, SIGKILL)
        timedOut = true
      } else {
        usleep(2_000)
      }
    }
    let signal = status & 0x7F
    return Outcome(
      exitCode: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      timedOut: timedOut, output: try Data(contentsOf: files[1]),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      peakMemory: Int(usage.ru_maxrss) * 1_024)
  }
}
