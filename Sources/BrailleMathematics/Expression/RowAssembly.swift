/// Puts the parts of a row together as a reader of print sees them: numbers whose digits and decimal
/// signs came apart are made whole, rows in rows are opened, lone parts stand by themselves.
struct RowAssembly {
  /// The parts as one expression.
  static func row(_ parts: [MathExpression]) -> MathExpression {
    let merged = withWholeNumbers(withPrimes(flattened(parts)))
    return merged.count == 1 ? merged[0] : .row(merged)
  }

  private static func flattened(_ parts: [MathExpression]) -> [MathExpression] {
    parts.flatMap { part -> [MathExpression] in
      if case .row(let inner) = part { return inner }
      return [part]
    }
  }

  /// Digits, a decimal sign and digits as one number. A comma joins what it parts in threes only: it
  /// may as well part the members of a list.
  private static func withWholeNumbers(_ parts: [MathExpression]) -> [MathExpression] {
    var result: [MathExpression] = []
    var index = 0
    while index < parts.count {
      defer { index += 1 }
      guard case .sign(let sign) = parts[index], sign == "." || sign == ",",
        index + 1 < parts.count, let next = leadingDigits(parts[index + 1])
      else {
        result.append(parts[index])
        continue
      }
      let before = result.last.flatMap(plainNumber)
      if sign == ",", before == nil || next.count != 3 || !isGroupable(before ?? "") {
        result.append(parts[index])
        continue
      }
      if sign == ".", before == nil, !startsNumber(result.last) {
        result.append(parts[index])
        continue
      }
      if before != nil { result.removeLast() }
      let number = (before ?? "") + sign
      if let digits = plainNumber(parts[index + 1]) {
        result.append(.number(number + digits, .regular))
        index += 1
      } else if case .scripts(.number(let digits, .regular), let scripts) = parts[index + 1],
        scripts.before.isEmpty
      {
        result.append(.scripts(.number(number + digits, .regular), scripts))
        index += 1
      } else {
        // The digit has a mark of its own, as the recurring one of 0.3̇ has.
        result.append(.number(number, .regular))
      }
    }
    return result
  }

  /// Whether a decimal sign here begins a number: nothing it could end stands before it.
  private static func startsNumber(_ part: MathExpression?) -> Bool {
    guard let part else { return true }
    if case .sign(let sign) = part { return !")]}|.!".contains(sign) }
    if case .space = part { return true }
    return false
  }

  /// A number that has no group or decimal sign that forbids a group of three after it.
  private static func isGroupable(_ digits: String) -> Bool {
    guard !digits.contains(".") else { return false }
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func plainNumber(_ part: MathExpression) -> String? {
    guard case .number(let digits, .regular) = part, digits.allSatisfy({ $0.isASCII }) else { return nil }
    return digits
  }

  private static func leadingDigits(_ part: MathExpression) -> String? {
    switch part {
    case .number: plainNumber(part)
    case .scripts(let base, let scripts): scripts.before.isEmpty ? leadingDigits(base) : nil
    case .limits(let base, _, _): leadingDigits(base)
    case .row, .identifier, .sign, .text, .space, .fraction, .radical, .fenced, .table, .enclosed: nil
    }
  }

  /// A straight quotation mark in mathematics is a prime.
  private static func withPrimes(_ parts: [MathExpression]) -> [MathExpression] {
    parts.map { part in
      if case .sign("'") = part { return .sign("′") }
      return part
    }
  }
}
