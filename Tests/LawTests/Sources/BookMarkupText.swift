import Foundation
import Packaging
import TestSupport

/// The words of a book as a scan of its markup finds them, which shares nothing with the readers: tags are
/// taken out of the characters, and what stands between blocks is parted.
enum BookMarkupText {
  /// The words of a file: a DTBook, an EPUB, or the folder of a DAISY book.
  static func words(of file: URL) throws -> [String] {
    if file.pathExtension == "epub" { return try words(ofEPUB: file) }
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
    guard isFolder.boolValue else { return words(of: try Data(contentsOf: file)) }
    let names = try FileManager.default.contentsOfDirectory(atPath: file.path).sorted()
    return try names.filter {
      $0 == "content.html" || $0 == "dtbook.xml" || $0 == "book.xml" || $0 == "F00000.xml"
    }
    .flatMap { words(of: try Data(contentsOf: file.appending(path: $0))) }
  }

  private static func words(ofEPUB file: URL) throws -> [String] {
    let package = try ZipReader(consistency: .readable).read([UInt8](Data(contentsOf: file)))
    guard let opf = package.files.first(where: { $0.path.hasSuffix(".opf") }) else { return [] }
    let text = String(decoding: opf.bytes, as: UTF8.self)
    var items: [String: (path: String, isNavigation: Bool)] = [:]
    for match in text.matches(of: #/<(?:opf:)?item\s[^>]*>/#) {
      guard let id = value("id", match.0), let address = value("href", match.0) else { continue }
      let isDrawing = value("media-type", match.0) == "image/svg+xml"
      let folder = opf.path.split(separator: "/").dropLast().map(String.init)
      let path = (folder + [(address.removingPercentEncoding ?? address)]).joined(separator: "/")
      if !isDrawing { items[id] = (path, value("properties", match.0)?.contains("nav") ?? false) }
    }
    var words: [String] = []
    for match in text.matches(of: #/<(?:opf:)?itemref\s[^>]*>/#) {
      guard let id = value("idref", match.0), let item = items.removeValue(forKey: id),
        let part = package.files.first(where: { $0.path == item.path })
      else { continue }
      words += self.words(of: Data(part.bytes), leavingOut: item.isNavigation ? ["nav"] : [])
    }
    return words
  }

  private static func value(_ name: String, _ tag: Substring) -> String? {
    for part in [#"\s\#(name)="([^"]*)""#, #"\s\#(name)='([^']*)'"#] {
      guard let expression = try? Regex(part), let match = tag.firstMatch(of: expression) else { continue }
      return match.output[1].substring.map(String.init)
    }
    return nil
  }

  /// The words between the tags of one file, from its body or book on.
  static func words(of data: Data, leavingOut extra: Set<String> = []) -> [String] {
    let left = extra.union(["script", "style", "template", "math", "svg", "default", "trigger", "head", "rp"])
    var text = ""
    var skipped: [String] = []
    var rest = decoded(data)[...]
    var isShown = false
    while let first = rest.first {
      guard first == "<" else {
        let run = rest.prefix { $0 != "<" }
        rest = rest.dropFirst(run.count)
        if isShown, skipped.isEmpty { text += unescaped(run) }
        continue
      }
      if rest.hasPrefix("<!--") {
        rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if rest.hasPrefix("<![CDATA[") {
        let end = rest.range(of: "]]>") ?? rest.endIndex..<rest.endIndex
        if isShown, skipped.isEmpty {
          text += rest[rest.index(rest.startIndex, offsetBy: 9)..<end.lowerBound]
        }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") || rest.hasPrefix("<!") {
        rest = rest.firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
      } else {
        let tag = rest.prefix { $0 != ">" }
        rest = rest.dropFirst(tag.count + 1)
        let isEnd = tag.hasPrefix("</")
        let full = tag.dropFirst(isEnd ? 2 : 1).prefix { !$0.isWhitespace && $0 != "/" }
        let name = full.split(separator: ":").last.map { $0.lowercased() } ?? ""
        if name == "body" || name == "book" { isShown = true }
        if left.contains(name), !tag.hasSuffix("/") {
          if !isEnd {
            skipped.append(name)
          } else if let last = skipped.lastIndex(of: name) {
            skipped.remove(at: last)
          }
        }
        if !inline.contains(name) { text += " " }
      }
    }
    return text.words
  }

  private static func decoded(_ data: Data) -> String {
    let head = String(decoding: data.prefix(200), as: UTF8.self).lowercased()
    let isLatin = head.contains("iso-8859-1") || head.contains("windows-1252")
    if isLatin, String(data: data, encoding: .utf8) == nil {
      return String(data: data, encoding: .windowsCP1252) ?? ""
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var result = ""
    var rest = text
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[rest.index(after: ampersand)...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else { result += "&"; continue }
      let name = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if name.hasPrefix("#x"), let code = UInt32(name.dropFirst(2), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result.unicodeScalars.append(scalar)
      } else if name.hasPrefix("#"), let code = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(code) {
        result.unicodeScalars.append(scalar)
      } else {
        result += named[String(name)] ?? " "
      }
    }
    return result + rest
  }

  private static let named = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "eacute": "é",
    "egrave": "è",
    "agrave": "à", "auml": "ä", "ouml": "ö", "uuml": "ü", "aring": "å", "szlig": "ß", "ccedil": "ç",
    "mdash": "—",
    "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "copy": "©",
    "ecirc": "ê",
    "Eacute": "É", "oacute": "ó", "aacute": "á", "iuml": "ï", "ocirc": "ô", "shy": "\u{AD}",
  ]

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdo", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "samp", "sent",
    "small", "span", "strong", "tt", "u", "var", "w", "wbr", "big", "time", "ruby", "rb",
  ]
}
