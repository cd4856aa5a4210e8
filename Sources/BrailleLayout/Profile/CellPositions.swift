/// Where a block's lines begin, written `"3-1"`: the first line in cell 3, the others in cell 1.
public struct CellPositions: Hashable, Sendable, Codable {
  /// The cell the first line begins in, from 1.
  public var first: Int
  /// The cell the other lines begin in, from 1.
  public var runover: Int

  /// Makes positions.
  public init(_ first: Int, _ runover: Int) {
    self.first = first
    self.runover = runover
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let positions = CellPositions(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "cell positions are written like \"3-1\", cells from 1 to 60")
    }
    self = positions
  }

  /// Positions as they are written, `3-1`; nil for anything else.
  init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let cells = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    guard parts.count == 2, cells.count == 2, cells.allSatisfy({ (1...60).contains($0) }) else { return nil }
    self.init(cells[0], cells[1])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("\(first)-\(runover)")
  }

  /// The shape of a block that stands here, `margin` cells further right.
  public func shape(margin: Int = 0, setting: BlockShape.Setting = .left) -> BlockShape {
    BlockShape(first + margin, runover + margin, setting: setting)
  }
}
