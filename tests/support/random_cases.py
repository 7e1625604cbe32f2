"""Random patients: a complete one that keeps every rule, of whom only a part is told."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

from support.knowledge import FactLine, Facts, tncd24
from support.oracle import Oracle

Patient = dict[str, Any]


class RandomPatients:
    """A seeded source of patients and of what is known of them."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.facts: Facts = tncd24()
        self.oracle = Oracle(self.facts)

    def patient(self) -> Patient:
        """Return a value for every fact but the derived ones; no rule is broken."""
        random = self.random
        patient = {
            name: self._value(line)
            for name, line in self.facts.lines.items()
            if name not in self.facts.derived
        }
        for cause, effects in self.facts.implies.items():
            if patient[cause]:
                patient |= dict.fromkeys(effects, True)
        if patient["liver_metastases"] and patient["liver_lesion_count"] == 0:
            patient["liver_lesion_count"] = random.randint(1, 7)
        patient["liver_main_lesion_count"] = min(
            patient["liver_main_lesion_count"], patient["liver_lesion_count"]
        )
        if patient["sex"] == "male":
            patient |= dict.fromkeys(OVARIAN, False)
        if patient["percutaneous_biopsy_result"] == "diagnostic":
            patient["histology_available"] = True
        patient["laparoscopy_performed"] |= bool(patient["trocar_sites"])
        patient["dna_panel_done"] |= patient["dna_panel_gene_count"] > 0
        return patient

    def told(self, patient: Patient, unknown: float = 0.5, derived: float = 0.2) -> Patient:
        """Return what is known of a patient: each fact is unknown with probability `unknown`.

        Derived facts are stated with probability `derived`, and are true to the patient.
        """
        random = self.random
        told = {name: value for name, value in patient.items() if random.random() >= unknown}
        for name, definition in self.facts.derived.items():
            if random.random() < derived:
                told[name] = self.oracle.truth(definition, patient)
        return told

    def with_no_results(self, told: Patient, share: float = 0.3) -> Patient:
        """Return `told` with no-result values recorded for some of the unknown facts."""
        random = self.random
        recorded = dict(told)
        for name, line in self.facts.lines.items():
            if name not in told and line.no_result and random.random() < share:
                recorded[name] = random.choice(line.no_result)
        return recorded

    def case_facts(self, unknown: float = 0.5) -> Patient:
        """Return facts for a case file: a part of a patient, with no-result values."""
        return self.with_no_results(self.told(self.patient(), unknown))

    def results(self, recorded: Patient) -> Patient:
        """Return what conditions see of recorded facts before anything is inferred."""
        lines = self.facts.lines
        return {name: v for name, v in recorded.items() if v not in lines[name].no_result}

    def _value(self, line: FactLine) -> Any:
        random = self.random
        match line.type:
            case "bool":
                return random.random() < 0.5
            case "enum":
                return random.choice(line.results)
            case "int":
                return int(random.choice(line.results or COUNTS))
            case "decimal":
                return random.choice(DECIMALS)
            case "set":
                pool = line.results or ("spleen", "ovary")
                return frozenset(random.sample(pool, min(len(pool), random.choice((0, 1, 1, 2)))))
            case "string":
                return random.choice(("iliac", "coeliac"))
            case "date":
                return f"2026-03-{random.randint(10, 28)}"
            case "list[int]":
                return tuple(random.randint(0, 3) for _ in range(13))
        raise TypeError(line.type)


COUNTS = (0, 1, 2, 3, 4, 5, 6, 7, 99, 100, 101)
DECIMALS = tuple(map(Decimal, ("0", "0.5", "1.8", "9.9", "10", "10.1", "79.9", "80", "100")))
OVARIAN = (
    "ovarian_metastases_suspected",
    "ovarian_involvement_predominant",
    "ovary_bilateral",
    "ovaries_visualised",
    "ovary_surface_nodules",
    "ovary_millefeuille_sign",
)
