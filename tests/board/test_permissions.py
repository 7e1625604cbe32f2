"""Who may do what, every pair written out once more, by hand."""

from __future__ import annotations

from itertools import combinations

import pytest

from ariane.board.permissions import EDITED_DOMAINS, PERMITTED, Action, Role, is_permitted
from ariane.facts.vocabulary import BY_DOMAIN

TABLE = """
                read create clinical pathology molecular board archive export audit erase
referring       yes  yes    yes      yes       yes       -     yes     yes    -     -
coordinator     yes  yes    yes      yes       yes       yes   yes     yes    -     -
member          yes  -      -        -         -         yes   -       yes    -     -
pathologist     yes  -      -        yes       -         -     -       yes    -     -
biologist       yes  -      -        -         yes       -     -       yes    -     -
administrator   -    -      -        -         -         -     yes     -      yes   yes
"""
ACTIONS = dict(
    zip(
        TABLE.split("\n")[1].split(),
        (
            Action.READ_CASE,
            Action.CREATE_CASE,
            Action.EDIT_CLINICAL,
            Action.EDIT_PATHOLOGY,
            Action.EDIT_MOLECULAR,
            Action.EDIT_BOARD,
            Action.ARCHIVE_CASE,
            Action.EXPORT_CASE,
            Action.READ_AUDIT,
            Action.ERASE_CASE,
        ),
        strict=True,
    )
)
ROLES = {
    "referring": Role.REFERRING_CLINICIAN,
    "coordinator": Role.BOARD_COORDINATOR,
    "member": Role.BOARD_MEMBER,
    "pathologist": Role.PATHOLOGIST,
    "biologist": Role.MOLECULAR_BIOLOGIST,
    "administrator": Role.ADMINISTRATOR,
}
EXPECTED = {
    (ROLES[row.split()[0]], action): said == "yes"
    for row in TABLE.split("\n")[2:-1]
    for action, said in zip(ACTIONS.values(), row.split()[1:], strict=True)
}


def test_the_table_has_every_role_and_every_action() -> None:
    assert set(EXPECTED) == {(role, action) for role in Role for action in Action}
    assert set(PERMITTED) == set(Role)


@pytest.mark.parametrize(("role", "action"), EXPECTED)
def test_one_role_may_do_what_the_table_says(role: Role, action: Action) -> None:
    assert is_permitted(frozenset({role}), action) is EXPECTED[role, action]


def test_several_roles_may_do_what_one_of_them_may() -> None:
    for first, second in combinations(Role, 2):
        for action in Action:
            either = EXPECTED[first, action] or EXPECTED[second, action]
            assert is_permitted(frozenset({first, second}), action) is either


@pytest.mark.parametrize("action", Action)
def test_nobody_may_do_nothing(action: Action) -> None:
    assert not is_permitted(frozenset(), action)


def test_every_domain_of_the_vocabulary_says_what_editing_takes() -> None:
    assert set(EDITED_DOMAINS) == set(BY_DOMAIN)
