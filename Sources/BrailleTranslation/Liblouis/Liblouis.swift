internal import CLiblouis
internal import Diagnostics
internal import Synchronization

/// The one way into liblouis.
///
/// The library keeps everything in globals (table chains, pass buffers, position maps), so two
/// threads in it at once crash or give wrong cells. All of it stands behind one mutex, which costs
/// tens of nanoseconds a call.
final class Liblouis: Sendable {
  static let shared = Liblouis()

  /// Dot patterns in, dot patterns out, as U+2800 plus the dots: the only mode that never depends on
  /// a display table.
  static let mode = Int32(bitPattern: dotsIO.rawValue | ucBrl.rawValue)

  /// Leaves out characters the table does not know, to tell whether it does.
  static let noUndefined = Int32(bitPattern: CLiblouis.noUndefined.rawValue)

  /// Typeforms that stand for what they say in any table.
  enum Typeform {
    static let noContract = UInt16(truncatingIfNeeded: no_contract.rawValue)
  }

  private let buffers = Mutex(LiblouisBuffers())
  private let fault: String?

  private init() {
    LogCapture.start()
    TableResolver.install()
    let size = lou_charSize()
    fault = size == 4 ? nil : "its characters are \(size) bytes wide, not 4"
  }

  /// Reads a table list into liblouis's cache; the list holds absolute paths that exist.
  func compile(_ tables: String) throws(ConversionFailure) {
    if let fault { throw ConversionFailure(.unusableLiblouis(fault)) }
    let (compiled, log) = buffers.withLock { _ in
      _ = LogCapture.take()
      return (lou_getTable(tables) != nil, LogCapture.take())
    }
    guard compiled else { throw ConversionFailure(.tableDoesNotCompile(tables, log: log)) }
  }

  /// The typeform a table has for a class of emphasis, such as `italic`; 0 when it has none.
  func typeform(_ emphasisClass: String, tables: String) -> UInt16 {
    buffers.withLock { _ in lou_getTypeformForEmphClass(tables, emphasisClass) }
  }

  /// Translates print characters to cells.
  ///
  /// - Parameters:
  ///   - input: print as UCS-4, without NUL (liblouis stops at one).
  ///   - typeforms: one for each character, or empty.
  ///   - tables: absolute paths, comma-separated, as `compile` took them.
  ///   - extraMode: mode bits beside `mode`.
  func translate(
    _ input: [UInt32], typeforms: [UInt16] = [], tables: String, extraMode: Int32 = 0
  ) throws(ConversionFailure) -> RawBraille {
    guard !input.isEmpty else { return RawBraille(cells: [], origins: []) }
    guard let pieces = LongRuns.pieces(of: input) else {
      return try translateWhole(input, typeforms: typeforms, tables: tables, extraMode: extraMode)
    }
    var raw = RawBraille(cells: [], origins: [])
    for piece in pieces {
      let part = try translateWhole(
        Array(input[piece]), typeforms: typeforms.isEmpty ? [] : Array(typeforms[piece]), tables: tables,
        extraMode: extraMode)
      raw.cells += part.cells
      raw.origins += part.origins.map { $0 + Int32(piece.lowerBound) }
    }
    return raw
  }

  private func translateWhole(
    _ input: [UInt32], typeforms: [UInt16], tables: String, extraMode: Int32
  ) throws(ConversionFailure) -> RawBraille {
    let result = buffers.withLock { buffers -> RawBraille? in
      defer { buffers.trim() }
      let done = input.withUnsafeBufferPointer { input in
        typeforms.withUnsafeBufferPointer {
          buffers.translate(input, typeforms: $0, tables: tables, mode: Self.mode | extraMode)
        }
      }
      guard done else { return nil }
      return RawBraille(
        cells: buffers.cells.map { UInt8(truncatingIfNeeded: $0) }, origins: Array(buffers.origins))
    }
    if let result { return result }
    throw ConversionFailure(.translationFailed(LogCapture.take().first ?? "it gave no reason"))
  }

  /// Translates cells back to print.
  func backTranslate(_ cells: [UInt8], tables: String) throws(ConversionFailure) -> String {
    let result = buffers.withLock { buffers -> String? in
      defer { buffers.trim() }
      // liblouis's own form of dots, which every version reads: 0x8000 plus the dots.
      let done = cells.map { 0x8000 | UInt32($0) }.withUnsafeBufferPointer {
        buffers.backTranslate($0, tables: tables, mode: Self.mode)
      }
      guard done else { return nil }
      var text = String.UnicodeScalarView()
      for value in buffers.cells { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
      return String(text)
    }
    if let result { return result }
    throw ConversionFailure(.translationFailed(LogCapture.take().first ?? "it gave no reason"))
  }
}

/// What one call of liblouis gives.
struct RawBraille: Sendable {
  /// Dots, as in `BrailleText.cells`.
  var cells: [UInt8]
  /// For each cell, the index of the input character it came from, as liblouis has it.
  var origins: [Int32]
}
