import Diagnostics
import Foundation
import Testing

@testable import BrailleLayout

/// Layout profiles: those of the program and those of the user's own.
@Suite struct LayoutProfilesTests {
  private func read(_ json: String) throws -> LayoutProfile {
    try LayoutProfiles.read(Array(json.utf8), name: "house.json")
  }

  private func failure(_ json: String) -> Diagnostic? {
    do throws(ConversionFailure) {
      _ = try LayoutProfiles.read(Array(json.utf8), name: "house.json")
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test(arguments: ["ukaaf", "bana", "display"]) func theProgramsOwnKeepTheSchema(name: String) throws {
    let profile = try LayoutProfiles.named(name)
    let node = try JSONNode(Array(try JSONEncoder().encode(profile)))
    #expect(ProfileSchema.layoutProfile.faults(in: node).map(\.path) == [])
    #expect(profile.name == name)
  }

  /// Every key of a profile is in the schema, and every key of the schema is one of a profile: it is
  /// given, read back and found again.
  @Test func schemaNamesAllKeysAndNoOthers() throws {
    var found: Set<String> = []
    for name in LayoutProfiles.names {
      collect(try JSONNode(Array(try JSONEncoder().encode(LayoutProfiles.named(name)))), "", &found)
    }
    let known = ProfileSchema.layoutProfile.keyPaths.subtracting(["base", "$schema"])
    #expect(found.subtracting(known) == [])
    // Keys that may be left out are found where a profile gives them.
    for path in known.subtracting(found) { #expect(try keeps(path), "\(path)") }
  }

  private func collect(_ node: JSONNode, _ path: String, _ paths: inout Set<String>) {
    switch node.value {
    case .object(let members):
      for member in members {
        let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
        paths.insert(inner)
        collect(member.node, inner, &paths)
      }
    case .array(let nodes): for node in nodes { collect(node, path, &paths) }
    case .string, .number, .bool, .null: break
    }
  }

  /// Whether some value of the key survives being read.
  private func keeps(_ path: String) throws -> Bool {
    let names = path.split(separator: ".").map(String.init)
    let values = [
      "1", "\"italic\"", "\"full-stop\"", "\"anywhere\"", "\"margin\"", "\"⠒\"", "\"3-1\"", "[\"listed\"]",
      "\"none\"", "\"list\"",
    ]
    return try values.contains { value in
      var json = value
      // A line that the base does not have is given whole.
      if names.last == "length" || names.last == "position", names.count == 3 {
        json = "\(json),\"start\":\"\",\"fill\":\"⠒\",\"end\":\"\""
      }
      for name in names.dropFirst().reversed() { json = "{\"\(name)\":\(json)}" }
      if names[0] == "headings" { json = "[\(json)]" }
      guard failure("{\"\(names[0])\":\(json)}") == nil else { return false }
      var found: Set<String> = []
      let profile = try read("{\"\(names[0])\":\(json)}")
      collect(try JSONNode(Array(try JSONEncoder().encode(profile))), "", &found)
      return found.contains(path)
    }
  }

  @Test func whatIsNotSaidComesFromTheBase() throws {
    let profile = try read(#"{ "base": "bana", "cells": 32, "notes": { "placement": "foot" } }"#)
    let base = try LayoutProfiles.named("bana")
    #expect(profile.cells == 32 && profile.lines == base.lines)
    #expect(profile.notes.placement == .foot && profile.notes.position == base.notes.position)
    #expect(profile.name == "house.json")
    #expect(try read("{}").paragraph == LayoutProfiles.named("ukaaf").paragraph)
  }

  @Test func headingsAreMergedLevelByLevel() throws {
    let base = try LayoutProfiles.named("bana")
    let profile = try read(
      #"{ "base": "bana", "headings": [ { "blankBefore": 2 }, { "position": "1-1" } ] }"#)
    #expect(profile.headings.count == 2)
    #expect(profile.headings[0].blankBefore == 2 && profile.headings[0].position == .centred)
    #expect(profile.headings[1].position == .cells(CellPositions(1, 1)))
    #expect(profile.headings[1].blankBefore == base.headings[1].blankBefore)
  }

  @Test func nullTakesAway() throws {
    #expect(try LayoutProfiles.named("ukaaf").documentEnd != nil)
    #expect(try read(#"{ "documentEnd": null }"#).documentEnd == nil)
  }

  @Test(arguments: [
    ("{", "LAY-020", "house.json:1:2: a name in quotation marks should be here"),
    ("{ \"cells\": 40\n  \"lines\": 25 }", "LAY-020", "house.json:2:3: a comma or } should be here"),
    ("{ \"cells\": 40, \"cells\": 32 }", "LAY-020", "house.json:1:16: 'cells' is there twice"),
    ("{ \"cells\": 040 }", "LAY-020", "a number begins with a zero too many"),
    ("{}x", "LAY-020", "there is text after the end"),
    ("{ \"name\": \"a\nb\" }", "LAY-020", "a closing quotation mark is lacking"),
    ("{ \"cell\": 40 }", "LAY-021", "house.json:1:3: a layout profile has no key \"cell\""),
    ("{\n \"notes\": { \"plaecment\": \"foot\" } }", "LAY-021", "house.json:2:13: 'notes' has no key"),
    ("{ \"cells\": 4 }", "LAY-022", "house.json:1:12: 'cells' cannot be 4"),
    ("{ \"cells\": 40.5 }", "LAY-022", "'cells' cannot be 40.5"),
    ("{ \"paragraph\": \"3 1\" }", "LAY-022", "'paragraph' cannot be '3 1'"),
    ("{ \"paragraph\": \"0-1\" }", "LAY-022", "'paragraph' cannot be '0-1'"),
    ("{ \"headings\": [] }", "LAY-022", "'headings' cannot be a list"),
    ("{ \"headings\": [ { \"position\": \"middle\" } ] }", "LAY-022", "'headings[0].position' cannot be"),
    ("{ \"separator\": { \"fill\": \"-\" } }", "LAY-022", "'separator.fill' cannot be '-'"),
    ("{ \"separator\": null }", "LAY-022", "'separator' cannot be null"),
    ("{ \"notes\": { \"placement\": \"feet\" } }", "LAY-022", "'notes.placement' cannot be 'feet'"),
    ("[]", "LAY-022", "a layout profile cannot be a list"),
    ("{ \"base\": \"bna\" }", "LAY-023", "house.json:1:11: there is no layout profile \"bna\""),
  ])
  func whatIsWrongIsSaidWithItsPlace(json: String, code: String, message: String) {
    let diagnostic = failure(json)
    #expect(diagnostic?.code == code)
    #expect(diagnostic?.message.contains(message) == true, "\(diagnostic?.message ?? "accepted")")
    #expect(diagnostic?.hint?.isEmpty == false)
  }

  @Test func deepNestingEnds() {
    #expect(failure(String(repeating: "[", count: 100_000))?.code == "LAY-020")
  }

  @Test func escapesAreRead() throws {
    #expect(try read(#"{ "name": "a\u00e9\ud83d\ude00\"\n" }"#).name == "aé😀\"\n")
  }
}
