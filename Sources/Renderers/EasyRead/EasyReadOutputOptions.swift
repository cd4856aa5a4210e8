/// What may be chosen about the files easy read is given out in.
public struct EasyReadOutputOptions: Codable, Hashable, Sendable {
  /// What kind of file is made.
  public var fileType: FileType
  /// The page, for HTML and Word: size, typeface, colours, paper. The rest of it is easy read's own.
  public var page: LargePrintOptions

  /// Makes options; the defaults are HTML of 16 point.
  public init(fileType: FileType = .html, page: LargePrintOptions = LargePrintOptions()) {
    self.fileType = fileType
    self.page = page
  }

  /// The kinds of file easy read can be.
  public enum FileType: String, CaseIterable, Codable, Sendable {
    /// Text without layout, a sentence a line.
    case text
    /// Markdown, to be worked on.
    case markdown
    /// One page of HTML, for screens and for printing from a browser.
    case html
    /// A Word document with styles, to be worked on.
    case docx
  }
}
