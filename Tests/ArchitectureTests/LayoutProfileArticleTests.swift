import Foundation
import TestSupport
import Testing

/// The article on layout profiles explains every key of the schema.
@Suite struct LayoutProfileArticleTests {
  @Test func everyKeyIsExplained() throws {
    let root = SharedData.packageRoot
    let article = try String(
      contentsOf: root.appending(path: "Sources/Coformat/Coformat.docc/LayoutProfiles.md"), encoding: .utf8)
    let data = try Data(contentsOf: root.appending(path: "Tables/schemas/layout-profile.schema.json"))
    let keys = keys(in: try JSONSerialization.jsonObject(with: data))
    #expect(keys.count > 60)
    for key in keys { #expect(article.contains("\n| `\(key)` |"), "\(key)") }
  }

  /// The names of all properties, at any depth.
  private func keys(in value: Any) -> Set<String> {
    guard let object = value as? [String: Any] else { return [] }
    var found: Set<String> = []
    for (name, inner) in object {
      if name == "properties", let properties = inner as? [String: Any] { found.formUnion(properties.keys) }
      found.formUnion(keys(in: inner))
    }
    return found
  }
}
