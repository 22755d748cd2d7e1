"""``Info.plist``: what macOS reads of the bundle."""

from typing import Any, Final

IDENTIFIER: Final = "local.facerestore.facerestore"
PROJECT_TYPE: Final = "local.facerestore.project"
_PHOTO_TYPES: Final = ("public.jpeg", "public.png", "public.tiff", "org.webmproject.webp")
_LANGUAGES: Final = ("en", "de", "es", "fr", "zh_CN")


def info(version: str, oldest_macos: str) -> dict[str, Any]:
    """For ``plistlib``."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "facerestore",
        "CFBundleDisplayName": "facerestore",
        "CFBundleExecutable": "facerestore-gui",
        "CFBundlePackageType": "APPL",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleIconFile": "facerestore.icns",
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": list(_LANGUAGES),
        "LSMinimumSystemVersion": oldest_macos,
        "LSApplicationCategoryType": "public.app-category.photography",
        "LSArchitecturePriority": ["arm64"],
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "facerestore project",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "facerestore-project.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [PROJECT_TYPE],
            },
            {
                # in "Open with"; what opens photos by itself stays as it is
                "CFBundleTypeName": "photo",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": list(_PHOTO_TYPES),
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": PROJECT_TYPE,
                "UTTypeDescription": "facerestore project",
                "UTTypeIconFile": "facerestore-project.icns",
                "UTTypeConformsTo": ["public.data", "public.content"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["facerestore"],
                    "public.mime-type": ["application/x-facerestore-project"],
                },
            }
        ],
    }
