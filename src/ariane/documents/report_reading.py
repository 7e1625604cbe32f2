"""What was read in a pathology report, for a person who checks it against the report."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ariane.case.reports.stain import Certainty, Reading, Stain, Unread, Why
from ariane.facts.vocabulary import BY_NAME
from ariane.wording.catalogue import label, speaker
from ariane.wording.language import Language
from ariane.wording.phrases import printable, value_words

MARKS = {"pos": ("+", "green"), "neg": ("−", "red"), None: ("?", "yellow")}
OTHER_RESULT = ("•", "cyan")
LONGEST = 160
NOT_OF_THE_TUMOUR = (Why.BESIDE_TUMOUR, Why.OTHER_TISSUE, Why.SUPPOSED, Why.BLOOD)


def reading_data(reading: Reading) -> dict[str, Any]:
    """Return a reading as data for programs: `stains` and `unread`, in the order of the report."""
    return {
        "stains": [stain._asdict() for stain in reading.stains],
        "unread": [
            {**words._asdict(), "markers": list(words.markers), "words": list(words.words)}
            for words in reading.unread
        ],
    }


def print_reading(reading: Reading, report: str, language: Language, console: Console) -> None:
    """Print the stains with their words, what was not read, and lines for a case file."""
    printer = _Printer(report, language, console)
    printer.stains(reading.stains)
    printer.unread(reading.unread)
    printer.lines_for_a_case(reading.stains)
    console.print(Text(f"\n{printer.say('intended-use')}", "dim"))


class _Printer:
    def __init__(self, report: str, language: Language, console: Console) -> None:
        self.say = speaker(language)
        self._report = report
        self._language = language
        self._console = console

    def stains(self, stains: tuple[Stain, ...]) -> None:
        self._heading("stains", "blue", len(stains))
        for stain in stains:
            self._console.print(self._stain(stain))
            self._quote(stain.text, stain.start)

    def unread(self, unread: tuple[Unread, ...]) -> None:
        self._heading("unread", "yellow", len(unread))
        for words in unread:
            line = Text.assemble((" ? ", "yellow"), self.say(f"reports:why.{words.why}"))
            if words.words:
                named = ", ".join(words.words)
                line.append(f" {self.say('reports:strange', words=printable(named))}", "dim")
            self._console.print(line)
            self._quote(words.text, words.start)

    def lines_for_a_case(self, stains: tuple[Stain, ...]) -> None:
        """Print the stated results as lines of a case file; those to settle first as comments."""
        lines = _case_lines(stains)
        if not lines:
            return
        self._heading("to-check", "green", len(lines))
        self._console.print(Text(f" {self.say('reports:to-check.hint')}", "dim"))
        self._console.print(Text("facts:"))
        for name, value, settled in lines:
            sign, note = ("  ", "") if settled else ("  # ", f"  # {self.say('reports:settle')}")
            line = Text(f"{sign}{name}: {value}{note}")
            self._console.print(line, soft_wrap=True)

    def _heading(self, key: str, colour: str, count: int) -> None:
        words = self.say(f"reports:{key}", count=count).upper()
        self._console.print(Text(f"\n{words}", f"bold {colour}"))

    def _stain(self, stain: Stain) -> Text:
        mark, colour = MARKS.get(stain.result, OTHER_RESULT)
        fact = BY_NAME[stain.fact]
        name = label(fact, self._language).removesuffix(" (IHC)")
        line = Text.assemble((f" {mark} ", colour), (name, "bold"), "  ")
        if stain.result is not None:
            line.append(value_words(fact, stain.result, self._language))
        elif stain.why is not None:
            line.append(self.say(f"reports:why.{stain.why}"), "yellow")
        for detail in self._details(stain):
            line.append(f" · {detail}")
        if stain.contradicted:
            line.append(f"  ⚠ {self.say('reports:contradicted')}", "bold yellow")
        return line

    def _details(self, stain: Stain) -> list[str]:
        details = [self.say(f"reports:extent.{stain.extent}")] if stain.extent else []
        if stain.intensity and stain.intensity[0].isdigit():
            details.append(stain.intensity)
        elif stain.intensity:
            details.append(self.say(f"reports:intensity.{stain.intensity}"))
        if stain.percent:
            details.append(self.say("reports:percent", percent=stain.percent.replace("-", "–")))
        return details

    def _quote(self, words: str, start: int) -> None:
        said = printable(" ".join(words.split()))
        short = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
        line = self._report.count("\n", 0, start) + 1
        quoted = self.say("reports:quote", words=short, line=line)
        self._console.print(Padding(Text(quoted, "dim"), (0, 0, 0, 3)))


def _case_lines(stains: tuple[Stain, ...]) -> list[tuple[str, str, bool]]:
    """Return fact, value, and whether every mention of it in the tumour agrees."""
    stated: dict[str, list[str]] = {}
    for stain in stains:
        if stain.certainty is Certainty.STATED and stain.result is not None:
            values = stated.setdefault(stain.fact, [])
            if stain.result not in values:
                values.append(stain.result)
    uncertain = [stain for stain in stains if stain.certainty is Certainty.UNCERTAIN]
    open_facts = {stain.fact for stain in uncertain if stain.why not in NOT_OF_THE_TUMOUR}
    return [
        (fact, value, len(values) == 1 and fact not in open_facts)
        for fact, values in stated.items()
        for value in values
    ]
