import Diagnostics
import JSONTree

extension Diagnostic {
  static func unknownProfile(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      "LAY-001", .error, "there is no layout profile called \(quoted(name))",
      hint: Spelling.hint(for: name, among: known, each: "the profiles are")
        + "; a profile of your own is named by its path, such as ./house.json")
  }

  static func unreadableProfile(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "LAY-002", .error, "the layout profile \(quoted(name)) cannot be used: \(reason)",
      hint: "compare it with the profiles in Tables/profiles")
  }

  static func profileIsNotJSON(_ problem: JSONProblem, in name: String) -> Diagnostic {
    Diagnostic(
      "LAY-020", .error, "\(name):\(problem.line):\(problem.column): \(problem.message)",
      hint: "a layout profile is JSON: names and text in quotation marks, commas between members")
  }

  static func profileFault(_ fault: ProfileSchema.Fault, in name: String) -> Diagnostic {
    let place = "\(name):\(fault.line):\(fault.column)"
    switch fault.problem {
    case .unknownKey(let key, let known):
      let what = fault.path.isEmpty ? "a layout profile" : "'\(fault.path)'"
      return Diagnostic(
        "LAY-021", .error, "\(place): \(what) has no key \(quoted(key))",
        hint: Spelling.hint(for: key, among: known, each: "its keys are"))
    case .wrongValue(let found, let allowed):
      let what = fault.path.isEmpty ? "a layout profile" : "'\(fault.path)'"
      return Diagnostic(
        "LAY-022", .error, "\(place): \(what) cannot be \(found)", hint: "it may be \(allowed)")
    }
  }

  static func unknownBase(
    _ base: String, in name: String, line: Int, column: Int, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "LAY-023", .error,
      "\(name):\(line):\(column): there is no layout profile \(quoted(base)) to be the base",
      hint: Spelling.hint(for: base, among: known, each: "the profiles are"))
  }
}
