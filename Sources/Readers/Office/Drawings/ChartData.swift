import Diagnostics
import DocumentModel

/// What a chart shows, as text: the values it kept when it was saved.
struct ChartData {
  struct Series {
    var name = ""
    var categories: [Int: String] = [:]
    var values: [Int: String] = [:]
  }

  var title = ""
  var categoryTitle = ""
  var valueTitle = ""
  var series: [Series] = []

  /// The data as a table: a column for each series, a row for each category.
  func table(_ alternative: TextAlternative, at range: SourceRange?) -> Table {
    let info = NodeInfo(range: range)
    func cell(_ text: String, _ heading: HeadingScope? = nil) -> TableCell {
      let text = text.collapsed
      let blocks: [Block] =
        text.isEmpty ? [] : [.paragraph(Paragraph([.text(Text(text, info: info))], info: info))]
      return TableCell(blocks, heading: text.isEmpty ? nil : heading, info: info)
    }
    let head = TableRow(
      [cell(categoryTitle, .column)] + series.map { cell($0.name, .column) }, info: info)
    let count = series.map { max($0.values.count, $0.categories.count) }.max() ?? 0
    let rows = (0..<count).map { index in
      let category = series.lazy.compactMap { $0.categories[index] }.first ?? "\(index + 1)"
      return TableRow([cell(category, .row)] + series.map { cell($0.values[index] ?? "") }, info: info)
    }
    var table = Table(columns: [], head: [head], bodies: [TableBody(rows)], info: info)
    let title = [title, valueTitle].filter { !$0.isEmpty }.joined(separator: ": ")
    if !title.isEmpty {
      table.caption = [.paragraph(Paragraph([.text(Text(title, info: info))], info: info))]
    }
    if case .text(let words, _) = alternative { table.summary = words }
    table.settleGrid()
    return table
  }
}
