import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Work on several threads.
enum Parallel {
  /// How many processors there are.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Does something for each number below `count`, at most `jobs` at a time, and returns when all of it
  /// is done. `work` says whether there is any sense in going on.
  static func run(_ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Bool) {
    let crew = Crew(count: count, work: work)
    let others = min(jobs, count) - 1
    guard others > 0 else { return crew.run() }
    var threads: [Thread] = []
    for _ in 0..<others {
      if let thread = Thread(crew) { threads.append(thread) }
    }
    crew.run()
    for thread in threads { thread.join() }
  }

  /// The work, as the threads share it.
  private final class Crew: Sendable {
    private let next = Mutex(0)
    private let count: Int
    private let work: @Sendable (Int) -> Bool

    init(count: Int, work: @escaping @Sendable (Int) -> Bool) {
      self.count = count
      self.work = work
    }

    func run() {
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < count else { return }
        if !work(index) { next.withLock { $0 = count } }
      }
    }
  }

  private struct Thread {
    #if canImport(Darwin)
      private var thread: pthread_t?
    #else
      private var thread = pthread_t()
    #endif

    /// Nil when the system gives no more threads; the others then do the work.
    init?(_ crew: Crew) {
      let context = Unmanaged.passRetained(crew)
      #if canImport(Darwin)
        let number = pthread_create(
          &thread, nil,
          { context in
            Unmanaged<Crew>.fromOpaque(context).takeRetainedValue().run()
            return nil
          }, context.toOpaque())
      #else
        let number = pthread_create(
          &thread, nil,
          { context in
            if let context { Unmanaged<Crew>.fromOpaque(context).takeRetainedValue().run() }
            return nil
          }, context.toOpaque())
      #endif
      guard number == 0 else {
        context.release()
        return nil
      }
    }

    func join() {
      #if canImport(Darwin)
        if let thread { pthread_join(thread, nil) }
      #else
        pthread_join(thread, nil)
      #endif
    }
  }
}
