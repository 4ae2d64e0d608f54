from __future__ import annotations

import pytest

from desktop.errors import SecretMissingError
from desktop.services.storage.secrets import SERVICE, Secrets, system_keyring
from tests.support.drawer import Drawer


def test_that_a_missing_secret_is_said_by_its_key() -> None:
    with pytest.raises(SecretMissingError) as caught:
        Secrets(Drawer()).get("websms:desk")

    assert caught.value.key == "websms:desk"


def test_that_without_a_keyring_a_given_secret_holds_for_this_start_only() -> None:
    secrets = Secrets(None)

    kept = secrets.give("websms:desk", "secret word", keep=True)

    assert not kept
    assert not secrets.are_kept
    assert secrets.get("websms:desk") == "secret word"
    with pytest.raises(SecretMissingError):
        Secrets(None).get("websms:desk")


def test_that_a_kept_secret_is_there_after_the_next_start() -> None:
    drawer = Drawer()

    kept = Secrets(drawer).give("websms:desk", "secret word", keep=True)

    assert kept
    assert drawer.kept == {(SERVICE, "websms:desk"): "secret word"}
    assert Secrets(drawer).get("websms:desk") == "secret word"


def test_that_a_secret_given_for_this_start_is_not_kept() -> None:
    drawer = Drawer()

    Secrets(drawer).give("websms:desk", "secret word")

    assert drawer.kept == {}


def test_that_a_locked_keyring_is_the_same_as_an_empty_one() -> None:
    drawer = Drawer()
    secrets = Secrets(drawer)
    secrets.give("a", "b", keep=True)
    drawer.locked = True

    with pytest.raises(SecretMissingError):
        Secrets(drawer).get("a")
    assert not secrets.give("a", "c", keep=True)
    assert secrets.get("a") == "c"


def test_that_a_forgotten_secret_is_gone_everywhere() -> None:
    drawer = Drawer()
    secrets = Secrets(drawer)
    secrets.give("a", "b", keep=True)

    secrets.forget("a")
    secrets.forget("a")

    assert drawer.kept == {}
    with pytest.raises(SecretMissingError):
        secrets.get("a")


def test_that_the_environment_cannot_name_another_keyring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    # No bus, no keyring: on a developer's own machine the test must not open the real one.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")

    assert "null" not in type(system_keyring()).__module__
