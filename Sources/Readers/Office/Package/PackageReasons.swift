import Diagnostics
import Packaging

extension PackageFault {
  /// Why a package cannot be opened, for the middle of a sentence.
  var reason: String {
    switch self {
    case .notAZip(let text): "it is no whole ZIP archive: \(text)"
    case .notWritten(let text): text
    case .unsafeName(let name): "it holds a file whose name leads out of it: \(quoted(name))"
    case .sameName(let name): "it holds two files of one name: \(quoted(name))"
    case .unreadable(let name, let text): "\(quoted(name)) in it cannot be unpacked: \(text)"
    case .tooLarge(let name): "\(quoted(name)) in it unpacks to more than the limit"
    case .tooManyFiles(let count): "it holds \(count) files"
    }
  }
}
