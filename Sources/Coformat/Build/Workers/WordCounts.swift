import DocumentModel
import Renderers

extension Document {
  /// How many words a reader meets: runs of characters between white space that hold a letter or a digit.
  var wordCount: Int {
    var count = 0
    walk { node in
      switch node {
      case .inline(.text(let text)): count += text.string.wordCount
      case .inline(.code(let code)): count += code.text.wordCount
      case .block(.code(let code)): count += code.text.wordCount
      case .inline, .block: break
      }
    }
    return count
  }

  /// The words of the first heading; nil where there is none.
  var firstHeading: String? {
    for case .heading(let heading) in blocks {
      let words = heading.inlines.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { return words }
    }
    return nil
  }
}

extension StringProtocol {
  /// How many words there are.
  var wordCount: Int {
    split(whereSeparator: \.isWhitespace).count { word in
      word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
  }
}

extension Rendition {
  /// How many words the files have, where they are text: groups of cells in braille, words between the
  /// tags of markup; nil of others, such as sound.
  var wordCount: Int? {
    var count: Int?
    for artifact in artifacts {
      let type = artifact.mediaType
      if type.hasPrefix("text/vnd.braille") || type.hasPrefix("text/plain") {
        count = (count ?? 0) + artifact.bytes.split { $0 <= 0x20 }.count
      } else if type.contains("xml") || type.hasPrefix("text/html") {
        count = (count ?? 0) + Self.wordsBetweenTags(artifact.bytes)
      }
    }
    return count
  }

  /// Counts runs between white space outside of tags, styles and scripts.
  private static func wordsBetweenTags(_ bytes: [UInt8]) -> Int {
    var (count, isInTag, isInWord) = (0, false, false)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        for name in ["style", "script"] where bytes[(index + 1)...].starts(with: name.utf8) {
          let end = Array("</\(name)".utf8)
          while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
        }
        isInTag = true
        isInWord = false
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
      } else if !isInTag {
        if byte <= 0x20 {
          isInWord = false
        } else if !isInWord {
          isInWord = true
          count += 1
        }
      }
      index += 1
    }
    return count
  }
}
