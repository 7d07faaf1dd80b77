"""Adds flags to every command of compile_commands.json."""
import json
import sys

commands = json.load(open("compile_commands.json"))
for command in commands:
    command["arguments"][1:1] = sys.argv[1:]
json.dump(commands, open("compile_commands.json", "w"))
