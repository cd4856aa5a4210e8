internal import CLiblouis
internal import Synchronization

/// What liblouis has to say, kept instead of printed.
enum LogCapture {
  /// A broken table can complain about each of its lines; the first few tell enough.
  private static let limit = 20
  private static let messages = Mutex<[String]>([])

  /// Sends liblouis's messages here instead of to standard error. Called once.
  static func start() {
    lou_setLogLevel(LOU_LOG_WARN)
    lou_registerLogCallback { level, message in
      guard level.rawValue >= LOU_LOG_ERROR.rawValue, let message else { return }
      LogCapture.append(String(cString: message))
    }
  }

  private static func append(_ message: String) {
    messages.withLock { if $0.count < limit { $0.append(message) } }
  }

  /// The messages since the last call.
  static func take() -> [String] {
    messages.withLock { kept in
      defer { kept = [] }
      return kept
    }
  }
}
