from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.models.field_problems import FieldProblem, Problem
from desktop.models.settings import (
    DeskSettings,
    GatewayKind,
    GatewaySettings,
    LimitSettings,
    LoginKind,
    ProviderSettings,
    SenderType,
    is_safe_address,
    sender_fits,
)


def test_that_the_defaults_have_no_problems() -> None:
    settings = DeskSettings()

    assert list(settings.provider.problems()) == []
    assert list(settings.gateway.problems()) == []
    assert list(settings.limits.problems()) == []


def test_that_a_fresh_desk_can_send_nothing() -> None:
    gateway = DeskSettings().gateway

    assert gateway.kind is GatewayKind.SIMULATOR
    assert gateway.test_mode


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://api.example.com/rest", True),
        ("http://api.example.com/rest", False),
        ("http://127.0.0.1:8080/rest", True),
        ("http://localhost:8080", True),
        ("http://[::1]:8080", True),
        ("http://localhost.example.com", False),
        ("http://127.0.0.1.example.com", False),
        ("ftp://127.0.0.1", False),
        ("https://", False),
        ("https://[", False),
        ("api.example.com", False),
    ],
)
def test_that_only_https_or_this_computer_is_a_safe_address(address: str, *, safe: bool) -> None:
    assert is_safe_address(address) is safe


@pytest.mark.parametrize(
    ("sender", "kind", "fits"),
    [
        ("", SenderType.ALPHANUMERIC, True),
        ("Autohaus", SenderType.ALPHANUMERIC, True),
        ("AutohausWinkler", SenderType.ALPHANUMERIC, False),
        ("12345", SenderType.ALPHANUMERIC, False),
        ("436601234567", SenderType.INTERNATIONAL, True),
        ("+436601234567", SenderType.INTERNATIONAL, False),
        ("Autohaus", SenderType.INTERNATIONAL, False),
        ("0828123456", SenderType.NATIONAL, True),
        ("0828", SenderType.SHORTCODE, True),
        ("123456789", SenderType.SHORTCODE, False),
    ],
)
def test_that_a_sender_fits_its_type(sender: str, kind: SenderType, *, fits: bool) -> None:
    assert sender_fits(sender, kind) is fits


def test_that_a_number_outside_its_bounds_is_named_with_them() -> None:
    assert list(LimitSettings(countdown_s=0).problems()) == [
        FieldProblem("countdown_s", Problem.OUT_OF_RANGE, (5, 120))
    ]


def test_that_basic_login_at_a_real_gateway_needs_a_user_name() -> None:
    websms = GatewaySettings(kind=GatewayKind.WEBSMS)

    assert FieldProblem("username", Problem.MISSING) in list(websms.problems())
    assert list(replace(websms, username="desk").problems()) == []


def test_that_the_provider_must_have_a_mail_address() -> None:
    assert list(ProviderSettings(mail="service").problems()) == [
        FieldProblem("mail", Problem.NOT_A_MAIL_ADDRESS)
    ]


def test_that_kannel_needs_a_user_name_whatever_the_login_says() -> None:
    kannel = GatewaySettings(kind=GatewayKind.KANNEL, login=LoginKind.BEARER)

    assert FieldProblem("username", Problem.MISSING) in list(kannel.problems())
    assert list(replace(kannel, username="desk").problems()) == []


def test_that_only_a_gateway_that_can_pretend_is_in_test_mode() -> None:
    settings = GatewaySettings(test_mode=True)

    tests = {kind: replace(settings, kind=kind).is_test for kind in GatewayKind}

    assert tests == {
        GatewayKind.SIMULATOR: True,
        GatewayKind.WEBSMS: True,
        GatewayKind.KANNEL: False,
    }
    assert replace(settings, test_mode=False).is_test
