"""Writes compile_commands.json for the sources that are named."""
import json
import os
import sys

directory = os.getcwd()
commands = [
    {"directory": directory, "file": file, "arguments": ["c++", "-std=c++17", "-c", file]} for file in sys.argv[1:]
]
json.dump(commands, open("compile_commands.json", "w"))
