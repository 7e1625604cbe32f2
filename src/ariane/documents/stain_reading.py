"""The reading of a stain panel, line by line."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from ariane.consult.stains import Candidate, Evidence, Exclusion, Family, StainReading
from ariane.facts.vocabulary import BY_NAME
from ariane.wording.catalogue import label, speaker, table
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, value_words

STATES = {Exclusion.EXCLUDED: "green", Exclusion.SUGGESTED: "red", Exclusion.OPEN: "yellow"}


def print_stain_reading(reading: StainReading, language: Language, console: Console) -> None:
    """Print the reading: families to rule out, profile, candidates, and the stains to add."""
    for line in stain_lines(reading, language):
        console.print(line)


def stain_lines(reading: StainReading, language: Language) -> list[Text]:
    """Return the reading line by line."""
    return _Lines(reading, language).lines()


class _Lines:
    def __init__(self, reading: StainReading, language: Language) -> None:
        self._reading = reading
        self._language = language
        self._say = speaker(language)
        self._names = table(language, "stain_tables")

    def lines(self) -> list[Text]:
        reading = self._reading
        if not reading.results:
            return [Text(self._say("stains.none"))]
        lines = [Text(self._say("stains.heading").upper(), "bold blue")]
        lines.append(Text(" " + " · ".join(self._result(*entry) for entry in reading.results)))
        lines += [self._family(family) for family in reading.families]
        lines.append(self._profile())
        if reading.candidates:
            lines.append(Text(f"\n{self._say('stains.candidates')}", "bold"))
            lines += [self._candidate(candidate) for candidate in reading.candidates]
        for tumour, statement in reading.losses:
            said = self._say("stains.loss", tumour=self._names[tumour])
            lines.append(Text.assemble((f" ⚠ {said}", "yellow"), (f"  {statement}", "dim")))
        if reading.separators:
            lines.append(Text(f"\n{self._say('stains.separators')}", "bold"))
            lines += [self._separator(*separator) for separator in reading.separators[:5]]
        lines.append(Text(f"\n{self._say('stains.caution')}", "dim"))
        return lines

    def _marker(self, name: str) -> str:
        return label(BY_NAME[name], self._language).removesuffix(" (IHC)")

    def _result(self, name: str, result: str) -> str:
        return f"{self._marker(name)} {value_words(BY_NAME[name], result, self._language)}"

    def _family(self, family: Family) -> Text:
        state = self._say(f"stains.family.{family.state}")
        line = Text.assemble(
            f" {capitalised(self._names[family.tumour])} : ", (state, STATES[family.state])
        )
        if family.missing:
            names = ", ".join(self._marker(name) for name in family.missing)
            line.append(f"  {self._say('stains.missing', markers=names)}", "dim")
        return line

    def _profile(self) -> Text:
        reading = self._reading
        if reading.table_applies is False:
            return Text(f" {self._say('stains.no-table')}", "yellow")
        if reading.table_applies is None:
            return Text(f" {self._say('stains.histology-unknown')}", "yellow")
        if reading.profile is None:
            return Text(f" {self._say('stains.no-profile')}", "yellow")
        signs = {"pos": "+", "neg": "-"}
        profile = f"CK7{signs[reading.profile.ck7]} CK20{signs[reading.profile.ck20]}"
        return Text(f" {self._say('stains.profile', profile=profile)}", "bold")

    def _candidate(self, candidate: Candidate) -> Text:
        line = Text.assemble(" ", (capitalised(self._names[candidate.tumour]), "bold"))
        for evidence in candidate.evidence:
            line.append_text(self._evidence(evidence))
        return line

    def _evidence(self, evidence: Evidence) -> Text:
        mark, colour = ("+", "green") if evidence.supports else ("−", "red")
        if evidence.result.startswith("CK7 "):
            said = evidence.result.replace(" pos", "+").replace(" neg", "-")
        else:
            said = self._result(evidence.marker, evidence.result)
        if evidence.extent not in ("as_printed", "above_percent"):
            said += f" ({self._names[evidence.extent]})"
        if evidence.inferred:
            said += f" ({self._say('stains.inferred')})"
        return Text.assemble("  ", (mark, colour), f" {said}", (f" {evidence.statement}", "dim"))

    def _separator(self, marker: str, supports: tuple[str, ...], statement: str) -> Text:
        names = ", ".join(self._names[tumour] for tumour in supports)
        said = self._say("stains.separator", marker=self._marker(marker), tumours=names)
        return Text.assemble((" ? ", "yellow"), said, (f"  {statement}", "dim"))
