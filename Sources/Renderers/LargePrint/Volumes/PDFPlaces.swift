/// How many pages a PDF has and where in it the named places are, read out of one WeasyPrint has made.
struct PDFPlaces {
  /// The heights of the pages, in points.
  private(set) var heights: [Double] = []
  /// The places by their names.
  private(set) var all: [String: Place] = [:]

  /// A place: its page, from 0, and how far down it is, in points.
  struct Place: Hashable {
    var page: Int
    var top: Double
  }

  /// How many pages there are.
  var pages: Int { heights.count }

  /// Where a name is.
  subscript(name: String) -> Place? { all[name] }

  /// Reads a PDF; nil where its pages cannot be found.
  init?(_ pdf: [UInt8]) {
    let objects = Self.objects(of: pdf[...])
    func followed(_ object: PDFObject?) -> PDFObject? {
      if case .reference(let number)? = object { objects[number] } else { object }
    }
    func isOf(_ type: String, _ object: PDFObject) -> Bool {
      if case .word(let name)? = object["Type"] { name == "/" + type } else { false }
    }
    guard let catalog = objects.values.first(where: { isOf("Catalog", $0) }) else { return nil }
    var numbers: [Int: Int] = [:]
    /// Pages stand in a tree, and have what is around them where they do not say it themselves.
    func collect(_ object: PDFObject?, box: PDFObject?, depth: Int) {
      guard depth < 32, let node = followed(object) else { return }
      let box = node["MediaBox"] ?? box
      guard let kids = followed(node["Kids"])?.elements else {
        guard case .reference(let number)? = object, numbers[number] == nil else { return }
        numbers[number] = heights.count
        let corners = followed(box)?.elements?.compactMap(\.number) ?? []
        heights.append(corners.count == 4 ? corners[3] - corners[1] : 842)
        return
      }
      for kid in kids { collect(kid, box: box, depth: depth + 1) }
    }
    collect(catalog["Pages"], box: nil, depth: 0)
    guard !heights.isEmpty else { return nil }
    let names =
      followed(followed(catalog["Names"])?["Dests"]).flatMap { followed($0["Names"])?.elements } ?? []
    for index in stride(from: 0, to: names.count - 1, by: 2) {
      guard let name = names[index].text, let place = followed(names[index + 1])?.elements, place.count > 3,
        case .reference(let number) = place[0], let page = numbers[number]
      else { continue }
      all[name] = Place(page: page, top: heights[page] - (place[3].number ?? heights[page]))
    }
  }

  /// The objects by their numbers, those in streams of objects among them (ISO 32000-1, 7.5.7).
  private static func objects(of pdf: ArraySlice<UInt8>) -> [Int: PDFObject] {
    var objects: [Int: PDFObject] = [:]
    var index = pdf.startIndex
    let marker = Array(" 0 obj".utf8)
    while let found = pdf[index...].first(marker) {
      var start = found
      while start > pdf.startIndex, (0x30...0x39).contains(pdf[start - 1]) { start -= 1 }
      index = found + marker.count
      guard let number = Int(String(decoding: pdf[start..<found], as: UTF8.self)) else { continue }
      var parser = PDFObjectParser(pdf[index...])
      guard let object = parser.object() else { continue }
      objects[number] = object
      index = parser.position
      // What a stream holds is passed over; a length is a number in what WeasyPrint makes.
      parser.skipSpace()
      guard parser.word() == "stream", let length = object["Length"]?.number.map({ Int($0) }) else {
        continue
      }
      var begin = parser.position
      if begin < pdf.endIndex, pdf[begin] == 13 { begin += 1 }
      if begin < pdf.endIndex, pdf[begin] == 10 { begin += 1 }
      guard length >= 0, begin + length <= pdf.endIndex else { continue }
      index = begin + length
      if case .word("/ObjStm")? = object["Type"] {
        objects.merge(stream(pdf[begin..<index], object)) { old, _ in old }
      }
    }
    return objects
  }

  private static func stream(_ bytes: ArraySlice<UInt8>, _ about: PDFObject) -> [Int: PDFObject] {
    guard let first = about["First"]?.number.map({ Int($0) }), let count = about["N"]?.number.map({ Int($0) })
    else { return [:] }
    let plain = about["Filter"] == nil ? Array(bytes) : Inflate.bytes(of: bytes) ?? []
    var header = PDFObjectParser(plain[...])
    var objects: [Int: PDFObject] = [:]
    for _ in 0..<max(0, count) {
      header.skipSpace()
      guard let number = Int(header.word()) else { break }
      header.skipSpace()
      guard let offset = Int(header.word()), offset >= 0, first + offset < plain.count else { break }
      var parser = PDFObjectParser(plain[(first + offset)...])
      objects[number] = parser.object()
    }
    return objects
  }
}

extension ArraySlice<UInt8> {
  /// Where a run of bytes begins first.
  fileprivate func first(_ run: [UInt8]) -> Int? {
    guard let head = run.first else { return nil }
    var index = startIndex
    while index + run.count <= endIndex {
      if self[index] == head, self[index..<index + run.count].elementsEqual(run) { return index }
      index += 1
    }
    return nil
  }
}
