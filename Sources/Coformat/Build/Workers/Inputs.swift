import Diagnostics

/// The files something is made from, noted so that a change of one of them, even while it is read, is
/// never missed.
struct Inputs {
  /// The files that were looked for, whether they were there or not.
  var paths: [String]
  private let source: String
  /// What the report was before it was read.
  private let stamp: Platform.Stamp?
  private let began: Int

  /// Begins before a report is read.
  init(_ source: String) {
    self.source = source
    paths = [source]
    stamp = try? Platform.stamp(source)
    began = Platform.now()
  }

  /// The files as they were when they were read. One that has been changed since is noted as another
  /// than it is, so that what was made from it does not count as made from what is there now.
  ///
  /// - Parameter outputs: what was made itself, by paths in the output folder: none of it is an input.
  func states(
    for order: WorkOrder, besides outputs: [String] = [], log: inout DiagnosticLog
  ) -> [FileState] {
    var seen = Set(outputs.map { Path.join(order.output, $0) })
    let staging = Path.folder(of: order.staging) + "/"
    var states: [FileState] = []
    for path in paths where !path.hasPrefix(staging) && seen.insert(path).inserted {
      var state = FileState.now(path)
      // Files are stamped with a clock that is a little behind.
      let then = began - 15_000_000
      let isOther = path == source && (try? Platform.stamp(path)) != stamp
      if isOther || state.modified >= then || state.changed >= then {
        state.spoil()
        log.report(.changedMeanwhile(path))
      }
      states.append(state)
    }
    return states
  }
}
