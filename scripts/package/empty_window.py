"""An empty window: the least that a frozen program with Qt can be, to compare the desk with."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1000, 700)
window.show()
sys.exit(app.exec())
