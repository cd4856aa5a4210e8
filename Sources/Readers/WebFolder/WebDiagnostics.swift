import Diagnostics

extension Diagnostic {
  static func noWebPages() -> Diagnostic {
    Diagnostic(
      "WEB-001", .error, "there is no web page in it that can be read",
      hint: "name the file to convert, or a folder or zip that holds pages of HTML")
  }

  static func webWithoutIndex(first: String) -> Diagnostic {
    Diagnostic(
      "WEB-002", .note,
      "there is no index.html: the pages are in the order of their names, \(quoted(first, limit: 80)) first",
      hint: "add an index.html that leads to the pages in the order they are read in")
  }

  static func webPagesNotLinked(_ count: Int, first: String) -> Diagnostic {
    Diagnostic(
      "WEB-003", .warning,
      "\(counted(count, "page")) no other page leads to put at the end: \(quoted(first, limit: 80))",
      hint: "link them from the index where they belong, or take them out of the folder")
  }

  static func webRepeatedLeftOut(_ count: Int, words: String) -> Diagnostic {
    Diagnostic(
      "WEB-004", .note,
      "headers, footers and menus that pages repeat left out, \(counted(count, "time")): \(quoted(words))",
      hint: "give --whole-page to keep them all")
  }

  static func webTitlesMadeHeadings(_ count: Int) -> Diagnostic {
    Diagnostic(
      "WEB-005", .note, "\(counted(count, "page")) without a heading given the page's title as one",
      hint: "give each page a heading")
  }
}
