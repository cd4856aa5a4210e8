import Testing

/// Imports follow the picture in the Architecture article.
@Suite struct ImportTests {
  /// What the modules of each target may import, as the picture draws it.
  static let allowed: [String: Set<String>] = [
    "Diagnostics": [],
    "DocumentModel": ["Diagnostics"],
    "XMLTree": ["Diagnostics", "CLibxml2"],
    "JSONTree": [],
    "Packaging": ["CLibzip"],
    "Readers": [
      "Packaging", "XMLTree", "JSONTree", "DocumentModel", "Diagnostics", "CCMarkGFM", "CGumbo", "CLibyaml",
      "CUTF8Proc",
    ],
    "Wording": ["DocumentModel", "Tables"],
    "BrailleTranslation": ["Diagnostics", "Tables", "CLiblouis", "CUTF8Proc"],
    "BrailleMathematics": ["BrailleTranslation", "XMLTree", "Tables", "Diagnostics"],
    "BrailleLayout": ["BrailleTranslation", "JSONTree", "Diagnostics", "Tables"],
    "Renderers": [
      "BrailleLayout", "BrailleMathematics", "BrailleTranslation", "EasyRead", "DocumentModel", "Wording",
      "XMLTree", "JSONTree", "Tables", "Diagnostics",
    ],
    "Sentences": [],
    "Linguistics": ["Sentences", "CLanguageData"],
    "EasyRead": ["Linguistics", "Sentences", "Wording", "DocumentModel", "Diagnostics"],
    "Speech": ["Sentences", "BrailleMathematics", "Wording", "DocumentModel", "Diagnostics"],
    "Validation": ["Packaging", "XMLTree", "Diagnostics"],
    "Coformat": [
      "Readers", "Renderers", "EasyRead", "Speech", "Linguistics", "Sentences", "Validation", "Packaging",
      "BrailleLayout", "BrailleTranslation", "Wording", "XMLTree", "JSONTree", "DocumentModel",
      "Diagnostics",
    ],
    "CoformatCommand": ["Coformat", "ArgumentParser"],
  ]

  /// What any target may import besides: the standard library's own parts and the system's.
  static let system: Set<String> = [
    "FoundationEssentials", "Synchronization", "Glibc", "Musl", "Darwin", "Swift",
  ]

  /// The targets that say what things are, and import nothing but each other.
  static let pure: Set<String> = ["Diagnostics", "DocumentModel"]

  @Test func `Every target imports only what the picture allows`() {
    let files = SourceFile.below("Sources")
    #expect(files.count > 100)
    for file in files {
      guard let allowed = Self.allowed[file.target] else {
        Issue.record("\(file.path): the target \(file.target) is not in the picture")
        continue
      }
      let system = Self.pure.contains(file.target) ? [] : Self.system
      let others = Set(file.imports).subtracting(allowed).subtracting(system)
      #expect(others.isEmpty, "\(file.path) imports \(others.sorted().joined(separator: ", "))")
    }
  }

  @Test func `Nothing the command links imports all of Foundation`() {
    for file in SourceFile.below("Sources") + SourceFile.below("Tables") {
      #expect(!file.imports.contains("Foundation"), "\(file.path)")
    }
  }

  @Test func `Each C library is imported by one target, never publicly`() {
    var importers: [String: Set<String>] = [:]
    for file in SourceFile.below("Sources") {
      for name in file.imports where name.hasPrefix("C") && name.dropFirst().first?.isUppercase == true {
        importers[name, default: []].insert(file.target)
        let isPublic = file.lines.contains { $0.contains("public import \(name)") }
        #expect(!isPublic, "\(file.path) imports \(name) publicly")
      }
    }
    #expect(importers["CLiblouis"] == ["BrailleTranslation"])
    for (library, targets) in importers where library != "CUTF8Proc" {
      #expect(targets.count == 1, "\(library) is imported by \(targets.sorted())")
    }
  }
}
