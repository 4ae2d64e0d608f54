"""How fast SMS leave, beside bare sessions in threads that write nothing down.

Set ``SENDING_SMS`` to another number of SMS, e.g. 100000.
"""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Callable

import pytest
import requests

from desktop.models.states import DispatchState
from desktop.services.http import Timeouts
from desktop.services.sending.claims import Judge
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.sending.options import SenderOptions
from desktop.services.sending.policy import Policy
from desktop.services.sending.sender import Sender
from tests.faults import wait_for
from tests.support.gateway_process import GatewayProcess
from tests.support.sending import RunningClock, make_world

SMS = int(os.environ.get("SENDING_SMS", "10000"))
THREADS = 8
LATENCY_S = 0.02
LEAST_SHARE = 0.85

pytestmark = pytest.mark.bench


def _per_second(work: Callable[[], object], count: int) -> float:
    begin_s = time.perf_counter()
    work()
    return count / (time.perf_counter() - begin_s)


def _bare(url: str, count: int) -> None:
    """Posts as often as the desk would, from as many threads, and writes nothing down."""
    left = iter(range(count))
    lock = threading.Lock()

    def post() -> None:
        session = requests.Session()
        session.trust_env = False
        while True:
            with lock:
                number = next(left, None)
            if number is None:
                return
            body = {
                "recipientAddressList": [f"43650{number:07d}"],
                "messageContent": "Bitte Start senden.",
                "clientMessageId": str(number),
                "contentCategory": "informational",
                "maxSmsPerMessage": 1,
                "messageType": "default",
                "test": False,
            }
            answer = session.post(url + "/smsmessaging/text", json=body, auth=("desk", "x"))
            assert answer.json()["statusCode"] == 2000

    threads = [threading.Thread(target=post) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_that_sending_keeps_up_with_bare_sessions(sqlite_url: str) -> None:
    with GatewayProcess(LATENCY_S) as gateway:
        clock = RunningClock()
        world = make_world(sqlite_url, clock, f"websms:desk@127.0.0.1:{gateway.port}")
        for start in range(0, SMS, 10_000):
            world.add_incomplete(min(10_000, SMS - start))
        limits = world.settings.limits.__class__(countdown_s=10, second_release_above=10**9)
        world.settings = world.settings.__class__(limits=limits)
        dispatch_id = world.release().id
        clock.forward(10)
        lists = DispatchLists(world.database)
        account = WebSmsAccount("x", "desk", gateway.url, test_mode=False)
        options = SenderOptions(policy=Policy(judge=Judge(window=None), per_second=10_000))
        sender = Sender(world.database, WebSms(account, Timeouts(30, 60)), options)

        def send() -> None:
            sender.start()
            wait_for(
                lambda: (
                    time.sleep(0.25) is None  # type: ignore[func-returns-value]  # asks seldom
                    and lists.lines()[0].state is DispatchState.DONE
                ),
                timeout_s=3600,
            )
            sender.stop()

        before = _per_second(lambda: _bare(gateway.url, SMS // 2), SMS // 2)
        ours = _per_second(send, SMS)
        after = _per_second(lambda: _bare(gateway.url, SMS // 2), SMS // 2)

        bare = 2 / (1 / before + 1 / after)
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"\n{SMS} SMS: {ours:.0f}/s, bare sessions {bare:.0f}/s ({before:.0f} before,"
            f" {after:.0f} after): {ours / bare:.0%}; peak {peak_mb:.0f} MB,"
            f" load {os.getloadavg()[0]:.1f}"
        )
        assert lists.balance(dispatch_id).adds_up
        world.database.close()
    assert ours / bare >= LEAST_SHARE
