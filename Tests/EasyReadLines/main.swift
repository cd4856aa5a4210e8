import DocumentModel
import EasyRead

// What the scripts that measure easy read run: a line in, its easy read out.
//
//   EasyReadLines [--all] [--explain] < lines             one line for each, its sentences parted by a space
//   EasyReadLines [--all] --lines < lines                 a sentence a line, an empty line after each input
//   EasyReadLines [--all] --edits|--offers < lines        edits made, or all, as TSV: rule, class, state,
//                                                          source, before, after, evidence

let arguments = CommandLine.arguments
let options = EasyReadOptions(
  accept: arguments.contains("--all") ? .all : .none,
  explanations: arguments.contains("--explain") ? .everywhere : .none)

/// The state of an edit in a word or two.
func name(_ state: Edit.State) -> String {
  switch state {
  case .applied: "applied"
  case .accepted: "accepted"
  case .suggested: "suggested"
  case .undone(let reason): "undone: \(reason)"
  }
}

while let input = readLine() {
  // Each line is a document: what one defines does not count in another.
  let document = Document(blocks: [.paragraph(Paragraph([.text(Text(input))]))])
  let result = EasyRead.simplify(document, options: options)
  let sentences = result.blocks.flatMap(\.sentences)
  let lines = sentences.flatMap(\.lines).map(\.text)
  if arguments.contains("--lines") {
    for line in lines { print(line) }
    print()
  } else if arguments.contains("--edits") || arguments.contains("--offers") {
    for sentence in sentences {
      for edit in sentence.edits where edit.isMade || arguments.contains("--offers") {
        let after = edit.after.split(separator: "\n").joined(separator: " | ")
        print(
          [
            edit.rule.rawValue, edit.editClass.rawValue, name(edit.state), sentence.source, edit.before,
            after,
            edit.evidence,
          ].joined(separator: "\t"))
      }
    }
  } else {
    print(lines.isEmpty ? input : lines.joined(separator: " "))
  }
}
