#!/bin/sh
# Installs, updates and removes under Wine, in a Windows of its own that is removed afterwards:
#
#     try_under_wine.sh dist/solution-desk-...-setup.exe NAME TITLE
#
# What Windows itself does is shown by try_installer.ps1 on Windows alone; here it is shown that the
# script does what it should: files, start menu, registry, refusals, and that data are kept.
set -eu

setup=$(realpath "$1") name=$2 title=$3
WINEPREFIX=$(mktemp -d)/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
export WINEPREFIX WINEDEBUG WINEDLLOVERRIDES
[ -n "${STARTS:-}" ] || unset DISPLAY
trap 'wineserver -k 2>/dev/null || :; rm -rf "$(dirname "$WINEPREFIX")"' EXIT

expect() { # what should be so; the rest is a command that tells whether it is
    told=$1
    shift
    "$@" || { echo "not so: $told" >&2; exit 1; }
    echo "ok: $told"
}
has_not() { [ ! -e "$1" ]; }
registered() { wine reg query "$1" >/dev/null 2>&1; }
not_registered() { ! registered "$1"; }
ends_with() { # a status, then a command
    wanted=$1
    shift
    status=0
    wine "$@" || status=$?
    [ "$status" = "$wanted" ]
}

wineboot --init
user=$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 ! -name Public | head -n 1)
local="$user/AppData/Local"
program="$local/Programs/$title"
menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/$title.lnk"
handler="HKCU\\Software\\Classes\\$name.tel\\shell\\open\\command"
installed="HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\$title"
mkdir -p "$local/$name"
echo "of a person" > "$local/$name/kept.txt"

expect "it installs without a question" ends_with 0 "$setup" /S
expect "the program is there" test -s "$program/$name.exe"
expect "the command for terminals is there" test -s "$program/$name-cli.exe"
expect "the start menu has it" test -e "$menu"
expect "tel: is handled" registered "$handler"
expect "Windows knows how to remove it" registered "$installed"

echo "old" > "$program/_internal/of-an-older-version.txt"
expect "it updates in place" ends_with 0 "$setup" /S
expect "nothing old is left" has_not "$program/_internal/of-an-older-version.txt"
expect "the update keeps data" test -s "$local/$name/kept.txt"

wine reg add "$installed" /v DisplayVersion /d 99.0.0 /f >/dev/null
expect "it does not replace a newer one" ends_with 4 "$setup" /S
wine reg add "$installed" /v DisplayVersion /d 0.0.1 /f >/dev/null

if [ -n "${STARTS:-}" ]; then # only where the program in the installer runs under Wine
    wine "$program/$name.exe" & running=$!
    sleep 5
    expect "it refuses while the program runs" ends_with 3 "$setup" /S
    kill "$running"
    wineserver -k
    wineserver -w
fi

expect "it removes itself without a question" ends_with 0 "$program/uninstall.exe" /S
wineserver -w # it goes on from a copy of itself
expect "the program is gone" has_not "$program/$name.exe"
expect "its libraries are gone" has_not "$program/_internal"
expect "the start menu is without it" has_not "$menu"
expect "tel: is not handled any more" not_registered "$handler"
expect "Windows does not list it any more" not_registered "$installed"
expect "the removal keeps data" test -s "$local/$name/kept.txt"
