// swift-tools-version: 6.2
import PackageDescription

// Every target follows the picture in the Architecture article: an import that is not an edge of
// that picture does not compile, because the target's dependencies below do not list it.

/// `COFORMAT_STRICT=1` (set by `.ci/run`) turns every warning of our own targets into an error.
let strict = Context.environment["COFORMAT_STRICT"] == "1"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

#if os(macOS)
  let utf8proc: String? = "libutf8proc"  // Homebrew's folders are not on the default search path
#else
  let utf8proc: String? = nil  // its pkg-config file carries a flag SwiftPM warns about
#endif

/// `COFORMAT_FAST_TESTS=1` (set by `.ci/run`) optimises our own code in a debug build, so that the laws
/// over whole corpora take a third of the time; the tests themselves are as quick to compile as ever.
let fast = Context.environment["COFORMAT_FAST_TESTS"] == "1"

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: settings + (fast ? [.unsafeFlags(["-O"])] : []))
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "coformat",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Coformat", targets: ["Coformat"]),
    .executable(name: "coformat", targets: ["CoformatCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries, each imported by exactly one Swift target.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CGumbo", pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    .systemLibrary(
      name: "CLiblouis", pkgConfig: "liblouis",
      providers: [.apt(["liblouis-dev", "liblouis-data"]), .brew(["liblouis"])]),
    .systemLibrary(
      name: "CLibxml2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibyaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CLibzip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CUTF8Proc", pkgConfig: utf8proc,
      providers: [.apt(["libutf8proc-dev"]), .brew(["utf8proc"])]),

    // The straight line, from what a document is to what is written.
    library("Diagnostics", []),
    library("DocumentModel", ["Diagnostics"]),
    library("JSONTree", []),
    library("XMLTree", ["CLibxml2"]),
    library("Packaging", ["CLibzip"]),
    library(
      "Readers",
      [
        "Packaging", "XMLTree", "JSONTree", "DocumentModel", "Diagnostics", "CCMarkGFM", "CGumbo", "CLibyaml",
      ]),
    .target(
      name: "Tables", path: "Tables",
      exclude: ["easyread", "english"],
      resources: [
        .embedInCode("codes"), .embedInCode("profiles"), .embedInCode("schemas"), .embedInCode("characters"),
        .embedInCode("mathematics"), .embedInCode("words"), .embedInCode("largeprint"),
      ],
      swiftSettings: settings),
    library("Wording", ["DocumentModel", "Tables"]),
    library("BrailleTranslation", ["Diagnostics", "Tables", "CLiblouis", "CUTF8Proc"]),
    library("BrailleMathematics", ["BrailleTranslation", "XMLTree", "Tables", "Diagnostics"]),
    library("BrailleLayout", ["BrailleTranslation", "JSONTree", "Diagnostics", "Tables"]),
    library(
      "Renderers",
      [
        "BrailleLayout", "BrailleMathematics", "BrailleTranslation", "EasyRead", "DocumentModel", "Wording",
        "XMLTree", "JSONTree", "Tables", "Diagnostics",
      ]),
    library("Sentences", []),
    // Tables/english and Tables/easyread in the program: Swift literals of that size take minutes to compile.
    .target(name: "CLanguageData"),
    library("Linguistics", ["Sentences", "CLanguageData"]),
    library("EasyRead", ["Linguistics", "Sentences", "Wording", "DocumentModel", "Diagnostics"]),
    library("Speech", ["Sentences", "BrailleMathematics", "Wording", "DocumentModel", "Diagnostics"]),
    library("Validation", ["Packaging", "XMLTree", "Diagnostics"]),
    library(
      "Coformat",
      [
        "Readers", "Renderers", "EasyRead", "Speech", "Linguistics", "Sentences", "Validation", "Packaging",
        "BrailleLayout", "BrailleTranslation", "Wording", "XMLTree", "JSONTree", "DocumentModel",
        "Diagnostics",
      ]),
    .executableTarget(
      name: "CoformatCommand",
      dependencies: [
        "Coformat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: ["BrailleLayout", "BrailleMathematics", "BrailleTranslation", "DocumentModel"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(
      "RenderersTests",
      [
        "Renderers", "Readers", "EasyRead", "Validation", "BrailleLayout", "BrailleTranslation",
        "DocumentModel", "Diagnostics", "TestSupport", "Wording", "XMLTree", "JSONTree",
      ]),
    tests(
      "LawTests",
      ["Coformat", "BrailleLayout", "BrailleTranslation", "Packaging", "Validation", "TestSupport"]),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "Readers", "Renderers", "BrailleLayout", "BrailleTranslation", "Diagnostics", "Packaging",
        "TestSupport",
      ],
      exclude: [
        "Cases", "StylingExamples/Recipes", "WordDocuments/Cases", "OpenDocuments/Cases", "Books/Cases",
        "TextFormats/Cases",
      ],
      swiftSettings: settings),
    tests("HostileTests", ["BrailleTranslation", "Renderers", "Packaging", "TestSupport"]),
    tests("DocumentModelTests", ["DocumentModel", "TestSupport"]),
    tests("ValidationTests", ["Validation", "Packaging", "TestSupport"]),
    tests("WordingTests", ["Wording", "DocumentModel", "Tables"]),
    tests("LinguisticsTests", ["Linguistics", "TestSupport"]),
    .executableTarget(
      name: "EasyReadLines", dependencies: ["EasyRead", "DocumentModel"], path: "Tests/EasyReadLines",
      swiftSettings: settings),
    .testTarget(
      name: "EasyReadTests",
      dependencies: ["EasyRead", "Readers", "DocumentModel", "Diagnostics", "TestSupport"],
      exclude: ["Audit"],
      swiftSettings: settings),
    tests("SentencesTests", ["Sentences", "TestSupport"]),
    tests("SpeechTests", ["Speech", "Sentences", "DocumentModel", "Diagnostics", "TestSupport"]),
    tests("XMLTreeTests", ["XMLTree"]),
    tests("JSONTreeTests", ["JSONTree"]),
    tests("PackagingTests", ["Packaging"]),
    tests("BrailleLayoutTests", ["BrailleLayout", "BrailleTranslation"]),
    tests("BrailleMathematicsTests", ["BrailleMathematics", "BrailleTranslation", "TestSupport"]),
    tests("BrailleTranslationTests", ["BrailleTranslation", "Diagnostics", "Tables", "TestSupport"]),
    tests("CoformatTests", ["Coformat", "JSONTree", "TestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["CoformatCommand", "Coformat", "TestSupport"],
      exclude: ["Cases", "Collections"], swiftSettings: settings),
    tests("ArchitectureTests", ["TestSupport"]),
    tests(
      "ReadersTests",
      ["Readers", "Packaging", "XMLTree", "DocumentModel", "Diagnostics", "TestSupport"]),
  ]
)
