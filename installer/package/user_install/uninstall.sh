#!/bin/sh
# Takes facerestore away: its folder, its menu entry and its links. Settings, projects and photos stay.
set -eu

folder=$(dirname "$(readlink -f -- "$0")")
links=$folder/links.txt
if [ ! -e "$folder/lib/facerestore" ]; then
    echo "facerestore: $folder is no facerestore; nothing was taken away." >&2
    exit 1
fi

# folders that were made for it, while they are empty
remove_empty() {
    parent=$(dirname "$1")
    while [ "$parent" != "${HOME:?}" ] && [ "$parent" != / ] && rmdir "$parent" 2>/dev/null; do
        parent=$(dirname "$parent")
    done
}

if [ -e "$links" ]; then
    while IFS= read -r link; do
        # only what still leads here
        case $(readlink -- "$link" 2>/dev/null || true) in
            "$folder"/*) rm -f -- "$link" ;;
            *) continue ;;
        esac
        remove_empty "$link"
    done < "$links"
fi
if [ "${1:-}" = --links-only ]; then
    exit 0
fi

data=${XDG_DATA_HOME:-$HOME/.local/share}
rm -rf -- "$folder"
remove_empty "$folder"
if [ -d "$data/mime" ] && ! ls "$data/mime/packages"/*.xml >/dev/null 2>&1; then
    # nobody else's types are described here, so that all of it was made of ours
    for made in aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version \
        XMLnamespaces application/x-facerestore-project.xml; do
        rm -f -- "$data/mime/$made"
    done
    rmdir -- "$data/mime/application" "$data/mime/packages" "$data/mime" 2>/dev/null || true
fi
for update in "update-desktop-database $data/applications" "update-mime-database $data/mime"; do
    # one that has nothing left to list says so; nobody needs to read it
    if [ -d "${update#* }" ] && command -v "${update%% *}" >/dev/null; then
        "${update%% *}" "${update#* }" >/dev/null 2>&1 || true
    fi
done
cache=$data/applications/mimeinfo.cache
if [ -f "$cache" ] && [ "$(cat -- "$cache")" = "[MIME Cache]" ]; then
    rm -f -- "$cache"
    remove_empty "$cache"
fi
echo "facerestore was taken away. Your settings, projects and photos are where they were."
