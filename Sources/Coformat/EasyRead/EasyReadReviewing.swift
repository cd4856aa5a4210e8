public import Diagnostics
import EasyRead
public import Renderers

/// A review page of easy read to be made; no byte has been read.
public struct EasyReadReviewing: PlannedTask {
  private var plan: Plan
  private let request: EasyReadRequest

  /// Where the report comes from.
  public var input: Input { plan.input }

  /// The extension of review pages, without the full stop before it.
  public static let fileExtension = "easy-read-review.html"

  /// Takes the plan of easy read, of which reading counts.
  ///
  /// - Parameters:
  ///   - plan: how the report is read.
  ///   - request: what easy read is asked for.
  public init(_ plan: Plan, _ request: EasyReadRequest) {
    self.plan = plan
    self.request = request
  }

  /// Reads the report, makes the draft and the page about it. Decisions of the author that do not fit
  /// the report any more are errors, and the page has them first.
  public func run(log: inout DiagnosticLog) throws(ConversionFailure) -> Rendition {
    let read = try plan.read(log: &log)
    let draft = try EasyReadDraft(of: read.document, request, from: input, isForReview: true, log: &log)
    for problem in draft.stale { log.report(problem) }
    let ideas = try draft.edition(request, log: &log).ideas
    let authorFile: String
    switch request.authorFile {
    case .file(let path): authorFile = path
    case .besideReport, .none:
      if case .file(let path) = input {
        authorFile = Path.name(of: Path.replacingExtension(of: path, with: AuthorFile.fileExtension))
      } else {
        authorFile = "report." + AuthorFile.fileExtension
      }
    }
    let review = EasyReadReview(
      draft.result, ideas: ideas, stale: draft.stale, source: Path.name(of: input.name),
      authorFile: authorFile)
    return review.rendition()
  }
}
