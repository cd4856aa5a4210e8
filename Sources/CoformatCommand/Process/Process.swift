#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The running process.
enum Process {
  static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }

  /// The value of an environment variable; nil when it is not set.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Seconds since some moment in the past.
  static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// Waits.
  static func sleep(milliseconds: Int) {
    var duration = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
    nanosleep(&duration, nil)
  }

  /// Runs a function on a thread of its own, which nobody waits for.
  static func detach(_ body: @escaping @convention(c) () -> Void) {
    // A C function pointer has room for no context, so the function to run is passed as the context.
    let context = unsafeBitCast(body, to: UnsafeMutableRawPointer.self)
    #if canImport(Darwin)
      var thread: pthread_t?
      pthread_create(
        &thread, nil,
        {
          unsafeBitCast($0, to: (@convention(c) () -> Void).self)(); return nil
        }, context)
    #else
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { context in
          unsafeBitCast(context, to: (@convention(c) () -> Void)?.self)?()
          return nil
        }, context)
    #endif
  }

  /// Writes bytes to a descriptor; says whether all of them went out.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[written...])
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Glibc)
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count >= 0 { written += count } else if errno != EINTR { return false }
      }
      return true
    }
  }
}
