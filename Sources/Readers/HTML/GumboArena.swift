/// Memory for one parse, given back at once.
///
/// gumbo's own clean-up walks the tree by recursion and overflows the stack on deep trees, so its
/// tree is never destroyed node by node: everything it asks for comes from here.
final class GumboArena {
  private static let blockSize = 1 << 18
  private static let alignment = 16

  private var blocks: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var left = 0

  /// Room for `size` bytes, aligned for any C type.
  func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let size = (max(1, size) + Self.alignment - 1) & ~(Self.alignment - 1)
    if let room = next, size <= left {
      next = room + size
      left -= size
      return room
    }
    let length = max(size, Self.blockSize)
    let block = UnsafeMutableRawPointer.allocate(byteCount: length, alignment: Self.alignment)
    blocks.append(block)
    // Something large has a block of its own, and the current one stays in use.
    if size < Self.blockSize {
      next = block + size
      left = length - size
    }
    return block
  }

  deinit { for block in blocks { block.deallocate() } }
}
