"""Claims and records as fast as it can for one account, and prints how long each turn took."""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime

from desktop.services.sending.answers import Answered
from desktop.services.sending.claims import Judge
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.storage.database import Database
from tests.support.sending import RunningClock

AT_ONCE = 8


def turns_s(outbox: Outbox, most: int) -> list[float]:
    """Claims ``AT_ONCE`` SMS at a time, all accepted in the next turn; returns seconds a turn."""
    took: list[float] = []
    answered: list[Answered] = []
    for _ in range(most):
        begin_s = time.perf_counter()
        claimed = outbox.turn(answered, AT_ONCE).sms
        took.append(time.perf_counter() - begin_s)
        if not claimed:
            break
        answered = [
            Answered(sms, SendAnswer(Scope.ACCEPTED, "2000", gateway_id=f"x{sms.sms_id}", parts=1))
            for sms in claimed
        ]
    return took


def main() -> None:
    url, account, now, most = sys.argv[1:]
    database = Database(url, clock=RunningClock(datetime.fromisoformat(now)))
    identity = Identity(account, f"claimer/{account}", test_mode=False)
    outbox = Outbox(database, identity, Policy(judge=Judge(window=None), per_second=1e6))
    while outbox.acquire() is not None:
        time.sleep(0.1)
    outbox.turn([], 0)
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(turns_s(outbox, int(most))), flush=True)
    outbox.give_back()
    database.close()


if __name__ == "__main__":
    main()
