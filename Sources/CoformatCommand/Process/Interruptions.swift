import Coformat
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What happens when the process is told to end while it works.
enum Interruptions {
  /// Makes writing to a pipe that nobody reads a failed call instead of a sudden end.
  static func ignoreClosedPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// From here on SIGINT, SIGTERM and SIGHUP remove what is temporary and end the process with 128
  /// plus the signal's number, as shells do.
  ///
  /// A thread waits for the signals and everything else blocks them: removing files is then ordinary
  /// code that may take a lock, which a signal handler may not.
  static func removeTemporaries() {
    var signals = watched
    guard pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
    Process.detach {
      var signals = Interruptions.watched
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { return }
      Interruptions.end(number)
    }
  }

  private static let noted = Mutex<Int32?>(nil)

  /// The signal that has told the process to end, where it only notes that.
  static var received: Int32? { noted.withLock { $0 } }

  /// From here on the same signals are only noted, for work that stops by itself and says what it has
  /// done; a second one ends the process.
  static func noteInstead() {
    var signals = watched
    guard pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
    Process.detach {
      var signals = Interruptions.watched
      while true {
        var number: Int32 = 0
        guard sigwait(&signals, &number) == 0 else { return }
        let isSecond = Interruptions.noted.withLock { noted in
          defer { noted = number }
          return noted != nil
        }
        if isSecond { Interruptions.end(number) }
      }
    }
  }

  /// Ends the process as a signal would have.
  static func endNow(_ signal: Int32) -> Never { end(signal) }

  private static func end(_ signal: Int32) -> Never {
    Progress.clear()
    Temporaries.removeAll { _exit(128 + signal) }
  }

  private static var watched: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) { sigaddset(&set, signal) }
    return set
  }

  /// Whether whoever started the process, such as `nohup`, wants the signal ignored.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self)
    #else
      let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    #endif
    return handler == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
