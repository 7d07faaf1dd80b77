"""Makes a git repository of the current directory, commits it, and then edits it: drop() erases, and a source is new."""
import os
import pathlib
import subprocess


def git(*arguments):
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, stdout=subprocess.DEVNULL)


os.rename("gitignore", ".gitignore")
fresh = pathlib.Path("fresh.cpp").read_text()
os.remove("fresh.cpp")
git("init", "--quiet")
git("add", "--all")
git("commit", "--quiet", "--message", "before")
header = pathlib.Path("src/drop.h")
header.write_text(header.read_text().replace("m[key] = 0", "m.erase(key)"))
pathlib.Path("src/fresh.cpp").write_text(fresh)
