import Diagnostics
import DocumentModel

extension Transform {
  /// Says which pictures' files are not there to be sent along: each address once. It asks the disk
  /// whether a file is there and opens none. For renditions that show no pictures.
  public static let imageAudit = Transform("image audit") { document, folder, log throws(ConversionFailure) in
    var search = PictureSearch(folder: folder, known: document.resources)
    document.walk { node in
      if case .inline(.image(let image)) = node, case .fault(let fault) = search.finding(for: image) {
        log.report(fault)
      }
    }
    return document
  }
}
