import ArgumentParser
import Coformat

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `coformat worker`: what `coformat build` starts, and nobody else.
struct WorkerProcessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Makes formats for 'coformat build', which starts it.",
    shouldDisplay: false)

  @Option(.memoryLimit) var memoryLimit: String?

  func run() throws {
    let values = try OptionTable([.memoryLimit]).checked(["memory-limit": memoryLimit])
    Interruptions.removeTemporaries()
    // A worker whose build has been killed has nobody to work for.
    Process.detach {
      BuildRun.awaitEnd()
      Interruptions.endNow(SIGTERM)
    }
    do throws(ConversionFailure) {
      try BuildRun.work(memory: values.integer("memory-limit").map { $0 << 20 })
    } catch {
      Console.standardError.write(DiagnosticText(least: .warning, perCode: nil).text(error.diagnostic))
      throw ExitStatus.failed.exitCode
    }
  }
}
