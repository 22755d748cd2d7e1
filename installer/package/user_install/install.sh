#!/bin/sh
# Installs facerestore @VERSION@ for one person, without root. What follows the last line is the program, packed.
set -eu

usage() {
    cat <<'TEXT'
Installs facerestore for you alone; root is not needed.

  sh facerestore-@VERSION@-linux-x86_64.run [--target FOLDER] [--check]

  --target FOLDER  where to (default: ~/.local/opt/facerestore)
  --check          only look whether this file arrived whole

An older version in the same place is replaced; settings and projects stay.
FOLDER/uninstall.sh takes the program away again.
TEXT
}

fail() {
    echo "facerestore: $*" >&2
    exit 1
}

target=${HOME:?}/.local/opt/facerestore
only_check=no
while [ $# -gt 0 ]; do
    case $1 in
        --target) [ $# -ge 2 ] || fail "--target needs a folder."; target=$2; shift 2 ;;
        --target=*) target=${1#--target=}; shift ;;
        --check) only_check=yes; shift ;;
        --help|-h) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done

packed() {
    tail -c +"$((@HEADER_BYTES@ + 1))" "$0"
}

[ "$(uname -m)" = x86_64 ] || fail "This is for 64-bit PCs (x86_64); this computer is $(uname -m)."
[ "$(packed | sha256sum | cut -c -64)" = @SHA256@ ] || fail "This file is damaged. Fetch it again."
if [ $only_check = yes ]; then
    echo "This file is whole."
    exit 0
fi

case $target in
    /*) ;;
    *) target=$(pwd)/$target ;;
esac
target=${target%/}
# menu entries cannot name a program in such a folder
case $target in *['"`$\%']*) fail "The folder's name may hold none of \" \` \$ \\ %." ;; esac
if [ -e "$target" ] && [ ! -e "$target/uninstall.sh" ] && [ -n "$(ls -A "$target" 2>/dev/null)" ]; then
    fail "$target is there already, and is no facerestore. Choose another folder: --target FOLDER"
fi

mkdir -p "$(dirname "$target")"
new=$target.new.$$
old=$target.old.$$
clean_up() {
    # an upgrade that was stopped half way gives the former version back
    if [ -e "$old" ] && [ ! -e "$target" ]; then mv "$old" "$target"; fi
    rm -rf "$new" "$old"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

echo "Unpacking facerestore @VERSION@ ..."
mkdir "$new"
packed | head -c @TOOLS_BYTES@ | tar -xf - -C "$new"
packed | tail -c +"$((@TOOLS_BYTES@ + 1))" |
    LD_LIBRARY_PATH=$new/tools "$new/tools/xz" -dc |
    tar -xf - -C "$new" --strip-components=1 --no-same-owner ||
    fail "It could not be unpacked. Is the disk full? About @MEGABYTES@ MB are needed."
mv "$new/tools/uninstall.sh" "$new/uninstall.sh"
rm -r "$new/tools"
"$new/bin/facerestore" --version >/dev/null ||
    fail "It does not run here: it needs Linux with glibc 2.36 (Debian 12, Ubuntu 22.10, Fedora 37) or newer."

if [ -e "$target/uninstall.sh" ]; then
    sh "$target/uninstall.sh" --links-only
fi
if [ -e "$target" ]; then
    mv "$target" "$old"
fi
mv "$new" "$target"

# the desktop's places: links into the folder, and a list of them for uninstall.sh
data=${XDG_DATA_HOME:-$HOME/.local/share}
links=$target/links.txt
: > "$links"
link() {
    if [ -e "$2" ] && [ ! -L "$2" ]; then
        echo "$2 is another program's; it stays."
        return
    fi
    mkdir -p "$(dirname "$2")"
    ln -sfn "$1" "$2"
    echo "$2" >> "$links"
}
for program in facerestore facerestore-gui; do
    link "$target/bin/$program" "$HOME/.local/bin/$program"
done
if [ -d "$target/share" ]; then
    for entry in "$target"/share/applications/*.desktop; do
        [ -e "$entry" ] || continue
        # the menu knows no PATH: programs by their full names
        sed -i -e "s|^Exec=\(facerestore[a-z-]*\)|Exec=\"$target/bin/\1\"|" \
            -e "s|^TryExec=\(facerestore[a-z-]*\)|TryExec=$target/bin/\1|" "$entry"
    done
    (cd "$target/share" && find . -type f) | sort | while IFS= read -r file; do
        link "$target/share/${file#./}" "$data/${file#./}"
    done
    for update in "update-desktop-database $data/applications" "update-mime-database $data/mime"; do
        # what they would say is for makers of packages
        if command -v "${update%% *}" >/dev/null; then "${update%% *}" "${update#* }" >/dev/null 2>&1 || true; fi
    done
fi

echo "facerestore @VERSION@ is in $target, and in the menu of programs."
case :$PATH: in
    *":$HOME/.local/bin:"*) echo "On the command line it is 'facerestore'." ;;
    *) echo "On the command line it is '$HOME/.local/bin/facerestore' (that folder is not on your PATH)." ;;
esac
echo "To take it away: sh '$target/uninstall.sh'"
exit 0
