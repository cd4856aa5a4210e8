/// Settles capital indicators: for a letter, for letters side by side, for a passage (RUEB 8, GTM 1.6).
enum Capitals {
  static func settle(_ tokens: inout [Token]) {
    let runs = runs(in: tokens)
    if isPassage(tokens, runs), let first = runs.first?.lowerBound, let last = runs.last?.upperBound {
      tokens[first].before = Array(repeating: Cell.capital, count: 3)
      tokens[last - 1].after = [Cell.capital, Cell.terminator]
      return
    }
    for run in runs {
      // A mark belongs to one letter with its capital indicator, so no word of capitals goes on to it.
      let isWord =
        run.count > 1
        && run.allSatisfy { index in
          guard case .letter(_, let isMarked, let isElement) = tokens[index].kind else { return false }
          return !isMarked && !isElement
        }
      guard isWord else {
        for index in run { tokens[index].before = [Cell.capital] }
        continue
      }
      tokens[run.lowerBound].before = [Cell.capital, Cell.capital]
      if run.upperBound < tokens.count, tokens[run.upperBound].isSmallLetter {
        tokens[run.upperBound - 1].after = [Cell.capital, Cell.terminator]
      }
    }
  }

  /// Capital letters side by side.
  private static func runs(in tokens: [Token]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, token) in tokens.enumerated() {
      guard case .letter(isCapital: true, _, _) = token.kind else { continue }
      if let last = runs.last, last.upperBound == index, tokens[index - 1].script == token.script {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  /// Whether there are capitals only, and so many that indicators for a passage are shorter.
  private static func isPassage(_ tokens: [Token], _ runs: [Range<Int>]) -> Bool {
    guard runs.count >= 3, runs.reduce(0, { $0 + $1.count }) > 4 else { return false }
    return tokens.allSatisfy { token in
      switch token.kind {
      case .word: false
      case .letter(let isCapital, _, _): isCapital
      // A capital Greek letter has its own indicator, which a passage would leave out.
      case .sign: token.cells.first != Cell.capital
      case .blank, .rowEnd, .number, .grade1Sign, .open, .close, .punctuation, .typeform, .ending: true
      }
    }
  }
}

extension Token {
  fileprivate var isSmallLetter: Bool {
    switch kind {
    case .letter(let isCapital, _, _): !isCapital
    case .word: true
    case .blank, .rowEnd, .number, .grade1Sign, .sign, .open, .close, .punctuation, .typeform, .ending: false
    }
  }
}
