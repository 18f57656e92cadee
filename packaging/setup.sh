#!/usr/bin/env bash
# Makes .venv with everything the project needs; at once when it is there already.
# Uses apt where packages are missing and that is allowed, else says what to do.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

install_packages() { # install_packages PACKAGE...: true when apt installed them
  local root=()
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || root=(sudo -n)
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || return 1
  say "installing $* with apt"
  export DEBIAN_FRONTEND=noninteractive
  "${root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update </dev/null >&2 &&
    "${root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" \
      </dev/null >/dev/null
}

suits() { # suits PYTHON: true for 3.11 to 3.13, which every dependency supports
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null
}

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
    if suits "$name"; then
      command -v "$name"
      return
    fi
  done
  return 1
}

make_environment() {
  local python
  python=$(find_python) || { install_packages python3 python3-venv && python=$(find_python); } ||
    fail "needs Python 3.11, 3.12 or 3.13; install one, or name it: make PYTHON=/path/to/python3"
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    install_packages python3-venv ||
      fail "$python cannot make environments; install python3-venv (apt install python3-venv)"
  fi
  say "making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
}

missing_libraries() { # the system libraries that Qt needs and that are not there
  local qt
  qt=$(echo .venv/lib/python3*/site-packages/PySide6/Qt)
  ldd "$qt"/plugins/platforms/libqxcb.so "$qt"/lib/libQt6{Gui,Widgets,Svg}.so.6 2>/dev/null |
    awk '/not found/ { print $1 }' | sort -u
}

provide_libraries() {
  local missing
  missing=$(missing_libraries)
  [ -n "$missing" ] || return 0
  local packages=(libgl1 libegl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libbrotli1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-shape0 libxcb-xkb1 fonts-dejavu-core)
  install_packages "${packages[@]}" || true
  missing=$(missing_libraries)
  [ -z "$missing" ] || say "the window needs system libraries that are missing:" $missing \
    "(Debian, Ubuntu: apt install ${packages[*]}); the agent runs without them"
}

# The folder is part of it: an environment that was moved or copied no longer works.
stamp=.venv/.ready-$({ pwd && cat pyproject.toml packaging/setup.sh; } | cksum | tr ' ' -)
if [ -e "$stamp" ] && .venv/bin/python -c '' 2>/dev/null; then exit 0; fi

if ! { [ -x .venv/bin/pip ] && suits .venv/bin/python; }; then make_environment; fi
say "installing the project and what it needs into .venv"
.venv/bin/python -m pip install --quiet --disable-pip-version-check -e '.[desktop,dev]' ||
  fail "the packages could not be installed; the lines above say why"
provide_libraries
rm -f .venv/.ready-*
touch "$stamp"
