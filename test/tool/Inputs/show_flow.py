"""Prints what a reader of a SARIF file shows: alerts, and the steps that lead to them."""
import json
import sys


def place(physical):
    region = physical["region"]
    return f"{physical['artifactLocation']['uri']} {region['startLine']}:{region['startColumn']}-{region['endColumn']}"


run = json.load(open(sys.argv[1]))["runs"][0]
for result in run["results"]:
    print(place(result["locations"][0]["physicalLocation"]), result["properties"]["confidence"])
    print("  " + result["message"]["text"].replace("\n", " | "))
    for thread in result["codeFlows"][0]["threadFlows"]:
        for number, step in enumerate(thread["locations"], 1):
            location = step["location"]
            print(f"  {number}. {place(location['physicalLocation'])}: {location['message']['text']}")
for invocation in run["invocations"]:
    for note in invocation["toolExecutionNotifications"]:
        where = note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        print(f"not analyzed: {where}: {note['message']['text']}")
    print("successful:", invocation["executionSuccessful"])
