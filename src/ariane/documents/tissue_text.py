"""The plan for the tumour sample, line by line."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from ariane.consult.tissue_plan import Standing, Supply, TissuePlan, TissueUse
from ariane.facts.vocabulary import BY_NAME
from ariane.wording.catalogue import label, speaker
from ariane.wording.language import Language

MARKS = {
    Standing.DONE: "✔",
    Standing.UNDER_WAY: "…",
    Standing.RECOMMENDED: "▶",
    Standing.OPTION: "◆",
    Standing.WAITING: "·",
}
COLOURS = {Standing.RECOMMENDED: "green", Standing.OPTION: "cyan"}
AVAILABILITY = {True: "available", False: "absent", None: "unknown"}


def print_tissue_plan(plan: TissuePlan, language: Language, console: Console) -> None:
    """Print the plan."""
    for line in tissue_lines(plan, language):
        console.print(line)


def tissue_lines(plan: TissuePlan, language: Language) -> list[Text]:
    """Return the plan line by line, the heading first."""
    return _Lines(plan, language).lines()


class _Lines:
    def __init__(self, plan: TissuePlan, language: Language) -> None:
        self._plan = plan
        self._language = language
        self._say = speaker(language)

    def lines(self) -> list[Text]:
        sample = " · ".join(self._material(name, there) for name, there in self._plan.sample)
        lines = [Text(self._say("tissue:heading").upper(), "bold blue"), Text(f" {sample}")]
        lines += [
            Text.assemble(
                (f" ⚠ {self._say(f'tissue:warning.{entry.warned}')}", "yellow"),
                ("  " + " ".join(entry.statements), "dim"),
            )
            for entry in self._plan.warnings
        ]
        lines += [self._use(use) for use in self._plan.uses]
        return [*lines, Text(f" {self._say('tissue:no-quantity')}", "dim")]

    def _material(self, name: str, there: bool | None) -> str:
        material = label(BY_NAME[name], self._language)
        return self._say(f"tissue:material.{AVAILABILITY[there]}", material=material)

    def _use(self, use: TissueUse) -> Text:
        colour = COLOURS.get(use.standing, "dim")
        name = self._say(f"tissue:use.{use.use}")
        line = Text.assemble((f" {MARKS[use.standing]} ", colour), (name, "bold"))
        parts = [self._say(f"tissue:standing.{use.standing}"), *self._details(use)]
        line.append(f"  {' · '.join(parts)}")
        if use.held:
            line.append(f"  ⚠ {self._say('tissue:held')}", "yellow")
        return line.append(f"  {' '.join(use.statements)}", "dim")

    def _details(self, use: TissueUse) -> list[str]:
        details = []
        if use.markers and use.standing is not Standing.WAITING:
            markers = ", ".join(self._marker(name) for name in use.markers)
            details.append(self._say("tissue:markers", markers=markers))
        if use.supplies and use.standing is not Standing.DONE:
            materials = ", ".join(self._supply(supply) for supply in use.supplies)
            details.append(self._say("tissue:supply", materials=materials))
        return details

    def _marker(self, name: str) -> str:
        return label(BY_NAME[name], self._language).removesuffix(" (IHC)")

    def _supply(self, supply: Supply) -> str:
        material = self._say(f"tissue:supply.{supply.material}")
        if supply.available:
            return material
        key = "unknown" if supply.available is None else "unavailable"
        return self._say(f"tissue:supply.{key}", material=material)
