"""A scripted editor for `holdfast lsp`: lsp_client.py HOLDFAST ARGUMENT... < SCRIPT

Each line of the script is a step:
  open FILE | type FILE TEXT | save FILE | close FILE | write FILE TEXT | copy FROM TO | env NAME VALUE (before the first message)
  expect FILE      waits for diagnostics of FILE and prints them
  log              waits for a message to the user and prints it
  actions FILE N   prints the code actions at line N (from 1) and applies the first one
  raw TEXT         sends TEXT as it is
  quit             shutdown and exit; prints the exit status
"""
import json
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import threading
import time


class Editor:
    def __init__(self, command):
        self.environment = dict(os.environ)
        self.command, self.process, self.next_id = command, None, 0
        self.messages = queue.Queue()
        self.replies, self.diagnostics, self.logs = {}, {}, []

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment)
        threading.Thread(target=self.read, daemon=True).start()
        self.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.notify("initialized", {})

    def read(self):
        while header := self.process.stdout.readline():
            length = int(header.split(b":")[1])
            self.process.stdout.readline()
            self.messages.put(json.loads(self.process.stdout.read(length)))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method, params):
        if not self.process:
            self.start()
        self.send({"method": method, "params": params})

    def request(self, method, params):
        self.next_id += 1
        self.send({"id": self.next_id, "method": method, "params": params})
        return self.wait(lambda: self.replies.pop(self.next_id, None))

    def wait(self, ready):
        end = time.monotonic() + 60
        while (value := ready()) is None:
            message = self.messages.get(timeout=max(0.01, end - time.monotonic()))
            if "id" in message:
                self.replies[message["id"]] = message
            elif message["method"] == "window/logMessage":
                self.logs.append(message["params"]["message"])
            else:
                name = pathlib.Path(message["params"]["uri"][7:]).name
                self.diagnostics.setdefault(name, []).append(message["params"]["diagnostics"])
        return value


def uri(file):
    return pathlib.Path(file).absolute().as_uri()


def place(span):
    start, end = span["start"], span["end"]
    return f"{start['line'] + 1}:{start['character'] + 1}-{end['line'] + 1}:{end['character'] + 1}"


def show(file, diagnostics):
    print(f"{file}: {len(diagnostics)}")
    for d in diagnostics:
        print(f"  {place(d['range'])} {d['severity']} {d['source']} {d['code']}: {d['message']}")
        for related in d["relatedInformation"]:
            name = pathlib.Path(related["location"]["uri"]).name
            print(f"    {name} {place(related['location']['range'])}: {related['message']}")


def offset(lines, at):
    """Where a position (UTF-16) is in the encoded text."""
    return sum(len(line) for line in lines[: at["line"]]) + 2 * at["character"]


def apply(action):
    for target, edits in action["edit"]["changes"].items():
        path = pathlib.Path(target[7:])
        lines = [line.encode("utf-16-le") for line in path.read_text().splitlines(keepends=True)]
        text = b"".join(lines)
        spans = [(offset(lines, e["range"]["start"]), offset(lines, e["range"]["end"]), e["newText"]) for e in edits]
        for start, end, new in sorted(spans, reverse=True):
            text = text[:start] + new.encode("utf-16-le") + text[end:]
        path.write_text(text.decode("utf-16-le"))


def step(editor, words):
    what, file = words[0], words[1] if len(words) > 1 else ""
    if what == "open":
        item = {"uri": uri(file), "languageId": "cpp", "version": 1, "text": pathlib.Path(file).read_text()}
        editor.notify("textDocument/didOpen", {"textDocument": item})
    elif what == "type":  # at the start, not saved
        start = {"line": 0, "character": 0}
        change = {"range": {"start": start, "end": start}, "text": " ".join(words[2:]).replace("\\n", "\n")}
        editor.notify("textDocument/didChange",
                      {"textDocument": {"uri": uri(file), "version": 2}, "contentChanges": [change]})
    elif what in ("save", "close"):
        editor.notify("textDocument/did" + what.capitalize(), {"textDocument": {"uri": uri(file)}})
    elif what == "write":
        pathlib.Path(file).write_text(" ".join(words[2:]).replace("\\n", "\n"))
    elif what == "copy":
        shutil.copy(file, words[2])
    elif what == "env":
        editor.environment[file] = words[2]
    elif what == "expect":
        show(file, editor.wait(lambda: editor.diagnostics[file].pop(0) if editor.diagnostics.get(file) else None))
    elif what == "log":
        print("log:", editor.wait(lambda: editor.logs.pop(0) if editor.logs else None))
    elif what == "actions":
        line = int(words[2]) - 1
        at = {"line": line, "character": 0}
        params = {"textDocument": {"uri": uri(file)}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}}
        actions = editor.request("textDocument/codeAction", params)["result"]
        print("actions:", [action["title"] for action in actions])
        if actions:
            apply(actions[0])
    elif what == "raw":
        editor.process.stdin.write(" ".join(words[1:]).replace("\\r\\n", "\r\n").encode())
        editor.process.stdin.flush()
        print("exit", editor.process.wait(timeout=20))
    elif what == "quit":
        editor.request("shutdown", None)
        editor.notify("exit", None)
        print("exit", editor.process.wait(timeout=20))


def main():
    editor = Editor([sys.argv[1], "lsp", *sys.argv[2:]])
    for line in sys.stdin:
        if re.match(r"\w", line):
            step(editor, line.split())
            sys.stdout.flush()


main()
