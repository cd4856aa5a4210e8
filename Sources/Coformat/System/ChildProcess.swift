import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Another program, run with bytes on its standard input, whose standard output is what it makes.
struct ChildProcess {
  /// The program's path.
  var program: String
  /// Its arguments, without its name.
  var arguments: [String]
  /// Variables it has besides those of this process.
  var environment: [String: String] = [:]
  /// How long it may take, in seconds.
  var seconds = 300
  /// How much it may put out.
  var limit = 1 << 30

  /// What became of a run.
  struct Outcome {
    var output: [UInt8]
    /// The end of what it said on its standard error.
    var errors: String
    /// How it ended.
    var end: End
  }

  /// How a run ended.
  enum End: Equatable {
    case code(Int32)
    case signal(Int32)
    case timedOut
    case tooMuchOutput
  }

  /// The path of a program that is on the search path, or nil.
  static func find(_ name: String) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let paths = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    for folder in paths.split(separator: ":") {
      let path = Path.join(String(folder), name)
      // One that comes to stand before those that are there is another program.
      LookedFor.note(path)
      if access(path, X_OK) == 0, (try? Platform.status(path))?.kind == .file { return path }
    }
    return nil
  }

  /// Runs the program to its end. It is ended when it takes too long or puts out too much.
  func run(input: [UInt8] = []) throws(Platform.Failure) -> Outcome {
    let toChild = try Self.pipe()
    let fromChild: (read: Int32, write: Int32)
    let errors: (read: Int32, write: Int32)
    do throws(Platform.Failure) {
      fromChild = try Self.pipe()
    } catch {
      Self.close(toChild.read, toChild.write)
      throw error
    }
    do throws(Platform.Failure) {
      errors = try Self.pipe()
    } catch {
      Self.close(toChild.read, toChild.write, fromChild.read, fromChild.write)
      throw error
    }
    let child: pid_t
    do throws(Platform.Failure) {
      child = try spawn(input: toChild.read, output: fromChild.write, errors: errors.write)
    } catch {
      Self.close(toChild.read, toChild.write, fromChild.read, fromChild.write, errors.read, errors.write)
      throw error
    }
    Self.close(toChild.read, fromChild.write, errors.write)
    var exchange = Exchange(
      child: child, input: input, inputEnd: toChild.write, outputEnd: fromChild.read, errorEnd: errors.read,
      limit: limit, deadline: Self.seconds() + seconds)
    return exchange.run()
  }

  /// Starts a program that lives beside this one, with pipes to its standard input and from its standard
  /// output; its standard error is this one's. Whoever starts it waits for its end.
  static func startWithPipes(
    _ program: String, _ arguments: [String]
  ) throws(Platform.Failure) -> (process: Int32, input: Int32, output: Int32) {
    let toChild = try pipe()
    let fromChild: (read: Int32, write: Int32)
    do throws(Platform.Failure) { fromChild = try pipe() } catch {
      close(toChild.read, toChild.write)
      throw error
    }
    defer { close(toChild.read, fromChild.write) }
    do throws(Platform.Failure) {
      let child = try ChildProcess(program: program, arguments: arguments)
        .spawn(input: toChild.read, output: fromChild.write, errors: 2)
      return (child, toChild.write, fromChild.read)
    } catch {
      close(toChild.write, fromChild.read)
      throw error
    }
  }

  private func spawn(input: Int32, output: Int32, errors: Int32) throws(Platform.Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    // This process blocks or ignores signals that a program must hear to end when it should.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

    var variables = environment.map { strdup("\($0.key)=\($0.value)") }
    var place = environ
    while let variable = place.pointee {
      let name = String(cString: variable).prefix { $0 != "=" }
      if environment[String(name)] == nil { variables.append(strdup(variable)) }
      place += 1
    }
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = variables + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var child: pid_t = 0
    let number = Self.starting.withLock { _ in
      posix_spawn(&child, program, &actions, &attributes, &argv, &envp)
    }
    guard number == 0 else {
      errno = number
      throw Platform.Failure()
    }
    return child
  }

  /// Held while a pipe is made, and while a program is started: a program started between a pipe's making
  /// and its marking would keep the pipe open for as long as it runs.
  private static let starting = Mutex(())

  /// A pipe whose ends no other program inherits.
  private static func pipe() throws(Platform.Failure) -> (read: Int32, write: Int32) {
    let ends = starting.withLock { _ -> [Int32]? in
      var ends: [Int32] = [0, 0]
      #if canImport(Darwin)
        guard Darwin.pipe(&ends) == 0 else { return nil }
      #elseif canImport(Glibc)
        guard Glibc.pipe(&ends) == 0 else { return nil }
      #elseif canImport(Musl)
        guard Musl.pipe(&ends) == 0 else { return nil }
      #endif
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return ends
    }
    guard let ends else { throw Platform.Failure() }
    return (ends[0], ends[1])
  }

  fileprivate static func close(_ descriptors: Int32...) {
    for descriptor in descriptors { try? Platform.close(descriptor) }
  }

  fileprivate static func seconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }
}

/// Keeps writing to a program that has ended from ending this one, on this thread, until it is allowed.
struct BrokenPipes {
  private var before = sigset_t()
  private let wasPending: Bool

  init() {
    var pipe = Self.pipe
    wasPending = Self.isPending
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
  }

  /// Forgets the signals that came, and lets them through again.
  func allow() {
    var pipe = Self.pipe
    var number: Int32 = 0
    if !wasPending, Self.isPending { sigwait(&pipe, &number) }
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static var pipe: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGPIPE)
    return set
  }

  private static var isPending: Bool {
    var set = sigset_t()
    sigpending(&set)
    return sigismember(&set, SIGPIPE) == 1
  }
}

/// Writing to a child and reading from it at the same time, so that neither waits for the other.
private struct Exchange {
  let child: pid_t
  let input: [UInt8]
  var inputEnd: Int32
  var outputEnd: Int32
  var errorEnd: Int32
  let limit: Int
  let deadline: Int
  private var written = 0
  private var output: [UInt8] = []
  private var errors: [UInt8] = []

  init(
    child: pid_t, input: [UInt8], inputEnd: Int32, outputEnd: Int32, errorEnd: Int32, limit: Int,
    deadline: Int
  ) {
    self.child = child
    self.input = input
    self.inputEnd = inputEnd
    self.outputEnd = outputEnd
    self.errorEnd = errorEnd
    self.limit = limit
    self.deadline = deadline
  }

  mutating func run() -> ChildProcess.Outcome {
    let signals = BrokenPipes()
    defer { signals.allow() }
    // A child that does not read must not stop us.
    _ = fcntl(inputEnd, F_SETFL, O_NONBLOCK)
    if input.isEmpty { closeInput() }
    var forced: ChildProcess.End?
    while outputEnd >= 0 || errorEnd >= 0 {
      if ChildProcess.seconds() > deadline { forced = .timedOut }
      if output.count > limit { forced = .tooMuchOutput }
      if forced != nil { break }
      var wanted = [
        pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: inputEnd, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&wanted, nfds_t(wanted.count), 500) > 0 else { continue }
      if wanted[2].revents != 0 { write() }
      if wanted[0].revents != 0, !Self.read(outputEnd, into: &output) {
        ChildProcess.close(outputEnd)
        outputEnd = -1
      }
      if wanted[1].revents != 0, !Self.read(errorEnd, into: &errors) {
        ChildProcess.close(errorEnd)
        errorEnd = -1
      }
      if errors.count > 8_192 { errors.removeFirst(errors.count - 4_096) }
    }
    closeInput()
    if forced != nil { kill(child, SIGKILL) }
    for descriptor in [outputEnd, errorEnd] where descriptor >= 0 { ChildProcess.close(descriptor) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let end: ChildProcess.End = signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    return ChildProcess.Outcome(
      output: output, errors: String(decoding: errors, as: UTF8.self), end: forced ?? end)
  }

  private mutating func closeInput() {
    guard inputEnd >= 0 else { return }
    ChildProcess.close(inputEnd)
    inputEnd = -1
  }

  private mutating func write() {
    let count = input.withUnsafeBytes { buffer -> Int in
      let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
      #if canImport(Darwin)
        return Darwin.write(inputEnd, rest.baseAddress, rest.count)
      #elseif canImport(Glibc)
        return Glibc.write(inputEnd, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
        return Musl.write(inputEnd, rest.baseAddress, rest.count)
      #endif
    }
    if count > 0 { written += count }
    // A child that has closed its input wants no more.
    if written == input.count || (count < 0 && errno != EAGAIN && errno != EINTR) { closeInput() }
  }

  /// Reads what is there; false at the end.
  private static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
      return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
    }
  }
}
