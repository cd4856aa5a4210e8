#!/usr/bin/env python3
"""Holds the content documents of EPUBs against axe's rules for WCAG 2.2 A and AA.

    .build/checks/bin/python Scripts/check-epubs.py FILE.epub ...

Leaves out what makes no sense in a part of a book, as Ace by DAISY does: bypass, region,
page-has-heading-one, landmark-complementary-is-top-level. Fails on any violation.
"""
import pathlib
import sys
import tempfile
import zipfile

import axe_playwright_python
from playwright.sync_api import sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NOT_IN_BOOKS = ["bypass", "region", "page-has-heading-one", "landmark-complementary-is-top-level"]
RUN = """([tags, off]) => axe.run(document, {
  runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'passes'],
  rules: Object.assign({'target-size': {enabled: true}}, ...off.map(name => ({[name]: {enabled: false}}))),
}).then(found => ({passes: found.passes.length, violations: found.violations.map(rule => ({
  id: rule.id, nodes: rule.nodes.map(node => node.html.slice(0, 160))}))}))"""


def main() -> int:
    axe = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
    pages = violations = 0
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for number, name in enumerate(sys.argv[1:]):
            folder = pathlib.Path(scratch) / str(number)
            with zipfile.ZipFile(name) as package:
                package.extractall(folder)
            for document in sorted(folder.rglob("*.xhtml")):
                page.goto(document.as_uri(), wait_until="load")
                page.evaluate(axe + ";0")
                found = page.evaluate(RUN, [TAGS, NOT_IN_BOOKS])
                pages += 1
                if not found["passes"]:
                    print(f"{name}: {document.name}: nothing was looked at")
                    violations += 1
                for rule in found["violations"]:
                    violations += 1
                    print(f"{name}: {document.name}: {rule['id']}, {len(rule['nodes'])} times")
                    for node in rule["nodes"][:3]:
                        print(f"    {node}")
        browser.close()
    print(f"{pages} content documents, {violations} violations")
    return 1 if violations or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
