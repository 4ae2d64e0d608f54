"""Which templates an agent may choose from: the customer's own, the provider's, the built-in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.models.records.templates import SmsTemplate


def offered(
    built_in: Sequence[SmsTemplate], stored: Sequence[SmsTemplate], customer_id: int | None
) -> tuple[SmsTemplate, ...]:
    """Return the templates of one language and kind, the first choice first.

    Of each key one is offered: the customer's own before that for all, and that before the
    built-in one, which is always there to fall back on. What was written for the customer comes
    first, then the built-in keys in their order, then those that supervisors added, by title.
    """
    titles = {each.key: each.titles for each in built_in}
    known = [replace(each, titles=titles.get(each.key, {})) for each in stored]
    for_all = {each.key: each for each in known if each.customer_id is None}
    own = {
        each.key: each
        for each in known
        if each.customer_id is not None and each.customer_id == customer_id
    }
    order = [
        *sorted(own, key=lambda key: _place(key, built_in, own[key])),
        *(each.key for each in built_in if each.key not in own),
        *sorted(
            (key for key in for_all if key not in titles and key not in own),
            key=lambda key: (for_all[key].name.casefold(), key),
        ),
    ]
    brought = {each.key: each for each in built_in}
    holding = {**brought, **for_all, **own}
    return tuple(holding[key] for key in order)


def _place(
    key: str, built_in: Sequence[SmsTemplate], template: SmsTemplate
) -> tuple[int, str, str]:
    keys = [each.key for each in built_in]
    place = keys.index(key) if key in keys else len(keys)
    return place, template.name.casefold(), key
