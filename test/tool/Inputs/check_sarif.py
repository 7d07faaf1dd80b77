"""Checks a SARIF file as strictly as its readers do: check_sarif.py FILE [ROOT]

First the shape: the objects and properties of SARIF 2.1.0 that Holdfast uses (sections of the standard
in brackets), with nothing else in them. Then what GitHub code scanning asks for besides. ROOT: the
directory that paths are relative to; each must exist there.

With HOLDFAST_SARIF_SCHEMA=sarif-schema-2.1.0.json in the environment (and python3-jsonschema), OASIS's
own schema is applied, too. It is not in this repository.
"""
import json
import os
import pathlib
import re
import sys
import urllib.parse

# A property is required when its name ends in "!". A value is a Python type, a list with the name of an
# object or a type, the name of an object, or a set of the strings that are allowed.
SHAPES = {
    "log": {"$schema!": str, "version!": {"2.1.0"}, "runs!": ["run"]},  # 3.13
    "run": {  # 3.14
        "tool!": "tool",
        "automationDetails": "automationDetails",
        "invocations": ["invocation"],
        "originalUriBaseIds": {"*": "artifactLocation"},
        "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
        "results!": ["result"],
    },
    "tool": {"driver!": "component"},  # 3.18
    "component": {"name!": str, "version": str, "semanticVersion": str, "informationUri": str, "rules": ["rule"]},
    "rule": {  # 3.49
        "id!": str,
        "name": str,
        "shortDescription": "text",
        "fullDescription": "text",
        "help": "text",
        "helpUri": str,
        "defaultConfiguration": "configuration",
        "properties": dict,
    },
    "configuration": {"level": {"none", "note", "warning", "error"}},
    "text": {"text!": str, "markdown": str},  # 3.12
    "automationDetails": {"id!": str},  # 3.17
    "invocation": {"executionSuccessful!": bool, "toolExecutionNotifications": ["notification"]},  # 3.20
    "notification": {  # 3.58
        "level": {"none", "note", "warning", "error"},
        "message!": "text",
        "locations": ["location"],
    },
    "result": {  # 3.27
        "ruleId!": str,
        "ruleIndex": int,
        "level": {"none", "note", "warning", "error"},
        "message!": "text",
        "locations!": ["location"],
        "partialFingerprints": {"*": str},
        "codeFlows": ["codeFlow"],
        "relatedLocations": ["location"],
        "fixes": ["fix"],
        "properties": dict,
    },
    "fix": {"description": "text", "artifactChanges!": ["artifactChange"]},  # 3.55
    "artifactChange": {"artifactLocation!": "artifactLocation", "replacements!": ["replacement"]},  # 3.56
    "replacement": {"deletedRegion!": "region", "insertedContent": "content"},  # 3.57
    "content": {"text": str},  # 3.3
    "location": {  # 3.28
        "id": int,
        "physicalLocation": "physicalLocation",
        "logicalLocations": ["logicalLocation"],
        "message": "text",
    },
    "logicalLocation": {"fullyQualifiedName": str, "kind": str},  # 3.33
    "physicalLocation": {"artifactLocation!": "artifactLocation", "region": "region"},  # 3.29
    "artifactLocation": {"uri!": str, "uriBaseId": str},  # 3.4
    "region": {"startLine!": int, "startColumn!": int, "endLine!": int, "endColumn!": int},  # 3.30
    "codeFlow": {"threadFlows!": ["threadFlow"]},  # 3.36
    "threadFlow": {"locations!": ["threadFlowLocation"]},  # 3.37
    "threadFlowLocation": {"location!": "location"},  # 3.38
}


def check_shape(value, shape, where):
    if isinstance(shape, str):
        yield from check_object(value, SHAPES[shape], where)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{where}: is no array"
            return
        for index, item in enumerate(value):
            yield from check_shape(item, shape[0], f"{where}[{index}]")
    elif isinstance(shape, set):
        if value not in shape:
            yield f"{where}: {value!r} is none of {sorted(shape)}"
    elif isinstance(shape, dict):
        for key, item in value.items():
            yield from check_shape(item, shape["*"], f"{where}.{key}")
    elif not isinstance(value, shape) or (shape is int and isinstance(value, bool)):
        yield f"{where}: {value!r} is no {shape.__name__}"


def check_object(value, shape, where):
    if not isinstance(value, dict):
        yield f"{where}: is no object"
        return
    known = {key.rstrip("!"): item for key, item in shape.items()}
    for key in shape:
        if key.endswith("!") and key[:-1] not in value:
            yield f"{where}: lacks {key[:-1]}"
    for key, item in value.items():
        if key not in known:
            yield f"{where}: {key} is no property here"
        else:
            yield from check_shape(item, known[key], f"{where}.{key}")


def strings(value, where):
    if isinstance(value, str):
        yield value, where
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, f"{where}.{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from strings(item, f"{where}[{index}]")


def check_rule(rule, where):
    for key in ("shortDescription", "fullDescription", "help"):
        if key not in rule:
            yield f"{where}: lacks {key}"
    if len(rule["fullDescription"]["text"]) > 1024:
        yield f"{where}: the full description is longer than 1,024 characters"
    if "markdown" not in rule["help"]:
        yield f"{where}: help has no markdown"
    if re.search(r"\]\(\.", rule["help"]["markdown"]):
        yield f"{where}: help has a relative link"
    properties = rule.get("properties", {})
    if properties.get("precision") not in ("very-high", "high", "medium", "low"):
        yield f"{where}: precision is {properties.get('precision')!r}"
    if properties.get("problem.severity") not in ("error", "warning", "recommendation"):
        yield f"{where}: problem.severity is {properties.get('problem.severity')!r}"
    if not 0 < len(properties.get("tags", [])) <= 10:
        yield f"{where}: has {len(properties.get('tags', []))} tags, GitHub shows ten"


def check_location(location, root, where):
    physical = location["physicalLocation"]
    artifact = physical["artifactLocation"]
    if artifact.get("uriBaseId") != "SRCROOT" or re.match(r"[a-z]+:|/", artifact["uri"]):
        yield f"{where}: {artifact['uri']} is not relative to SRCROOT"
    elif root and not (root / urllib.parse.unquote(artifact["uri"])).is_file():
        yield f"{where}: there is no file {artifact['uri']}"
    region = physical.get("region")
    if not region:
        yield f"{where}: has no region"
    elif region["startLine"] != region["endLine"] or region["startColumn"] >= region["endColumn"]:
        yield f"{where}: {region} is no part of one line"


def check_result(result, rules, root, where):
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield f"{where}: ruleIndex is not that of {result['ruleId']}"
    if len(result["locations"]) != 1:
        yield f"{where}: GitHub takes one location, not {len(result['locations'])}"
    yield from check_location(result["locations"][0], root, where)
    prints = result["partialFingerprints"]
    if "primaryLocationLineHash" in prints:
        yield f"{where}: primaryLocationLineHash is GitHub's to compute"
    if not re.fullmatch(r"[0-9a-f]{16}", prints.get("holdfast/v1", "")):
        yield f"{where}: has no fingerprint"
    flows = result["codeFlows"]
    for flow in flows:
        for thread in flow["threadFlows"]:
            if not 0 < len(thread["locations"]) <= 1000:
                yield f"{where}: a flow has {len(thread['locations'])} steps"
            for step in thread["locations"]:
                if "message" not in step["location"]:
                    yield f"{where}: a step of the flow says nothing"
    steps = sum(len(thread["locations"]) for flow in flows for thread in flow["threadFlows"])
    if steps > 10000:
        yield f"{where}: its flows have {steps} steps"
    first = flows[0]["threadFlows"][0]["locations"]
    if result["locations"][0]["physicalLocation"] not in [step["location"]["physicalLocation"] for step in first]:
        yield f"{where}: the flow does not pass where the alert is"
    ids = {related["id"] for related in result["relatedLocations"]}
    for link in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"]):
        if int(link) not in ids:
            yield f"{where}: the message links to {link}, which is no related location"


def check_github(log, root):
    if len(log["runs"]) != 1:
        yield "GitHub takes one run for each tool and category"
    run = log["runs"][0]
    if not run["automationDetails"]["id"].endswith("/"):
        yield "automationDetails.id does not end in '/', so GitHub takes its last part for the run"
    base = run["originalUriBaseIds"]["SRCROOT"]["uri"]
    if not (base.startswith("file:///") and base.endswith("/")):
        yield f"originalUriBaseIds: {base} is no directory"
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        yield from check_rule(rule, rule["id"])
    if len({rule["id"] for rule in rules}) != len(rules):
        yield "two rules have the same id"
    results = run["results"]
    if len(results) > 25000:
        yield f"{len(results)} results"
    for index, result in enumerate(results):
        yield from check_result(result, rules, root, f"results[{index}]")
    prints = [result["partialFingerprints"]["holdfast/v1"] for result in results]
    if len(set(prints)) != len(prints):
        yield "two results have the same fingerprint"


def check_schema(log):
    schema = os.environ.get("HOLDFAST_SARIF_SCHEMA")
    if not schema:
        return
    import jsonschema

    for error in jsonschema.Draft4Validator(json.load(open(schema))).iter_errors(log):
        yield f"schema: {list(error.path)}: {error.message}"


def main(file, root=None):
    log = json.load(open(file))
    problems = list(check_object(log, SHAPES["log"], "log")) + list(check_schema(log))
    problems += [f"{where}: is empty" for text, where in strings(log, "log") if not text]
    if not problems:
        problems += check_github(log, root and pathlib.Path(root))
    for problem in problems:
        print(problem)
    print(f"{len(log['runs'][0]['results'])} results, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
