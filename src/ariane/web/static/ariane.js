"use strict";

// One key does what a button does: answer the question on top (1 to 9), undo (u), go to the search (/).
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select");
  if (event.key === "Escape" && typing) return typing.blur();
  if (event.key === "Enter" && event.target.id === "quick") {
    event.preventDefault();
    document.querySelector("#proposals button")?.click();
    return;
  }
  if (typing) return;
  const wanted = document.querySelector(`[data-hotkey="${CSS.escape(event.key)}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("input")) wanted.focus();
  else wanted.click();
});

// A fact that has been proposed and taken empties the search, ready for the next.
document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful || !event.detail.elt.closest("#proposals")) return;
  const quick = document.querySelector("#quick");
  quick.value = "";
  quick.focus();
});

// A click on a box of an algorithm leads to the facts that it waits for, or to its statement.
document.addEventListener("click", (event) => {
  const box = event.target.closest("[data-goto]");
  if (!box) return;
  const target = document.getElementById(box.dataset.goto);
  if (!target) return;
  target.closest("details")?.setAttribute("open", "");
  target.scrollIntoView({ block: "center" });
  target.querySelector("input, select")?.focus();
});

// Within a list of checks, "none" and a value exclude each other.
document.addEventListener("change", (event) => {
  const box = event.target.closest(".checks input");
  if (!box || !box.checked) return;
  for (const other of box.closest(".checks").querySelectorAll("input")) {
    if (other !== box && (box.value === "none" || other.value === "none")) other.checked = false;
  }
}, true);

// Case files dropped on the list of cases are sent as if they had been chosen.
const drop = document.querySelector("[data-drop]");
if (drop) {
  for (const kind of ["dragover", "dragenter"]) {
    document.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.querySelector("input[type=file]").files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}

// A click on a region of the peritoneum leads to its sizes.
document.addEventListener("click", (event) => {
  const region = event.target.closest(".body [data-region]");
  if (region) document.querySelector(`#r-${region.dataset.region} input:checked`)?.focus();
});
