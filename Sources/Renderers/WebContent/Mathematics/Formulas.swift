import BrailleMathematics
import DocumentModel

extension Mathematics {
  /// What the formula says, from its MathML or else from its TeX.
  ///
  /// - Parameter macros: commands the document's formulas define.
  func expression(
    _ display: TeXReader.Display, macros: TeXMacros = TeXMacros()
  ) -> Result<MathExpression, MathFault> {
    var fault = MathFault.malformed("there is no formula")
    if let mathML {
      do throws(MathFault) { return .success(try MathMLReader.read(mathML)) } catch { fault = error }
    }
    if let tex {
      do throws(MathFault) {
        return .success(try TeXReader.read(tex, display: display, macros: macros))
      } catch {
        fault = error
      }
    }
    return .failure(fault)
  }
}

extension Document {
  /// The commands its formulas define, which hold for all of them.
  var formulaMacros: TeXMacros {
    var macros = TeXMacros()
    walk { node in
      switch node {
      case .inline(.mathematics(let node)): if let tex = node.mathematics.tex { macros.learn(from: tex) }
      case .block(.mathematics(let node)): if let tex = node.mathematics.tex { macros.learn(from: tex) }
      case .inline, .block: break
      }
    }
    return macros
  }
}
