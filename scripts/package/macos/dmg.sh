#!/bin/sh
# Makes the disk image of macOS from the built program:
#
#     dmg.sh "dist/Solution Desk.app" "Solution Desk" dist/solution-desk.dmg
#
# With SIGN_IDENTITY (a Developer ID in the keychain) the program is signed for other computers, and
# with NOTARY_PROFILE (stored by `xcrun notarytool store-credentials`) Apple confirms it as well.
# Without them the program keeps the signature of PyInstaller, which holds on this computer only.
set -eu

app=$1 title=$2 target=$3
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

if [ -n "${SIGN_IDENTITY:-}" ]; then
    entitlements=$(dirname "$0")/entitlements.plist
    # from the inside out: a signature covers what lies deeper
    find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
        xargs -0 codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY"
    find "$app/Contents" -type d -name '*.framework' -print0 |
        xargs -0 codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY"
    codesign --force --timestamp --options runtime --entitlements "$entitlements" \
        --sign "$SIGN_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
fi

# ditto keeps the links inside of Qt's frameworks; without them their signatures are invalid
ditto "$app" "$place/$(basename "$app")"
ln -s /Applications "$place/Applications"
rm -f "$target"
hdiutil create -volname "$title" -srcfolder "$place" -fs HFS+ -format UDZO -quiet "$target"

if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$target" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$target"
fi
