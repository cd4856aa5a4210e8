internal import CLiblouis

/// The memory liblouis works in, kept between calls, with the sizes it needs to stay inside it.
///
/// liblouis sizes an internal buffer from the output length but writes it by the input length, so
/// the output must never be shorter than the input or than 1024; and it writes typeforms back for
/// each output cell, so that array is as long as the longer of the two and is filled anew each time.
/// It copies `outlen` characters in every pass, so the length it is told stays tight.
struct LiblouisBuffers: ~Copyable {
  private var capacity = 0
  private var output = UnsafeMutablePointer<UInt32>.allocate(capacity: 0)
  private var typeforms = UnsafeMutablePointer<UInt16>.allocate(capacity: 0)
  private var outputPositions = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private var inputPositions = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private var count = 0

  /// Buffers larger than this are given back after the call that needed them.
  private static let kept = 1 << 18
  /// The most cells a character may become before we stop growing: an undefined one is 8.
  private static let expansionLimit = 64

  deinit { deallocate() }

  /// What the last call gave: U+2800 plus dots, or print characters.
  var cells: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: output, count: count) }
  /// For each of `cells`, the index of the input character it came from.
  var origins: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: inputPositions, count: count) }

  /// Translates all of `input`, growing until it fits; false when liblouis gives up.
  mutating func translate(
    _ input: UnsafeBufferPointer<UInt32>, typeforms given: UnsafeBufferPointer<UInt16>, tables: String,
    mode: Int32
  ) -> Bool {
    precondition(given.isEmpty || given.count == input.count)
    // Prose comes out no longer than it went in; brackets double, accented capitals triple.
    var length = max(1024, input.count < 1 << 16 ? 3 * input.count + 64 : input.count + input.count / 2)
    while true {
      reserve(length)
      if !given.isEmpty {
        typeforms.update(repeating: 0, count: length)
        for index in given.indices { typeforms[index] = given[index] }
      }
      guard var produced = Int32(exactly: length) else { return false }
      var consumed = Int32(truncatingIfNeeded: input.count)  // shorter than `length`
      let ok = lou_translate(
        tables, input.baseAddress, &consumed, output, &produced, given.isEmpty ? nil : typeforms, nil,
        outputPositions, inputPositions, nil, mode)
      guard ok == 1 else { return false }
      if Int(consumed) >= input.count, Self.hasRoomLeft(after: produced, of: length) {
        count = Int(produced)
        return true
      }
      guard length < input.count * Self.expansionLimit + 8192 else { return false }
      length *= 2
    }
  }

  /// Translates cells back to print, growing until it fits; false when liblouis gives up.
  mutating func backTranslate(
    _ input: UnsafeBufferPointer<UInt32>, tables: String, mode: Int32
  ) -> Bool {
    var length = 4 * input.count + 2048
    while true {
      reserve(length)
      guard var produced = Int32(exactly: length) else { return false }
      var consumed = Int32(truncatingIfNeeded: input.count)  // shorter than `length`
      // No typeform array: back-translation would overwrite `outlen` of them.
      guard
        lou_backTranslateString(
          tables, input.baseAddress, &consumed, output, &produced, nil, nil, mode) == 1
      else { return false }
      if Int(consumed) >= input.count, Self.hasRoomLeft(after: produced, of: length) {
        count = Int(produced)
        return true
      }
      guard length < input.count * Self.expansionLimit + 8192 else { return false }
      length *= 2
    }
  }

  /// Whether the output ended because the input did.
  ///
  /// A full buffer is no error to liblouis. Mostly it then says how much of the input it came to, but
  /// not always: of undefined characters it says it took all, and leaves out what had no room. The
  /// cells of one character and what later passes take away again must fit in what is left.
  private static func hasRoomLeft(after produced: Int32, of length: Int) -> Bool {
    Int(produced) + max(256, length / 8) <= length
  }

  /// Gives back what one very long paragraph needed.
  mutating func trim() {
    if capacity > Self.kept { release() }
  }

  private mutating func reserve(_ length: Int) {
    guard length > capacity else { return }
    release()
    capacity = length
    output = .allocate(capacity: length)
    typeforms = .allocate(capacity: length)
    outputPositions = .allocate(capacity: length)
    inputPositions = .allocate(capacity: length)
  }

  private mutating func release() {
    deallocate()
    (capacity, count) = (0, 0)
    (output, typeforms) = (.allocate(capacity: 0), .allocate(capacity: 0))
    (outputPositions, inputPositions) = (.allocate(capacity: 0), .allocate(capacity: 0))
  }

  private func deallocate() {
    output.deallocate()
    typeforms.deallocate()
    outputPositions.deallocate()
    inputPositions.deallocate()
  }
}
