import XMLTree

/// A SMIL file of DAISY 3: a part of the timeline (Z39.86-2005, 7; dtbsmil 2005-2).
struct SMILFile {
  static let documentType = XMLDocumentType(
    "-//NISO//DTD dtbsmil 2005-2//EN", "http://www.daisy.org/z3986/2005/dtbsmil-2005-2.dtd")
  /// Elements that hold only elements.
  static let setOut: Set<String> = [
    "smil", "head", "customAttributes", "layout", "body", "seq", "par", "a",
  ]

  var identifier: String
  var part: TimedBook.Part
  /// How long all parts before this one are, in milliseconds.
  var elapsed: Int
  /// What can be left out of the book.
  var skippables: [Skippable]
  /// Where the notes are.
  var notes: [String: (part: String, step: String)]
  /// The names of the sound files, in the order of the narration's recordings.
  var recordings: [String]

  var bytes: [UInt8] {
    var head = [
      meta("dtb:uid", identifier), meta("dtb:generator", BookProgram.name),
      meta("dtb:totalElapsedTime", clockValue(elapsed)),
    ]
    if !skippables.isEmpty {
      let tests = skippables.map { skipped in
        XMLNode.element(XMLElement("customTest", skipped.testAttributes))
      }
      head.append(XMLElement("customAttributes", [], tests))
    }
    let all = XMLElement(
      "seq",
      [
        XMLAttribute("id", "q-all"), XMLAttribute("dur", clockValue(part.milliseconds)),
        XMLAttribute("fill", "remove"),
      ], part.steps.map { .element(element(for: $0)) })
    let root = XMLElement(
      "smil", [XMLAttribute("xmlns", "http://www.w3.org/2001/SMIL20/")],
      [
        .element(XMLElement("head", [], head.map(XMLNode.element))),
        .element(XMLElement("body", [], [.element(all)])),
      ])
    return XMLSerializer.document(root, type: Self.documentType, setOut: Self.setOut)
  }

  private func meta(_ name: String, _ content: String) -> XMLElement {
    XMLElement("meta", [XMLAttribute("name", name), XMLAttribute("content", content)])
  }

  private func element(for step: TimedBook.Step) -> XMLElement {
    switch step {
    case .piece(let piece): return element(for: piece)
    case .group(let group):
      var attributes = [XMLAttribute("id", group.id), XMLAttribute("class", group.kind)]
      if let skipped = group.skipped { attributes.append(XMLAttribute("customTest", skipped.rawValue)) }
      // A listener who leaves the group goes on after its last step (7.4.5).
      if let last = group.steps.last {
        attributes.append(XMLAttribute("end", "DTBuserEscape;\(last.id).end"))
      }
      attributes.append(XMLAttribute("fill", "remove"))
      return XMLElement("seq", attributes, group.steps.map { .element(element(for: $0)) })
    }
  }

  private func element(for piece: TimedBook.Piece) -> XMLElement {
    var attributes = [XMLAttribute("id", piece.id)]
    if let skipped = piece.skipped {
      attributes.append(XMLAttribute("class", skipped.rawValue))
      attributes.append(XMLAttribute("customTest", skipped.rawValue))
    }
    let type = piece.isFormula ? [XMLAttribute("type", MathMLWriter.namespace)] : []
    let text = XMLElement("text", [XMLAttribute("src", "\(BookFiles.text)#\(piece.text)")] + type)
    var media = [text]
    if let clip = piece.clip, recordings.indices.contains(clip.recording) {
      media.append(
        XMLElement(
          "audio",
          [
            XMLAttribute("src", recordings[clip.recording]),
            XMLAttribute("clipBegin", clockValue(clip.begin)),
            XMLAttribute("clipEnd", clockValue(clip.end)),
          ]))
    }
    // The mark of a note links to the note (7.4.7).
    if let note = piece.note, let place = notes[note] {
      let file = place.part == part.name ? "" : "\(place.part).smil"
      media = [XMLElement("a", [XMLAttribute("href", "\(file)#\(place.step)")], media.map(XMLNode.element))]
    }
    return XMLElement("par", attributes, media.map(XMLNode.element))
  }
}

/// The names of a DAISY 3 book's files. Players look for `package.opf`.
enum BookFiles {
  static let package = "package.opf"
  static let navigation = "navigation.ncx"
  static let text = "book.xml"
  static let resources = "resources.res"
}

/// What makes the books.
enum BookProgram {
  /// Its name in metadata. Without a version: the same source gives the same bytes.
  static let name = "coformat"
}

extension Skippable {
  /// The attributes of the test a listener sets, the same in SMIL and NCX (Z39.86, 7.4.4 and 8.4.2).
  var testAttributes: [XMLAttribute] {
    [
      XMLAttribute("id", rawValue), XMLAttribute("defaultState", "false"),
      XMLAttribute("override", "visible"),
    ]
  }
}
