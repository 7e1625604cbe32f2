"use strict";
// Search: the index is a script, loaded when first asked for, so that a page opened from a folder has it.
(() => {
  const SHOWN = 8;
  const form = document.querySelector(".find");
  if (!form) return;
  const field = form.querySelector("input");
  const list = form.querySelector("#found");
  const count = form.querySelector("#found-count");
  const everything = document.querySelector("#all-found");
  const kinds = {};
  for (const template of list.querySelectorAll("template")) {
    kinds[template.dataset.kind] = template.content.textContent;
  }
  list.replaceChildren();
  form.hidden = false;

  const fold = (said) =>
    said.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/’/g, "'")
      .split(/\s+/).filter(Boolean).join(" ");

  let index = null;
  let waiting = [];
  const withIndex = (use) => {
    if (index) return use();
    waiting.push(use);
    if (waiting.length > 1) return undefined;
    const script = document.createElement("script");
    script.src = document.body.dataset.index;
    script.onload = () => {
      index = window.arianeIndex.map(([kind, name, title, detail, path, words]) => (
        { kind, name, title, detail, path, words, key: fold(name), head: fold(title) }
      ));
      waiting.forEach((each) => each());
      waiting = [];
    };
    document.head.append(script);
    return undefined;
  };

  // A word that begins with the term counts more than one that holds it; a title more than a text.
  const score = (entry, terms, whole) => {
    if (!terms.every((term) => entry.words.includes(term))) return 0;
    let points = 1;
    if (entry.key === whole) points += 100;
    if (entry.head === whole) points += 60;
    if (entry.head.startsWith(whole)) points += 20;
    for (const term of terms) {
      if (` ${entry.head}`.includes(` ${term}`)) points += 8;
      else if (entry.head.includes(term)) points += 4;
      if (` ${entry.words}`.includes(` ${term}`)) points += 2;
    }
    return points;
  };

  const search = (said) => {
    const whole = fold(said);
    if (!whole) return [];
    const terms = whole.split(" ");
    return index.map((entry) => [score(entry, terms, whole), entry]).filter(([points]) => points)
      .sort((one, other) => other[0] - one[0]).map(([, entry]) => entry);
  };

  const row = (entry) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = document.body.dataset.up + entry.path;
    const kind = document.createElement("span");
    kind.className = "kind";
    kind.textContent = kinds[entry.kind];
    const detail = document.createElement("small");
    detail.textContent = entry.kind === "source" ? entry.detail : `${entry.name} · ${entry.detail}`;
    if (!entry.detail) detail.textContent = entry.name;
    link.append(kind, entry.title, detail);
    item.append(link);
    return item;
  };

  const tell = (found) => (found.length ? `${found.length} ${count.dataset.some}` : count.dataset.none);

  const show = () => withIndex(() => {
    const found = search(field.value);
    const asked = field.value.trim() !== "";
    count.textContent = asked ? tell(found) : "";
    if (everything) {
      everything.replaceChildren(...found.map(row));
      if (asked) document.querySelector("#all-count").textContent = tell(found);
      return;
    }
    list.replaceChildren(...found.slice(0, SHOWN).map(row));
    list.hidden = !found.length;
  });

  const close = () => { list.hidden = true; };
  const links = () => [...list.querySelectorAll("a")];

  field.addEventListener("input", show);
  field.addEventListener("focus", () => { if (field.value) show(); });
  form.addEventListener("submit", (event) => { if (everything || !field.value.trim()) event.preventDefault(); });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
  form.addEventListener("keydown", (event) => {
    const all = links();
    const here = all.indexOf(document.activeElement);
    if (event.key === "Escape") { field.focus(); close(); }
    if (list.hidden || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const next = event.key === "ArrowDown" ? here + 1 : here - 1;
    (next < 0 ? field : all[Math.min(next, all.length - 1)]).focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field.focus();
    }
  });

  const wanted = new URLSearchParams(window.location.search).get("q");
  if (everything && wanted) {
    field.value = wanted;
    show();
  }
})();

// A drawing wider than the screen opens where its way begins.
for (const figure of document.querySelectorAll(".drawing")) {
  const start = figure.querySelector(".start");
  if (start) {
    const box = start.getBoundingClientRect();
    const frame = figure.getBoundingClientRect();
    figure.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
  }
}
