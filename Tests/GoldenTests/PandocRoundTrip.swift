import Foundation
import TestSupport
import Testing

/// What the program reads of a report is the same after a way through pandoc's JSON, but for places in the
/// source, texts side by side, which are one, spans that say nothing, and the order of notes, which pandoc has
/// where their marks are.
enum PandocRoundTrip {
  /// Takes a report that the program can read through pandoc's JSON; `name` is its path in the folder.
  static func check(_ name: String, options: [String], in folder: URL) throws {
    let before = try BuiltProgram.run(
      ["inspect", "--json", "--quiet"] + options + ["-o", "-", name], in: folder)
    guard before.exitCode == 0 else { return }
    let tree = try BuiltProgram.run(
      ["inspect", "--to", "pandoc-json", "--quiet"] + options + ["-o", "through.json", name], in: folder)
    try #require(tree.exitCode == 0, "\(tree.errors)")
    let after = try BuiltProgram.run(
      ["inspect", "--json", "--quiet", "--from", "pandoc-json", "-o", "-", "through.json"], in: folder)
    try #require(after.exitCode == 0, "\(after.errors)")
    let (first, second) = (try lines(before.output), try lines(after.output))
    guard first != second else { return }
    let index = zip(first, second).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let place = index ?? min(first.count, second.count)
    Issue.record(
      "node \(place): \(first.dropFirst(place).prefix(3)) became \(second.dropFirst(place).prefix(3))")
  }

  /// A tree as lines, one for each node.
  private static func lines(_ json: Data) throws -> [String] {
    guard var root = try JSONSerialization.jsonObject(with: json) as? [String: Any] else { return [] }
    let children = root["children"] as? [[String: Any]] ?? []
    let notes = children.filter { $0["kind"] as? String == "note" }
    root["children"] =
      children.filter { $0["kind"] as? String != "note" } + notes.sorted { name($0) < name($1) }
    var lines: [String] = []
    try append(root, depth: 0, to: &lines)
    return lines
  }

  private static func name(_ note: [String: Any]) -> String {
    (note["attributes"] as? [String: Any])?["note"] as? String ?? ""
  }

  private static func append(_ node: [String: Any], depth: Int, to lines: inout [String]) throws {
    var own = node
    for name in ["children", "range", "part"] { own[name] = nil }
    let text = try JSONSerialization.data(
      withJSONObject: own, options: [.sortedKeys, .withoutEscapingSlashes])
    lines.append(String(repeating: " ", count: depth) + String(decoding: text, as: UTF8.self))
    for child in joined(node["children"] as? [[String: Any]] ?? []) {
      try append(child, depth: depth + 1, to: &lines)
    }
  }

  /// The children with plain texts that stand side by side made one.
  private static func joined(_ children: [[String: Any]]) -> [[String: Any]] {
    var result: [[String: Any]] = []
    for child in children.flatMap(withoutPlainSpan) {
      if isPlainText(child), let last = result.last, isPlainText(last) {
        result[result.count - 1]["text"] = (last["text"] as? String ?? "") + (child["text"] as? String ?? "")
      } else {
        result.append(child)
      }
    }
    return result
  }

  private static func withoutPlainSpan(_ node: [String: Any]) -> [[String: Any]] {
    guard node["kind"] as? String == "span", node["attributes"] == nil else { return [node] }
    return (node["children"] as? [[String: Any]] ?? []).flatMap(withoutPlainSpan)
  }

  private static func isPlainText(_ node: [String: Any]) -> Bool {
    node["kind"] as? String == "text" && node["attributes"] == nil && node["children"] == nil
  }
}
