import Diagnostics

/// Sees whether anything a build is made from has changed since it was made, its configuration included.
public struct BuildWatch {
  private let run: BuildRun
  private let configuration: String
  private var before: [String: Platform.Stamp?]

  /// Notes how the files are now.
  ///
  /// - Parameter configuration: the configuration's file, which need not be there.
  public init(_ run: BuildRun, configuration: String) {
    self.run = run
    self.configuration = configuration
    before = Self.stamps(run, configuration)
  }

  /// Notes the files that only the build has shown, such as pictures, as they are after it. What was
  /// noted before it stays: what was saved meanwhile is a change, and so is a report that came meanwhile.
  public mutating func noteWhatWasFound() {
    let found = Self.stamps(run, configuration) { before[$0] != nil }
    before.merge(found) { earlier, _ in earlier }
  }

  /// Whether a file has changed, came or went.
  public func hasChanged() -> Bool { Self.stamps(run, configuration) != before }

  /// How files are: the configuration, and reports of some paths with all they are made from.
  private static func stamps(
    _ run: BuildRun, _ configuration: String, ofReports isWanted: (String) -> Bool = { _ in true }
  ) -> [String: Platform.Stamp?] {
    var log = DiagnosticLog()
    var stamps: [String: Platform.Stamp?] = [:]
    stamps[configuration] = .some(try? Platform.stamp(configuration))
    guard let plan = try? BuildPlan.make(run.configuration, log: &log) else { return stamps }
    let cache = BuildCache(run.cache, output: plan.output, log: &log)
    for report in plan.reports where isWanted(report.source.path) {
      stamps[report.source.path] = try? Platform.stamp(report.source.path)
      for version in cache.record(of: report)?.versions ?? [] {
        for input in version.inputs where stamps[input.path] == nil {
          stamps[input.path] = .some(try? Platform.stamp(input.path))
        }
      }
    }
    return stamps
  }
}

extension BuildRun {
  /// The path of this program, to start it again as a worker; nil where the system does not say.
  public static var thisProgram: String? { Platform.program }

  /// Waits, in a worker, until the build that started it is gone or needs it no more.
  public static func awaitEnd() { Platform.awaitClosedInput() }

  /// Works as a worker until there are no more orders.
  ///
  /// - Parameter memory: how many bytes of memory the process may take; nil for any number.
  public static func work(memory: Int?) throws(ConversionFailure) { try Worker().run(memory: memory) }
}

extension BuildConfiguration {
  /// Has everything written to another folder, which counts from the current one.
  public mutating func write(to output: String) {
    let trimmed = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    self.output = Path.outOf(folder, trimmed)
  }
}
