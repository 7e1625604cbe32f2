"use strict";

// A link to a fact or a statement opens the group that it stands in, and puts the cursor on it.
function lead() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let group = target.closest("details"); group; group = group.parentElement.closest("details")) group.open = true;
  target.scrollIntoView({ block: "center" });
  target.querySelector("input:checked, input:not([type=hidden]), select")?.focus({ preventScroll: true });
}
window.addEventListener("hashchange", lead);
lead();
