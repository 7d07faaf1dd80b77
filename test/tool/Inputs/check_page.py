"""Checks a report in HTML: check_page.py PAGE JSONLINES

Well formed, nothing loaded from elsewhere, no id twice, links lead somewhere, and the findings are those of the other file.
"""
import html.parser
import json
import sys

VOID = {"meta", "input", "br", "link", "img"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.problems, self.findings, self.buttons = [], [], [], [], [], 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for key in ("src", "href", "action"):
            if key in attributes:
                self.links.append(attributes[key])
        if "finding" in attributes.get("class", "").split():
            self.findings.append(attributes["id"])
        if tag == "button" and attributes.get("type") != "button":
            self.problems.append(f"line {self.getpos()[0]}: a button without type")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")


def main(page, lines):
    text = open(page, encoding="utf-8").read()
    parser = Page()
    parser.feed(text)
    problems = parser.problems + [f"<{tag}> is not closed" for tag in parser.open]
    problems += [f"{link} leads nowhere" for link in parser.links if link[:1] != "#" or link[1:] not in parser.ids]
    problems += [f"id {i} is there twice" for i in set(parser.ids) if parser.ids.count(i) > 1]
    for word in ("@import", "url(", "fetch(", "XMLHttpRequest"):
        if word in text:
            problems.append(f"{word}: the page must need nothing else")
    expected = [json.loads(line).get("fingerprint") for line in open(lines)]
    if parser.findings != [fingerprint for fingerprint in expected if fingerprint]:
        problems.append(f"the findings are {parser.findings}")
    for problem in problems:
        print(problem)
    print(f"{len(parser.findings)} findings, {len(problems)} problems")


if __name__ == "__main__":
    main(*sys.argv[1:])
