import DocumentModel

/// What differs between the renditions that are pages of HTML. None of it names a rendition: each
/// renderer chooses for itself.
struct WebContentChoices: Sendable {
  /// Which dialect the elements are written for.
  var syntax = Syntax.xhtml
  /// Whether elements say what they are in the vocabulary of EPUB (EPUB 3.3, 6.4).
  var epubTypes = EPUBTypes.omitted
  /// How levels of headings become those of HTML.
  var headings = HeadingLevels.asWritten(shift: 0)
  /// The element for each style of text.
  var emphasis: @Sendable (TextStyle) -> StyledElement = StyledElement.usual
  /// How the beginning of a print page is shown.
  var pageBreaks = PageBreaks.inTitle
  /// Whether long descriptions of pictures are open from the start.
  var descriptions = Disclosure.open
  /// Whether a `details` of the source can be folded.
  var details = Disclosure.foldable
  /// Whether a `details` that came from no source can be folded, where the source's can.
  var addedDetails = Disclosure.foldable
  /// How an item of a list holds several paragraphs.
  var listItems = ListItems.blocks
  /// Where a link outside the document leads; nil when it cannot be kept.
  var address: @Sendable (Link) -> String? = { $0.webAddress }
  /// What is done about a picture.
  var picture: @Sendable (Image) -> Picture = { _ in .absent }

  /// A dialect.
  enum Syntax: Sendable {
    /// Read as XML: languages are said twice, formulas name their namespace.
    case xhtml
    /// Read as HTML.
    case html
  }

  /// Whether `epub:type` is written.
  enum EPUBTypes: Sendable { case written, omitted }

  /// How levels of headings are mapped; past 6 the element is `h6` with its level beside it.
  enum HeadingLevels: Sendable {
    /// The source's levels, each lowered by `shift`.
    case asWritten(shift: Int)
    /// As they nest: a level the source passes over is closed up, and the highest is `1 + shift`.
    case closingGaps(shift: Int)
  }

  /// How the beginning of a print page is shown.
  enum PageBreaks: Sendable {
    /// An empty element whose title is the number: for those who ask for it.
    case inTitle
    /// The number in the text, after the word for a page.
    case visible
    /// The same with words that tell it from the pages of the rendition itself: print page 7.
    case visibleAsPrint
  }

  /// Whether something is shown at once.
  enum Disclosure: Sendable {
    /// As any text.
    case open
    /// In a `details` that is open and can be closed.
    case foldable
    /// In a `details` that is closed.
    case folded
  }

  /// How items of lists are written.
  enum ListItems: Sendable {
    /// As they are: paragraphs and all.
    case blocks
    /// Paragraphs as running text with line ends between them, for readers of tagged PDF that know
    /// no blocks in an item.
    case runningText
  }

  /// An element that shows a style.
  struct StyledElement: Hashable, Sendable {
    var name: String
    var role: String?

    init(_ name: String, class role: String? = nil) {
      self.name = name
      self.role = role
    }

    /// HTML's own element for each style.
    @Sendable static func usual(_ style: TextStyle) -> StyledElement {
      switch style {
      case .emphasis: StyledElement("em")
      case .strong: StyledElement("strong")
      case .underline: StyledElement("span", class: "underline")
      case .strikethrough: StyledElement("s")
      case .superscript: StyledElement("sup")
      case .subscript: StyledElement("sub")
      case .smallCapitals: StyledElement("span", class: "small-capitals")
      case .highlight: StyledElement("mark")
      case .quotation: StyledElement("q")
      case .citation: StyledElement("cite")
      case .inserted: StyledElement("ins")
      case .deleted: StyledElement("del")
      case .keyboard: StyledElement("kbd")
      case .sample: StyledElement("samp")
      case .variable: StyledElement("var")
      case .definition: StyledElement("dfn")
      case .small: StyledElement("small")
      }
    }
  }

  /// What is done about a picture.
  enum Picture: Hashable, Sendable {
    /// It is shown, from an address.
    case shown(address: String, width: Int?, height: Int?)
    /// It is left out and nothing stands for it: it carries no information.
    case omitted
    /// Its bytes are not to be had: its words stand in its place.
    case absent
  }
}
