"""The command line: what is asked for, the commands without a window, and failures in one sentence.

Nothing heavy is imported here: ``--version`` answers at once. No Qt at all: the window is opened
by ``desktop.__main__``, which gets what was asked for as ``Asked``.
"""

from desktop.cli.arguments import Asked, Command, understand
from desktop.cli.running import guarded, run

__all__ = ["Asked", "Command", "guarded", "run", "understand"]
