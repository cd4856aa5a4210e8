import Coformat
import Synchronization

/// A line on the terminal that says what takes so long: `report.md: 3 s`.
///
/// It shows after a second and only on a terminal; a thread keeps it current.
enum Progress {
  private struct Work {
    var name: String
    var began: Double
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
        Console.standardError.write("\r\u{1B}[K\(work.name): \(seconds) s")
        state.isShown = true
      }
    }
  }
}
