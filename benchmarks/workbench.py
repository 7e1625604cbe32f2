"""How long the workbench takes to answer: one user, then many at once, over HTTP on this machine.

    python benchmarks/workbench.py [--users N] [--requests N] [--pause SECONDS] [--database URL]

Starts a workbench of its own on a free port. Every user has a case and does in turn what a
physician does: open the case (page), type a few words (entry), answer a question (answer). Every
answer is kept and logged, and must succeed. First the processor time of the server for each kind of
request, which other work on the machine does not change; then one user alone, then all at once
without a pause (the most that can be asked), then all at once with a pause between requests.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Barrier

import httpx

import ariane
from ariane.store.location import sqlite_address

SHIPPED = sorted((Path(ariane.__file__).parent / "case" / "shipped").glob("*.yaml"))
SERVER = """
import sys
from ariane.web.running import run
from ariane.web.settings import Settings
database, port = sys.argv[1:]
run(Settings(database=database, port=int(port), demo=False, requests_a_minute=10_000_000))
"""
KINDS = ("page", "entry", "answer")
WORDS = ("ck20 neg", "PS 1", "meta hépatiques oui", "tmb 10,1", "femme", "msi haut")
ANSWERS = (("ecog_ps", "1"), ("diabetes", "true"), ("ecog_ps", "2"), ("diabetes", "false"))
TOKEN = re.compile(r'X-CSRF-Token": "(\w+)"')
MOST_USERS, MOST_REQUESTS = 200, 200

Times = dict[str, list[float]]


class User:
    """Somebody with a case of their own."""

    def __init__(self, address: str, number: int) -> None:
        self.client = httpx.Client(base_url=address, timeout=60)
        self.random = Random(number)
        token = TOKEN.search(self.client.get("/cases").text)
        assert token
        self.client.headers["x-csrf-token"] = token[1]
        path = SHIPPED[number % len(SHIPPED)]
        files = {"file": (path.name, path.read_bytes())}
        self.case = self.client.post("/cases/import", files=files).headers["location"]
        self.revision = 1
        self.answers = cycle(ANSWERS)

    def ask(self, kind: str) -> httpx.Response:
        if kind == "page":
            return self.client.get(self.case)
        if kind == "entry":
            return self.client.get(f"{self.case}/entry", params={"q": self.random.choice(WORDS)})
        fact, value = next(self.answers)
        form = {"revision": str(self.revision), "fact": fact, fact: value}
        return self.client.post(f"{self.case}/facts", data=form, headers={"hx-request": "true"})

    def ask_and_check(self, kind: str) -> float:
        """Ask, and return the seconds that the answer took."""
        began = time.perf_counter()
        answer = self.ask(kind)
        elapsed = time.perf_counter() - began
        assert answer.status_code == 200, (kind, answer.status_code, answer.text[:500])
        if kind == "answer":
            found = re.search(r'name="revision" value="(\d+)"', answer.text)
            assert found
            self.revision = int(found[1])
        return elapsed

    def work(self, requests: int, pause: float) -> Times:
        times: Times = defaultdict(list)
        time.sleep(self.random.random() * pause)
        for kind in islice(cycle(KINDS), requests):
            times[kind].append(self.ask_and_check(kind))
            time.sleep(self.random.uniform(0.5, 1.5) * pause)
        return times


@contextmanager
def running(database: str) -> Iterator[tuple[str, int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", SERVER, database, str(port)])
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                httpx.get(f"{address}/healthz")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address, server.pid
    finally:
        server.terminate()
        server.wait()


def together(address: str, users: int, requests: int, pause: float) -> tuple[Times, float]:
    """Return the times of all users by kind of request, and requests a second."""
    everybody = [User(address, number) for number in range(users)]
    start = Barrier(users)
    times: Times = defaultdict(list)

    def work(user: User) -> Times:
        start.wait()
        return user.work(requests, pause)

    began = time.perf_counter()
    with ThreadPoolExecutor(users) as pool:
        for found in pool.map(work, everybody):
            for kind, seconds in found.items():
                times[kind] += seconds
    elapsed = time.perf_counter() - began
    for user in everybody:
        user.client.close()
    return times, users * requests / elapsed


def processor_row(address: str, server: int, requests: int) -> str:
    """Return the server's processor time for a request of each kind, whatever else is running."""
    user = User(address, 0)
    cells = []
    for kind in KINDS:
        before = processor_seconds(server)
        for _ in range(requests):
            user.ask_and_check(kind)
        cells.append(f"{(processor_seconds(server) - before) / requests * 1000:.0f} | ")
    return f"| processor time of the server | {' | '.join(cells)} | |"


def processor_seconds(process: int) -> float:
    """Return the time that a process has spent on processors (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def row(name: str, times: Times, rate: float) -> str:
    cells = []
    for kind in KINDS:
        cuts = quantiles(times[kind], n=100)
        cells.append(f"{median(times[kind]) * 1000:.0f} | {cuts[98] * 1000:.0f}")
    return f"| {name} | {' | '.join(cells)} | {rate:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--requests", type=int, default=21)
    parser.add_argument("--pause", type=float, default=3.0)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    users, requests = min(options.users, MOST_USERS), min(options.requests, MOST_REQUESTS)
    with TemporaryDirectory() as folder, ExitStack() as stack:
        database = options.database or sqlite_address(Path(folder))
        address, server = stack.enter_context(running(database))
        together(address, 1, 12, 0)
        print("| ms: median, 99th percentile | page | | entry | | answer | | requests/s |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        print(processor_row(address, server, 100), flush=True)
        print(row("one user", *together(address, 1, 120, 0)), flush=True)
        name = f"{users} users, no pause"
        print(row(name, *together(address, users, requests, 0)), flush=True)
        name = f"{users} users, a request every {options.pause:g} s"
        print(row(name, *together(address, users, requests // 2, options.pause)), flush=True)


if __name__ == "__main__":
    main()
