from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.cli.ending import LONGEST_END_S, AskedToEndError, Ending

_ROOT = Path(__file__).parents[2]
_LATER_THAN_ANY_TEST_S = 600.0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_that_a_signal_ends_a_wait_and_every_later_one(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with Ending() as ending:
        assert not ending.wait(0)
        sender = threading.Timer(0.05, os.kill, (os.getpid(), number))
        sender.start()

        assert ending.wait(_LATER_THAN_ANY_TEST_S)
        assert ending.wait(_LATER_THAN_ANY_TEST_S)
        sender.join()

    assert signal.getsignal(number) is before


def test_that_a_signal_before_the_wait_is_not_lost() -> None:
    with Ending() as ending:
        signal.raise_signal(signal.SIGTERM)

        assert ending.wait(_LATER_THAN_ANY_TEST_S)


def test_that_a_signal_which_another_thread_gets_ends_the_wait_at_once() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    assert other.ident is not None
    with Ending() as ending:
        sender = threading.Timer(0.05, signal.pthread_kill, (other.ident, signal.SIGTERM))
        sender.start()

        assert ending.wait(_LATER_THAN_ANY_TEST_S)
        sender.join()

    over.set()
    other.join()


def test_that_other_signals_end_nothing() -> None:
    noted: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _frame: noted.append(number))
    with Ending() as ending:
        signal.raise_signal(signal.SIGUSR1)

        assert not ending.wait(0.05)

    signal.signal(signal.SIGUSR1, before)
    assert noted == [signal.SIGUSR1]


def test_that_a_signal_breaks_off_a_read_that_nobody_answers() -> None:
    silent, kept = os.pipe()
    with Ending() as ending:
        sender = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
        sender.start()

        with pytest.raises(AskedToEndError), ending.interrupting():
            os.read(silent, 1)

        sender.join()
        assert ending.wait(_LATER_THAN_ANY_TEST_S)
    os.close(silent)
    os.close(kept)


def test_that_a_signal_before_a_read_breaks_it_off_as_well() -> None:
    with Ending() as ending:
        signal.raise_signal(signal.SIGTERM)

        with pytest.raises(AskedToEndError), ending.interrupting():
            pytest.fail("nothing is waited for any more")


def test_that_a_signal_disturbs_nothing_once_the_answer_is_there() -> None:
    with Ending() as ending:
        with ending.interrupting():
            pass
        signal.raise_signal(signal.SIGTERM)

        assert ending.wait(_LATER_THAN_ANY_TEST_S)


@pytest.mark.parametrize(
    "hang",
    [
        "threading.Event().wait()",
        "threading.Thread(target=threading.Event().wait).start()",
    ],
    ids=["main_thread", "other_thread"],
)
def test_that_an_end_that_hangs_is_cut_short_and_tells_where_it_hung(hang: str) -> None:
    code = (
        "import threading\n"
        "from desktop.cli.ending import Ending\n"
        "with Ending(at_most_s=0.2) as ending:\n"
        "    print('ready', flush=True)\n"
        "    ending.wait(600)\n"
        f"    {hang}\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"

    process.send_signal(signal.SIGTERM)
    _, told = process.communicate()

    assert process.returncode == 1
    assert "Timeout (0:00:00.2" in told
    assert "Thread 0x" in told


def test_that_the_bound_lies_before_the_patience_of_the_system() -> None:
    assert LONGEST_END_S < 90
