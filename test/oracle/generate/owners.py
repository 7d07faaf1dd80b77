# ===- owners.py - elements that somebody owns ---------------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Linked nodes, smart pointers and optionals: what dies with its owner, and who looks at it then.

Each function returns (parameters, driver's arguments, statements). They bring their own variables;
only the random choices come from the context.
"""

from .tree import Block, Line


def nodes(g):
    """for (n = head; n; n = n->next) delete n, and the right ways."""
    shape = g.pick_from({"next after": 35, "next saved": 30, "head first": 20, "unlink": 15})
    use = [Line("use(n->id);")] if g.chance(40) else []
    if shape == "next after":
        inner = use + g.perhaps([Line("delete n;", change=True)] + g.perhaps([Line(g.pick("break;", "return;"))], percent=60)
                                * g.pick(0, 1), "n->id", 60)
        body = [Block("for (Node *n = head; n; n = n->next)", inner)]
    elif shape == "next saved":
        inner = [Line("Node *next = n->next;")] + use + [Line("delete n;", change=True)]
        if g.chance(25):
            inner.append(Line("use(n->id);"))
        body = [Line("Node *n = head;"), Block("while (n)", inner + [Line("n = next;")])]
    elif shape == "head first":
        body = [Block("while (head)", [Line("Node *n = head;"), Line("head = n->next;")] + use + [
            Line("delete n;", change=True)] + ([Line("log(n->id);")] if g.chance(25) else []))]
    else:
        inner = [Line("Node *n = *link;"), Block("if (%s)" % g.condition("n->id"), [
            Line("*link = n->next;"), Line("delete n;", change=True)] + ([Line("use(n->id);")] if g.chance(25) else []),
            [Line("link = &n->next;")])]
        body = [Line("Node **link = &head;"), Block("while (*link)", inner)]
    return "Node *head", "oracle::makeNodes(in)", body


def uniques(g):
    """Raw pointers to what unique_ptr elements own."""
    c = "owners"
    result = [Line("if (owners.empty()) return;")]
    result.append(Line(g.pick("Item *raw = owners.front().get();", "Item &one = *owners.front();\n".strip(),
                              "Item *raw = owners[0].get();")))
    name = "raw" if "raw" in result[-1].text else "one"
    # reset() of one owner is no change of a container: a release outside of loops is left to other tools.
    change = g.pick("owners.clear();", "owners.erase(owners.begin());", "owners.clear();",
                    "owners.push_back(std::make_unique<Item>(k));", "auto kept = std::move(owners.front());",
                    "owners.erase(owners.begin(), owners.end());", "owners = std::vector<std::unique_ptr<Item>>();",
                    "std::vector<std::unique_ptr<Item>> kept; kept.swap(owners);")
    use = Line("use(raw->id);" if name == "raw" else "use(one.id);")
    result += g.noise_of(20)
    if "kept" in change:  # The new owner must live as long as what follows.
        result += [Line(change, change=True)] + ([Line("owners.clear();")] if g.chance(50) else [])
    else:
        result += g.perhaps([Line(change, change=True)] + ([Line("return;")] if g.chance(20) else []), percent=45)
    return "std::vector<std::unique_ptr<Item>> &owners", "owners", result + [use]


def optionals(g):
    result = [Line("if (!slot) return;"), Line("Item &one = *slot;"), Line("const int &first = slot->parts.front();")]
    change = g.pick("slot.reset();", "slot->parts.clear();", "slot->parts.push_back(k);",
                    "slot->weight = k;", "slot->parts = std::vector<int>{k};")
    result += g.perhaps([Line(change, change=True)] + ([Line("return;")] if g.chance(20) else []), percent=45)
    if change == "slot.reset();":
        return "std::optional<Item> &slot", "slot", result + [Line("use(first);")]
    return "std::optional<Item> &slot", "slot", result + [Line(g.pick("use(first);", "use(one.id);"))]


def inner_containers(g):
    """The elements' own containers: changing one ends walks over it, not over the outer one."""
    outer = "boxes"
    inner = g.perhaps([Line(g.pick("box.parts.push_back(k);", "box.parts.clear();", "boxes.push_back(Item(k));", "boxes.clear();",
                                   "boxes.front().parts.clear();"), change=True)]
                      + ([Line(g.pick("break;", "return;"))] if g.chance(35) else []), "part", 70)
    walk = Block("for (int &part : box.parts)", [Line("use(part);")] + inner)
    return "std::vector<Item> &boxes", "boxes", [Block("for (auto &box : boxes)", [walk] + (
        [Line("use(box.id);")] if g.chance(40) else []))]


OWNERS = {"linked nodes": (nodes, 5), "owned elements": (uniques, 6), "optional": (optionals, 2),
          "container in an element": (inner_containers, 5)}
SETUP = {
    "owners": "auto owners = oracle::make<std::vector<std::unique_ptr<Item>>>(in);",
    "slot": "std::optional<Item> slot; if (in.n) slot.emplace(in.n);",
    "boxes": "auto boxes = oracle::make<std::vector<Item>>(in);",
}
