"""`ariane serve`: what it refuses before anything listens, and the settings that it hands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ariane.board.boards import Board
from ariane.board.permissions import Role
from ariane.board.session import QuorumRule
from ariane.board.steps import State
from ariane.cli.main import main
from ariane.web import running
from ariane.web.settings import Auth, Settings

PROVIDER = (
    "--auth", "oidc", "--base-url", "https://ariane.example",
    "--oidc-issuer", "https://id.example", "--oidc-client-id", "ariane",
)  # fmt: skip


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    found: list[Settings] = []
    monkeypatch.setattr(running, "run", found.append)
    monkeypatch.setenv("ARIANE_OIDC_SECRET", "hidden")
    return found


def serve(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["serve", "--lang", "en", *words])
    return int(left.value.code or 0)


def test_alone_it_serves_one_person_on_this_machine(
    handed: list[Settings], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert serve("--data", str(tmp_path), "--port", "8400") == 0
    (settings,) = handed
    assert (settings.host, settings.port, settings.auth) == ("127.0.0.1", 8400, Auth.LOCAL)
    assert settings.database == f"sqlite:///{tmp_path}/ariane.db"
    assert settings.demo
    assert "http://127.0.0.1:8400/" in capsys.readouterr().err


def test_with_a_provider_it_may_listen_to_others(
    handed: list[Settings], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roles = ("--oidc-role", "ANAPATH=pathologist", "--oidc-role", "a=b=administrator")
    claim = ("--oidc-roles-claim", "realm_access.roles")
    assert serve("--host", "0.0.0.0", "--data", str(tmp_path), *PROVIDER, *roles, *claim) == 0
    (settings,) = handed
    assert settings.oidc is not None
    assert settings.oidc.client_secret == "hidden"
    assert settings.oidc.roles_claim == "realm_access.roles"
    assert settings.oidc.role_names == {"ANAPATH": Role.PATHOLOGIST, "a=b": Role.ADMINISTRATOR}
    assert settings.is_secure
    assert not settings.demo
    assert "hidden" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--host", "0.0.0.0"), "--auth oidc"),
        (("--auth", "oidc"), "--base-url"),
        (PROVIDER[:4], "--oidc-issuer"),
        (PROVIDER[2:], "--auth oidc"),
        ((*PROVIDER, "--oidc-role", "ANAPATH"), "NAME=ROLE"),
        ((*PROVIDER, "--oidc-role", "x=gardener"), "pathologist"),
        ((*PROVIDER, "--base-url", "http://ariane.example"), "https"),
        (("--auth", "ldap"), "oidc"),
        (("--port", "0"), "port"),
    ],
)
def test_what_does_not_go_together_is_refused(
    handed: list[Settings],
    words: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert serve(*words) == 2
    assert said in capsys.readouterr().err
    assert handed == []


def test_no_secret_no_provider(
    handed: list[Settings], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ARIANE_OIDC_SECRET")
    assert serve(*PROVIDER) == 2
    assert "ARIANE_OIDC_SECRET" in capsys.readouterr().err


def test_a_database_that_cannot_be_opened_is_said_before_anything_listens(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert serve("--database", "nonsense") == 2
    assert "nonsense" in capsys.readouterr().err
    assert serve("--database", "postgresql://u:secret@/x?host=/nowhere") == 2
    said = capsys.readouterr().err
    assert "cannot open" in said
    assert "secret" not in said


def test_a_site_sets_its_quorum_and_what_it_calls_late(
    handed: list[Settings], tmp_path: Path
) -> None:
    words = ("--data", str(tmp_path), "--quorum", "4", "--late", "sent=14", "--late", "draft=30")
    assert serve(*words) == 0
    (settings,) = handed
    assert settings.quorum == 4
    assert settings.limits == {State.SENT: 14, State.DRAFT: 30}


def test_a_site_says_which_specialities_a_quorum_must_have(
    handed: list[Settings], tmp_path: Path
) -> None:
    words = ("--require", "oncologie", "--require", "renape=chirurgie ")
    assert serve("--data", str(tmp_path), *words) == 0
    (settings,) = handed
    rules = settings.quorum_rules
    assert rules[Board.CUP] == QuorumRule(3, frozenset({"oncologie"}))
    assert rules[Board.RENAPE] == QuorumRule(3, frozenset({"oncologie", "chirurgie"}))


@pytest.mark.parametrize("wrong", ["nowhere=chirurgie", "cup=", " ", "=chirurgie"])
def test_a_speciality_of_no_board_is_refused(
    handed: list[Settings], tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    assert serve("--data", str(tmp_path), "--require", wrong) == 2
    assert f"--require {wrong}" in capsys.readouterr().err
    assert handed == []


@pytest.mark.parametrize("wrong", ["lost=3", "sent", "sent=-1", "sent=many"])
def test_a_limit_that_is_none_is_refused(
    handed: list[Settings], tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    assert serve("--data", str(tmp_path), "--late", wrong) == 2
    assert wrong in capsys.readouterr().err
    assert handed == []
