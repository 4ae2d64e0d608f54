"""Which templates are offered: one of each key, the customer's own first, the built-in always."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.case_flow import AddressForm
from desktop.models.records.templates import SmsTemplate
from desktop.models.states import DispatchKind
from desktop.models.template_offer import offered

BUILT_IN = ("reminder_link", "reminder_short")


def template(
    key: str, customer_id: int | None = None, version: int = 0, name: str = ""
) -> SmsTemplate:
    return SmsTemplate(
        key,
        DispatchKind.SIGNUP_REMINDER,
        "de",
        {"de": key} if not version else {},
        dict.fromkeys(AddressForm, f"{key} {customer_id} {version}"),
        name,
        customer_id,
        version,
    )


_stored = st.lists(
    st.builds(
        template,
        st.sampled_from([*BUILT_IN, "own_a", "own_b"]),
        st.sampled_from([None, 1, 2]),
        st.integers(1, 9),
        st.sampled_from(["", "Zweite", "erste"]),
    ),
    unique_by=lambda each: each.ref,
)


@given(stored=_stored, customer_id=st.sampled_from([None, 1, 2, 3]))
def test_that_each_key_is_offered_once_and_the_nearest_to_the_customer(
    stored: list[SmsTemplate], customer_id: int | None
) -> None:
    built_in = [template(key) for key in BUILT_IN]

    found = offered(built_in, stored, customer_id)

    keys = [each.key for each in found]
    assert len(keys) == len(set(keys))
    assert set(keys) >= set(BUILT_IN)
    by_ref = {(each.key, each.customer_id): each for each in stored}
    for each in found:
        own = by_ref.get((each.key, customer_id))
        for_all = by_ref.get((each.key, None))
        nearest = own or for_all
        assert each.version == (nearest.version if nearest else 0)
        assert each.customer_id in {None, customer_id}
    own_first = [each.customer_id is not None for each in found]
    assert own_first == sorted(own_first, reverse=True)


def test_that_a_changed_built_in_template_keeps_its_title_and_its_place() -> None:
    built_in = [template(key) for key in BUILT_IN]
    changed = template("reminder_short", version=3)
    renamed = template("reminder_link", version=2, name="Mit Adresse")

    found = offered(built_in, [changed, renamed, template("own_a", version=1, name="Eigene")], None)

    assert [each.title("de") for each in found] == ["Mit Adresse", "reminder_short", "Eigene"]
