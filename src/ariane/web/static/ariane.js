"use strict";

// One key does what a button does: answer the question on top (1 to 9), undo (u), go to the search (/).
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select");
  if (event.key === "Escape" && typing) return typing.blur();
  if (event.key === "Enter" && event.target.id === "quick") {
    event.preventDefault();
    wanted = true;
    take();
    return;
  }
  if (typing || document.querySelector("form.htmx-request")) return;
  const control = document.querySelector(`[data-hotkey="${CSS.escape(event.key)}"]`);
  if (!control) return;
  event.preventDefault();
  if (control.matches("input")) control.focus();
  else control.click();
});

// Enter takes the first proposal for the words as they stand, never one for words half typed: a
// proposal that is still on its way is waited for.
let wanted = false;
function take() {
  const shown = document.querySelector("#proposals [data-query]");
  if (!wanted || shown?.dataset.query !== document.querySelector("#quick")?.value) return;
  wanted = false;
  shown.querySelector("button")?.click();
}
document.addEventListener("input", (event) => { if (event.target.id === "quick") wanted = false; });
document.addEventListener("htmx:afterSettle", take);

// A field that was changed again while its first change was being saved keeps what was typed; its
// second change is sent next.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.field");
  if (form) form.dataset.waiting = "";
}, true);
document.addEventListener("htmx:beforeRequest", (event) => { delete event.detail.elt.dataset.waiting; });
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if ("waiting" in event.detail.target.dataset) event.detail.shouldSwap = false;
});

// A fact that has been proposed and taken empties the search, ready for the next.
document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful || !event.detail.elt.closest("#proposals")) return;
  const quick = document.querySelector("#quick");
  quick.value = "";
  quick.focus();
});

// Leads to a fact or a statement: the groups around it open, and the cursor stands on it.
const lead = (target) => {
  for (let group = target.closest("details"); group; group = group.parentElement.closest("details")) group.open = true;
  target.scrollIntoView({ block: "center" });
  const controls = "input:checked, input:not([type=hidden]), select, textarea";
  (target.matches(controls) ? target : target.querySelector(controls))?.focus({ preventScroll: true });
};

// A box of an algorithm leads to the fact that it waits for.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".pathway a");
  const target = link?.getAttribute("href").startsWith("#") && document.querySelector(link.getAttribute("href"));
  if (!target) return;
  event.preventDefault();
  lead(target);
});

// So does a link from another page, or one within this page.
const followAddress = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.id !== "main") lead(target);
};
window.addEventListener("hashchange", followAddress);
// Only once the browser has gone there itself: it takes the cursor away.
window.addEventListener("load", () => setTimeout(followAddress));

// What could not be sent is said; the page keeps what was typed.
for (const kind of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(kind, () => {
    const said = document.querySelector("#unreachable").content.cloneNode(true);
    document.querySelector("#notice")?.replaceChildren(said);
  });
}

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
