import Coformat
import Synchronization

/// A line on the terminal that says what takes so long: `report.md: 3 s`, and how far it has come where
/// that is known: `report.md: 40 of 120 sentences, 8 s, about 16 s left`.
///
/// It shows after a second and only on a terminal; a thread keeps it current.
enum Progress {
  private struct Work {
    var name: String
    var began: Double
    /// How many sentences of how many are spoken.
    var done = 0
    var total = 0

    /// The words for it after so many seconds.
    func line(_ seconds: Int) -> String {
      guard done > 0 else { return "\(name): \(seconds) s" }
      let left = (total - done) * max(seconds, 1) / done
      return "\(name): \(done) of \(total) sentences, \(seconds) s, about \(left) s left"
    }
  }

  private struct State {
    var work: Work?
    var isShown = false
    var isWatched = false
  }

  private static let state = Mutex(State())

  /// Says that work on something begins; the line of the work before is gone.
  static func begin(_ name: String) {
    guard Console.standardError.isTerminal else { return }
    clear()
    let mustWatch = state.withLock { state in
      state.work = Work(name: Printable.text(name), began: Process.seconds())
      defer { state.isWatched = true }
      return !state.isWatched
    }
    if mustWatch { Process.detach { Progress.watch() } }
  }

  /// Shows a line at once, in place of the one before.
  static func show(_ line: String) {
    guard Console.standardError.isTerminal else { return }
    state.withLock { state in
      Console.standardError.write("\r\u{1B}[K\(line.prefix(100))")
      state.isShown = true
    }
  }

  /// Says how far the work has come.
  static func advance(_ done: Int, of total: Int) {
    state.withLock { state in
      state.work?.done = done
      state.work?.total = total
    }
  }

  /// Takes the line off the terminal: work is over, or something else is to be written.
  static func clear() {
    state.withLock { state in
      state.work = nil
      if state.isShown { Console.standardError.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func watch() -> Never {
    while true {
      Process.sleep(milliseconds: 250)
      state.withLock { state in
        guard let work = state.work else { return }
        let seconds = Int(Process.seconds() - work.began)
        guard seconds >= 1 else { return }
        Console.standardError.write("\r\u{1B}[K\(work.line(seconds))")
        state.isShown = true
      }
    }
  }
}
