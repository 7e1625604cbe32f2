"""Why one statement holds, fails or waits, on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from ariane.consult.consultation import Assessed, Consultation
from ariane.consult.counterfactuals import Change, changes, completions
from ariane.consult.reasons import explanation
from ariane.documents.places import printed_place
from ariane.documents.reasoning import Branch, branch
from ariane.documents.safety import safety_words
from ariane.facts.vocabulary import BY_NAME
from ariane.logic.expression import ALWAYS
from ariane.wording.catalogue import ambiguity, question, say, text, title
from ariane.wording.language import Language
from ariane.wording.phrases import known_words

MARKS = {"holds": ("✔", "green"), "fails": ("✖", "red"), "unknown": ("?", "yellow")}


def print_explanation(
    consultation: Consultation, entry: Assessed, language: Language, console: Console
) -> None:
    """Print the reasoning tree of a statement with its passage and what the text leaves open."""
    statement = entry.statement
    mark, colour = MARKS[entry.truth.value]
    console.print(Text.assemble((f"{mark} ", colour), (title(entry.id, language), "bold")))
    for caution in safety_words(consultation, (entry,), language):
        console.print(Padding(Text(caution, "bold red"), (0, 0, 0, 2)))
    console.print(Padding(Text(text(entry.id, language)), (0, 0, 0, 2)))
    strength = say(f"strength.{statement.strength}", language)
    grade = f" · {say(f'grade.{statement.grade}', language)}" if statement.grade else ""
    console.print(Text(f"  {strength}{grade} · {printed_place(statement, language)}", "dim"))
    lines = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in statement.lines)
    console.print(Text("  " + say("explain.passage", language, lines=lines), "dim"))
    console.print()
    console.print(Text(say(f"explain.{entry.truth}", language), f"bold {colour}"))
    console.print(_tree(branch(explanation(consultation, entry), consultation, language)))
    if entry.settled and entry.truth.value == "unknown":
        console.print(Text("\n" + say(f"explain.settled.{entry.settled_truth}", language), "bold"))
    if entry.missing:
        console.print(Text("\n" + say("explain.missing", language), "bold yellow"))
        for name in entry.missing:
            fact = BY_NAME[name]
            line = Text.assemble(" ? ", question(fact, language), (f"  {name}", "dim"))
            console.print(line)
    _print_changes(consultation, entry, language, console)
    fulfilled = say(f"fulfilled.{entry.fulfilled}", language)
    console.print(Text("\n" + fulfilled, "dim"))
    if statement.citations:
        cited = ", ".join(statement.citations)
        console.print(Text(say("explain.citations", language, citations=cited), "dim"))
    for ambiguity_id in statement.ambiguities:
        words = ambiguity(ambiguity_id, language)
        console.print(Text(f"\n⚠ {words['topic']} [{ambiguity_id}]", "bold yellow"))
        console.print(Padding(Text(words["issue"]), (0, 0, 0, 2)))
        console.print(Padding(Text(words["reading"], "italic"), (0, 0, 0, 2)))


def _print_changes(
    consultation: Consultation, entry: Assessed, language: Language, console: Console
) -> None:
    case = consultation.case
    found = (*changes(case, entry), *completions(case, entry))
    if entry.statement.when is ALWAYS:
        return
    console.print(Text("\n" + say("explain.turn", language), "bold"))
    if not found:
        console.print(Text("  " + say("explain.turn.none", language)))
    for target in dict.fromkeys(change.target for change in found):
        console.print(Text("  " + say(f"explain.turn.{target}", language), MARKS[target.value][1]))
        for change in found:
            if change.target is target:
                console.print(Padding(Text(f"• {change_words(change, language)}"), (0, 0, 0, 4)))


def change_words(change: Change, language: Language) -> str:
    """Return a set of changed facts as one phrase."""
    joint = say("word.and", language)
    return joint.join(known_words(fact, value, language) for fact, value in change.facts)


def _tree(node: Branch) -> Tree:
    tree = Tree(_words(node), guide_style="dim")
    for part in node.parts:
        _grow(tree, part)
    return tree


def _grow(tree: Tree, node: Branch) -> None:
    inner = tree.add(_words(node))
    for part in node.parts:
        _grow(inner, part)


def _words(node: Branch) -> Text:
    mark, colour = MARKS[node.truth]
    line = Text.assemble((f"{mark} ", colour), node.words)
    if node.value:
        line.append(f"   [{node.value}]", "dim")
    return line
