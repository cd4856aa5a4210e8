import Diagnostics
import DocumentModel
import XMLTree

extension WordReading {
  /// A `w:fldChar`: a field begins, comes to its result, or ends.
  func fieldCharacter(_ node: FlatXML.NodeID, _ context: inout ParagraphContext) {
    let xml = context.part.xml
    let range = context.part.range(node)
    switch xml.attribute("w:fldCharType", of: node) {
    case "begin":
      guard !unclosedFields.contains(context.part.key(node)) else { return }
      var field = Field()
      field.substitute = formSubstitute(node, in: context.part)
      fields.append(field)
    case "separate":
      guard let last = fields.indices.last, !fields[last].isResult else { return }
      begin(&fields[last], at: range, &context)
    case "end": endField(at: range, &context)
    default: break
    }
  }

  /// What a form field shows that has no text of its own (ISO/IEC 29500-1, 17.16.5): a box, or the
  /// entry chosen of a list.
  private func formSubstitute(_ node: FlatXML.NodeID, in part: WordPart) -> String? {
    guard let data = part.xml.child("w:ffData", of: node) else { return nil }
    if let box = part.xml.child("w:checkBox", of: data) {
      let isChecked = part.isOn("w:checked", of: box) ?? part.isOn("w:default", of: box) ?? false
      return isChecked ? "☒" : "☐"
    }
    if let list = part.xml.child("w:ddList", of: data) {
      let entries = part.xml.children(list).filter { part.xml.name($0) == "w:listEntry" }
        .compactMap { part.xml.attribute("w:val", of: $0) }
      let chosen = (part.value("w:result", of: list) ?? part.value("w:default", of: list)).flatMap { Int($0) }
      return entries.indices.contains(chosen ?? 0) ? entries[chosen ?? 0] : nil
    }
    return nil
  }

  /// Comes to a field's result: what its instruction says of it.
  func begin(_ field: inout Field, at range: SourceRange?, _ context: inout ParagraphContext) {
    field.isResult = true
    let instruction = FieldInstruction(field.instruction)
    switch instruction.name {
    case "HYPERLINK":
      if let anchor = instruction.switches["l"], !anchor.isEmpty {
        if let address = instruction.words.first, !address.isEmpty {
          field.link = external(address + "#" + anchor, title: instruction.switches["o"], at: range)
        } else {
          field.link = add(.bookmark(anchor))
        }
      } else if let address = instruction.words.first {
        field.link = external(address, title: instruction.switches["o"], at: range)
      }
    case "REF", "PAGEREF", "NOTEREF":
      if let name = instruction.words.first { field.link = add(.bookmark(name)) }
    case "TOC": field.isContents = true
    case "SEQ":
      if context.sequence == nil { context.sequence = instruction.words.first }
    default:
      // `{ _Ref123 }` alone is a reference too.
      if instruction.name.hasPrefix("_REF"), instruction.words.isEmpty {
        let name = field.instruction.trimmingSpace.prefix { !$0.isWhitespace }
        field.link = add(.bookmark(String(name)))
      }
    }
  }

  /// Ends the innermost field.
  func endField(at range: SourceRange?, _ context: inout ParagraphContext) {
    guard var field = fields.popLast() else { return }
    guard !field.isResult else { return }
    let instruction = FieldInstruction(field.instruction)
    if instruction.name == "SYMBOL", let code = instruction.words.first {
      let value =
        code.lowercased().hasPrefix("0x") ? UInt32(code.dropFirst(2), radix: 16) : UInt32(code)
      let font = instruction.switches["f"] ?? ""
      if let value, let sign = SymbolFonts.character(value, font: font) {
        field.substitute = sign
      } else {
        log.report(.symbolUnknown(code, font: font, at: range))
      }
    }
    if let text = field.substitute {
      append(text, RunStyle(), at: range, &context)
    } else if ["EQ", "INCLUDETEXT", "INCLUDEPICTURE", "DATE", "REF"].contains(instruction.name) {
      log.report(.fieldWithoutResult(String(field.instruction.trimmingSpace), at: range))
    }
  }
}
