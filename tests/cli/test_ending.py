from __future__ import annotations

import os
import signal
import threading

import pytest

from desktop.cli.ending import Ending


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_that_a_signal_ends_a_wait_and_every_later_one(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with Ending() as ending:
        assert not ending.wait(0)
        sender = threading.Timer(0.05, os.kill, (os.getpid(), number))
        sender.start()

        assert ending.wait(60)
        assert ending.wait(60)
        sender.join()

    assert signal.getsignal(number) is before


def test_that_a_signal_before_the_wait_is_not_lost() -> None:
    with Ending() as ending:
        signal.raise_signal(signal.SIGTERM)

        assert ending.wait(60)
