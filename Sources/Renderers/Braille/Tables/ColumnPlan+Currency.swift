import DocumentModel

extension ColumnPlan {
  /// Takes the currency sign off the entries of columns in which every one begins with it, and sets it in
  /// brackets below the column's heading (UKAAF B004, Appendix E).
  mutating func liftCurrency() {
    guard let last = headings.indices.last else { return }
    for position in headings[last].indices {
      let heading = headings[last][position]
      guard heading.column > 0, heading.columnSpan == 1, case .cells(let cells) = heading.content,
        let sign = commonCurrency(of: heading.column)
      else { continue }
      let name = TableCell([.paragraph(Paragraph([.lineBreak(LineBreak()), .text(Text("(\(sign))"))]))])
      let named = cells.last.map { $0.adding(name) } ?? name
      headings[last][position].content = .cells(cells.dropLast() + [named])
      removeFirstCharacter(ofColumn: heading.column)
    }
  }

  /// The sign all entries of a column begin with; nil when there is none.
  private func commonCurrency(of column: Int) -> Character? {
    var common: Character?
    for row in rows {
      for cell in row where cell.column <= column && column < cell.column + cell.columnSpan {
        guard case .cells(let cells) = cell.content else { continue }
        for entry in cells where !entry.isBlank {
          guard cell.columnSpan == 1, let sign = entry.firstCurrency, common == nil || common == sign else {
            return nil
          }
          common = sign
        }
      }
    }
    return common
  }

  private mutating func removeFirstCharacter(ofColumn column: Int) {
    for row in rows.indices {
      for index in rows[row].indices where rows[row][index].column == column {
        guard case .cells(let cells) = rows[row][index].content else { continue }
        rows[row][index].content = .cells(cells.map(\.withoutFirstCharacter))
      }
    }
  }
}

extension TableCell {
  /// The currency sign its text begins with.
  fileprivate var firstCurrency: Character? {
    guard case .paragraph(let node)? = blocks.first, case .text(let text)? = node.inlines.first,
      let sign = text.string.first, sign.isCurrencySymbol, text.string.count > 1
    else { return nil }
    return sign
  }

  fileprivate var withoutFirstCharacter: TableCell {
    guard firstCurrency != nil, case .paragraph(var node)? = blocks.first,
      case .text(var text)? = node.inlines.first
    else { return self }
    text.string.removeFirst()
    node.inlines[0] = .text(text)
    var copy = self
    copy.blocks[0] = .paragraph(node)
    return copy
  }

  /// The cell with more text at its end.
  fileprivate func adding(_ other: TableCell) -> TableCell {
    var copy = self
    guard case .paragraph(var own)? = copy.blocks.last, case .paragraph(let more)? = other.blocks.first else {
      copy.blocks += other.blocks
      return copy
    }
    own.inlines += more.inlines
    copy.blocks[copy.blocks.count - 1] = .paragraph(own)
    return copy
  }
}
