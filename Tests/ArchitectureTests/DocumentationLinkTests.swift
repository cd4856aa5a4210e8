import Foundation
import TestSupport
import Testing

/// What the documentation points to is there.
@Suite struct DocumentationLinkTests {
  private static let articles = SourceFile.below("Sources/Coformat/Coformat.docc", suffix: ".md")

  @Test func `Every link to an article leads to one`() {
    let names = Set(Self.articles.map { URL(filePath: $0.path).deletingPathExtension().lastPathComponent })
    #expect(names.count > 15)
    for file in Self.articles + SourceFile.below("Sources") {
      for match in file.text.matches(of: /<doc:([^>]+)>/) {
        #expect(names.contains(String(match.1)), "\(file.path): \(match.1)")
      }
    }
  }

  /// Otherwise nobody finds it.
  @Test func `Every article is linked from another`() {
    for article in Self.articles {
      let name = URL(filePath: article.path).deletingPathExtension().lastPathComponent
      let others = Self.articles.filter { $0.path != article.path }
      #expect(name == "Coformat" || others.contains { $0.text.contains("<doc:\(name)>") }, "\(name)")
    }
  }

  /// Two back quotes on each side are a link to a symbol of the library; three are a fence of code.
  @Test func `Every link to a symbol leads to a declaration`() {
    let declared = SourceFile.below("Sources/Coformat").map(\.text).joined(separator: "\n")
    for article in Self.articles {
      for match in article.text.matches(of: /[^`]``([A-Za-z]+)[^`]*``/) where match.1 != "Coformat" {
        let name = String(match.1)
        let isDeclared = ["struct", "enum", "protocol", "func", "typealias"].contains {
          declared.contains("public \($0) \(name)")
        }
        #expect(isDeclared, "\(article.path): \(name)")
      }
    }
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Samples/README.md"])
  func `Every relative link leads to a file`(path: String) throws {
    let file = SharedData.packageRoot.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)#]+)[^)]*\)/) where !match.1.contains(":") {
      let target = file.deletingLastPathComponent().appending(path: String(match.1))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(path): \(match.1)")
    }
  }
}
