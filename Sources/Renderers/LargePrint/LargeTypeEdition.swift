import DocumentModel
import Wording

/// The editions that are set in large type on pages of the same making.
enum LargeTypeEdition: Hashable, Sendable {
  /// Large print.
  case largePrint
  /// Easy read: each idea with its picture beside it.
  case easyRead

  /// Whose content it shows.
  var format: Format {
    switch self {
    case .largePrint: .largePrint
    case .easyRead: .easyRead
    }
  }

  /// What it says it is.
  var name: ProgramWords.Name {
    switch self {
    case .largePrint: .largePrintSize
    case .easyRead: .easyRead
    }
  }
}
