import CGumbo
import Diagnostics

/// HTML turned into trees of elements and text by the HTML parsing algorithm.
struct GumboParse {
  /// What `body` holds.
  var body = MarkupTree()
  /// What `head` holds; empty for a fragment.
  var head = MarkupTree()
  /// The attributes of `html` and `body`.
  var rootAttributes: [MarkupTree.Attribute] = []
  var bodyAttributes: [MarkupTree.Attribute] = []

  /// Whether markup that nests too deep was made flat before it was parsed, which has been said.
  private(set) var isFlattened = false

  /// What is parsed.
  enum Extent {
    /// A page, with or without `html`, `head` and `body`.
    case document
    /// What a `body` may hold.
    case fragment
  }

  /// Parses markup in valid UTF-8.
  ///
  /// - Parameter range: The source range of the bytes from one offset up to another; Markdown, which
  ///   hands over markup that is not its source byte by byte, maps the offsets here.
  /// - Throws: `markupTooTangled` and `tooManyAttributes`, for what would take quadratic time.
  init(
    _ bytes: [UInt8], as extent: Extent, log: inout DiagnosticLog,
    range: (_ start: Int, _ end: Int) -> SourceRange?
  ) throws(ConversionFailure) {
    var budget = MarkupBudget(bytes)
    try budget.check(range: range)
    if let offset = budget.firstFlattened {
      isFlattened = true
      log.report(.nestingFlattened(at: range(offset, offset)))
    }
    let arena = GumboArena()
    withExtendedLifetime(arena) {
      budget.bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { text in
          read(text, extent, arena, range)
        }
      }
    }
  }

  private mutating func read(
    _ text: UnsafeBufferPointer<CChar>, _ extent: Extent, _ arena: GumboArena,
    _ range: (Int, Int) -> SourceRange?
  ) {
    guard let start = text.baseAddress else { return }
    var options = kGumboDefaultOptions
    options.allocator = { arena, size in
      guard let arena else { return nil }
      return Unmanaged<GumboArena>.fromOpaque(arena).takeUnretainedValue().allocate(size)
    }
    options.deallocator = { _, _ in }
    options.userdata = Unmanaged.passUnretained(arena).toOpaque()
    options.max_errors = 0
    if extent == .fragment { options.fragment_context = GUMBO_TAG_BODY }
    guard let output = gumbo_parse_with_options(&options, start, text.count),
      let root = output.pointee.root
    else { return }
    let converter = GumboConverter(start: start, count: text.count)
    rootAttributes = converter.attributes(of: root)
    guard extent == .document else {
      body = converter.tree(of: root, range)
      return
    }
    for child in converter.children(of: root) {
      guard child.pointee.type == GUMBO_NODE_ELEMENT else { continue }
      switch child.pointee.v.element.tag {
      case GUMBO_TAG_HEAD: head = converter.tree(of: child, range)
      default:
        bodyAttributes = converter.attributes(of: child)
        body = converter.tree(of: child, range)
      }
    }
  }
}
