#!/usr/bin/env bash
# Installs what Holdfast is built and tested with, from the package archive of
# Debian 12 (LLVM 22 comes from its security suite). Does nothing, and asks for
# nothing, when everything is there.
set -euo pipefail

packages=(
  # python3-psutil lets lit stop a test that hangs.
  cmake ninja-build make ccache g++ python3 python3-psutil libgtest-dev
  # Primary: tool, plugin, tests (lit, FileCheck, not, split-file).
  clang-22 clang-tidy-22 clang-format-22 clang-tools-22 libclang-22-dev llvm-22-dev llvm-22-tools
  libclang-rt-22-dev libc++-22-dev libc++abi-22-dev
  # Programs with OpenMP, for test/oracle/threads.
  libomp-22-dev
  # Libraries whose real headers the tests of signals and slots include.
  libboost1.74-dev libsigc++-2.0-dev qtbase5-dev qt6-base-dev
  # The report in a browser.
  chromium-headless-shell
  # Rules for Bazel.
  bazel-bootstrap
  # The plugin once more, for clang-tidy 19.
  clang-tidy-19 libclang-19-dev llvm-19-dev
)
# --oracle: libraries whose headers `make oracle-models` executes besides the standard one.
if [ "${1:-}" = --oracle ]; then
  packages+=(libabsl-dev libtbb-dev)
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: all ${#packages[@]} packages are installed"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: missing packages: ${missing[*]}" >&2
    echo "setup: run this script as root, or install sudo" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "setup: installing ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
  cat "$log" >&2
  echo "setup: apt-get failed; this script knows Debian 12 (with its security suite) only" >&2
  exit 1
fi
echo "setup: done"
