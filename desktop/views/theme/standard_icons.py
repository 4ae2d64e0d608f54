"""Our line icons in place of those that Qt's own dialogs bring."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStyle

from desktop.views.theme.icons import icon
from desktop.views.theme.tokens import Role

_SP = QStyle.StandardPixmap

_ICONS: dict[QStyle.StandardPixmap, tuple[str, Role]] = {
    _SP.SP_MessageBoxQuestion: ("circle-question-mark", Role.ACCENT),
    _SP.SP_MessageBoxInformation: ("info", Role.ACCENT),
    _SP.SP_MessageBoxWarning: ("triangle-alert", Role.WARNING),
    _SP.SP_MessageBoxCritical: ("octagon-x", Role.BAD),
    _SP.SP_DirIcon: ("folder-open", Role.MUTED),
    _SP.SP_DirClosedIcon: ("folder-open", Role.MUTED),
    _SP.SP_DirOpenIcon: ("folder-open", Role.MUTED),
    _SP.SP_DirHomeIcon: ("house", Role.MUTED),
    _SP.SP_FileIcon: ("file", Role.MUTED),
    _SP.SP_ComputerIcon: ("monitor", Role.MUTED),
    _SP.SP_DriveHDIcon: ("database", Role.MUTED),
    _SP.SP_FileDialogBack: ("arrow-left", Role.MUTED),
    _SP.SP_FileDialogToParent: ("arrow-up", Role.MUTED),
    _SP.SP_FileDialogNewFolder: ("plus", Role.MUTED),
    _SP.SP_FileDialogListView: ("list", Role.MUTED),
    _SP.SP_FileDialogDetailedView: ("table-2", Role.MUTED),
    _SP.SP_ArrowLeft: ("chevron-left", Role.MUTED),
    _SP.SP_ArrowRight: ("chevron-right", Role.MUTED),
    _SP.SP_ArrowBack: ("arrow-left", Role.MUTED),
    _SP.SP_ArrowForward: ("arrow-right", Role.MUTED),
    _SP.SP_LineEditClearButton: ("x", Role.MUTED),
}


def standard_icon(which: QStyle.StandardPixmap) -> QIcon | None:
    """Our icon for one of Qt's, or None where we have none."""
    found = _ICONS.get(which)
    return icon(*found, size=20) if found is not None else None
