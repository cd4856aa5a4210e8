import Diagnostics

/// Chooses what of a page is its content.
///
/// The rules, the first that applies, prefer keeping too much over losing text:
///
/// 1. `main`, or an element with `role="main"`.
/// 2. `article`, when the page has just one outside other articles and it holds at least a third of
///    the page's words that are in no link.
/// 3. The densest block: from `body` down, the block that holds at least three quarters of its
///    parent's words in no link. Only when it holds at least half of the page's, and 100 of them, is
///    anything left out at all; and then, around it, only what is plainly not content: navigation,
///    page headers and footers, asides, dialogs, and blocks that are mostly links. When the densest
///    block is `body` itself, these go only where they are mostly links.
///
/// Inside the content, navigation that leads to other pages, share bars and cookie notices go as
/// well. Outside `main`, the first `h1` stays when the content has none, and so does every note the
/// content refers to.
struct MainContent {
  /// Something left out, for the diagnostic.
  struct Part {
    var node: MarkupTree.NodeID
    var name: String
    var words: String
    var count: Int
    /// Whether it plainly serves the site and not the document.
    var isFurniture: Bool
    var range: SourceRange?
  }

  let tree: MarkupTree
  let survey: Survey
  let measure: TextMeasure
  private(set) var leftOut: [Part] = []
  /// The notes that are referred to, and all that holds them.
  private let holdingNotes: Set<MarkupTree.NodeID>

  init(_ tree: MarkupTree, _ survey: Survey) {
    self.tree = tree
    self.survey = survey
    measure = TextMeasure(tree, survey)
    var holding: Set<MarkupTree.NodeID> = []
    for note in survey.notes.keys {
      var node = note
      while node > MarkupTree.root, holding.insert(node).inserted { node = tree.parent(of: node) }
    }
    holdingNotes = holding
  }

  /// Fills `leftOut`.
  mutating func choose() {
    let mains = outermost { survey.tags[Int($0)] == .main || tree.hasRole("main", $0) }
      .filter { measure.words[Int($0)] > 0 }
    if !mains.isEmpty {
      keep(only: mains)
      return
    }
    let articles = outermost { survey.tags[Int($0)] == .article || tree.hasRole("article", $0) }
    let total = measure.plainWords(MarkupTree.root)
    if articles.count == 1, measure.plainWords(articles[0]) * 3 >= total,
      measure.plainWords(articles[0]) >= 100
    {
      keep(only: articles)
      return
    }
    let dense = densestBlock()
    guard measure.plainWords(dense) >= 100, measure.plainWords(dense) * 2 >= total else { return }
    leaveOutAround(dense)
    leaveOutWithin(dense)
  }

  // MARK: Finding

  /// The nodes that pass the test and stand in no other that does, nor in hidden content.
  private func outermost(where test: (MarkupTree.NodeID) -> Bool) -> [MarkupTree.NodeID] {
    var found: [MarkupTree.NodeID] = []
    var node = tree.successor(of: MarkupTree.root, within: MarkupTree.root)
    while let current = node {
      if tree.element(current) != nil, !survey.traits[Int(current)].contains(.hidden), test(current) {
        found.append(current)
        node = tree.following(current, within: MarkupTree.root)
      } else if survey.traits[Int(current)].contains(.hidden) {
        node = tree.following(current, within: MarkupTree.root)
      } else {
        node = tree.successor(of: current, within: MarkupTree.root)
      }
    }
    return found
  }

  private func densestBlock() -> MarkupTree.NodeID {
    var node = MarkupTree.root
    while true {
      var best: MarkupTree.NodeID = -1
      var child = tree.firstChild(of: node)
      while child >= 0 {
        if best < 0 || measure.plainWords(child) > measure.plainWords(best) { best = child }
        child = tree.nextSibling(of: child)
      }
      guard best >= 0, survey.tags[Int(best)].mayHoldPage,
        measure.plainWords(best) * 4 >= measure.plainWords(node) * 3
      else { return node }
      node = best
    }
  }

  // MARK: Leaving out

  /// Leaves out all but these nodes, the page's heading and the notes they refer to.
  private mutating func keep(only content: [MarkupTree.NodeID]) {
    var kept = Set(content)
    if !content.contains(where: holdsFirstHeading) {
      // Of several headings the page's own is the first with words.
      if let heading = outermost(where: { survey.tags[Int($0)] == .h1 }).first(where: {
        measure.words[Int($0)] > 0
      }) {
        kept.insert(heading)
      }
    }
    for note in survey.notes.keys {
      kept.insert(
        survey.ancestor(of: note, in: tree, within: 8) { survey.traits[Int($0)].contains(.endnotes) } ?? note)
    }
    var path: Set<MarkupTree.NodeID> = [MarkupTree.root]
    for node in kept {
      var parent = tree.parent(of: node)
      while parent > MarkupTree.root, path.insert(parent).inserted { parent = tree.parent(of: parent) }
    }
    var node = tree.successor(of: MarkupTree.root, within: MarkupTree.root)
    while let current = node {
      if kept.contains(current) {
        node = tree.following(current, within: MarkupTree.root)
      } else if path.contains(current) {
        node = tree.successor(of: current, within: MarkupTree.root)
      } else {
        leaveOut(current)
        node = tree.following(current, within: MarkupTree.root)
      }
    }
    for node in content { leaveOutWithin(node) }
  }

  /// Leaves out what stands beside the content, or beside what holds it, and is plainly none.
  private mutating func leaveOutAround(_ content: MarkupTree.NodeID) {
    var node = content
    while node != MarkupTree.root {
      let parent = tree.parent(of: node)
      var sibling = tree.firstChild(of: parent)
      while sibling >= 0 {
        if sibling != node, isFurniture(sibling) { leaveOut(sibling) }
        sibling = tree.nextSibling(of: sibling)
      }
      node = parent
    }
  }

  /// Leaves out navigation, share bars and cookie notices in the content.
  private mutating func leaveOutWithin(_ content: MarkupTree.NodeID) {
    var node = tree.successor(of: content, within: content)
    while let current = node {
      if tree.element(current) != nil, !holdingNotes.contains(current),
        isSiteNavigation(current) || isNotice(current) || isShareBar(current)
          || content == MarkupTree.root && tree.parent(of: current) == content
            && isMostlyLinks(current) && isFurniture(current)
      {
        leaveOut(current)
        node = tree.following(current, within: content)
      } else {
        node = tree.successor(of: current, within: content)
      }
    }
  }

  private mutating func leaveOut(_ node: MarkupTree.NodeID) {
    let traits = survey.traits[Int(node)]
    let count = traits.contains(.hidden) ? 0 : measure.words[Int(node)]
    let words = count == 0 ? "" : tree.words(of: node, limit: 60)
    // What holds no words (scripts, pictures of a logo) is left out without a word.
    leftOut.append(
      Part(
        node: node, name: tree.describe(node), words: words, count: count,
        isFurniture: isEvidentFurniture(node), range: tree.range(of: node)))
  }

  // MARK: Judging

  private func holdsFirstHeading(_ top: MarkupTree.NodeID) -> Bool {
    var node: MarkupTree.NodeID? = top
    while let current = node {
      if survey.tags[Int(current)] == .h1, measure.words[Int(current)] > 0 { return true }
      node = tree.successor(of: current, within: top)
    }
    return false
  }

  /// Whether a block beside the content is plainly no content.
  private func isFurniture(_ node: MarkupTree.NodeID) -> Bool {
    guard let element = tree.element(node), !holdingNotes.contains(node) else { return false }
    switch survey.tags[Int(node)] {
    case .nav, .header, .footer, .aside, .search, .dialog: return true
    case .div, .section, .form, .ul, .ol, .table, .tr, .td, .center, .unknown: break
    default: return false
    }
    let roles = element.roles
    let known = ["navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"]
    if roles.contains(where: known.contains) { return true }
    if isNotice(node) || isShareBar(node) { return true }
    return measure.links[Int(node)] >= 3 && isMostlyLinks(node)
  }

  /// Whether what was left out holds the links or the controls of a site, so that nobody misses it.
  private func isEvidentFurniture(_ node: MarkupTree.NodeID) -> Bool {
    guard tree.element(node) != nil else { return false }
    if isMostlyLinks(node) || isNotice(node) || isShareBar(node) { return true }
    guard measure.links[Int(node)] + measure.controls[Int(node)] > 0 else { return false }
    return survey.tags[Int(node)] == .form || isFurniture(node)
  }

  private func isMostlyLinks(_ node: MarkupTree.NodeID) -> Bool {
    measure.links[Int(node)] > 0 && measure.linkedWords[Int(node)] * 10 >= measure.words[Int(node)] * 6
  }

  /// Navigation to other pages. A list of the document's own headings is content.
  private func isSiteNavigation(_ node: MarkupTree.NodeID) -> Bool {
    guard survey.tags[Int(node)] == .nav || tree.hasRole("navigation", node) else { return false }
    guard !tree.hasRole("doc-toc", node), !tree.hasRole("toc", node) else { return false }
    return measure.internalLinks[Int(node)] * 2 < measure.links[Int(node)]
  }

  private func isNotice(_ node: MarkupTree.NodeID) -> Bool {
    guard
      survey.tags[Int(node)].mayHoldPage || survey.tags[Int(node)] == .dialog
        || survey.tags[Int(node)] == .aside,
      measure.words[Int(node)] <= 300, measure.controls[Int(node)] > 0
    else { return false }
    return tree.nameParts(node).contains { ["cookie", "cookies", "consent", "gdpr", "ccpa"].contains($0) }
  }

  private func isShareBar(_ node: MarkupTree.NodeID) -> Bool {
    let words = measure.words[Int(node)]
    guard words <= 40, measure.links[Int(node)] + measure.controls[Int(node)] > 0,
      survey.tags[Int(node)].mayHoldPage || survey.tags[Int(node)] == .ul || survey.tags[Int(node)] == .aside,
      measure.controls[Int(node)] > 0 || measure.linkedWords[Int(node)] * 2 >= words
    else { return false }
    return tree.nameParts(node).contains {
      ["share", "sharing", "sharebar", "sharethis", "addthis", "sharedaddy", "sociallinks"].contains($0)
    }
  }
}
