/* Questions are dragged by their grip, with the pointer or with space and the arrow keys, and what is typed is
   not lost when the page is left. Without this file the buttons with arrows move them. */
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const list = () => one("[data-asking]");
  const rows = () => [...list().children];
  const place = (row) => rows().indexOf(row) + 1;
  const say = (words) => { const spot = one("#announce"); if (spot) spot.textContent = words; };
  let held = null; // { row, from, busy }: what is being moved, and where it stood
  let back = null; // finds what gets the focus when what was pressed is gone

  function backTo(row) { // its grip; where the row is removed, the next one's
    const { id } = one(".grip", row), index = rows().indexOf(row);
    return () => document.getElementById(id) ?? one(`.ask:nth-child(${index + 1}) .grip, .ask:last-child .grip`) ?? one("#new-question");
  }

  function take(row) {
    held = { row, from: place(row), busy: false };
    row.classList.add("held");
    one(".grip", row).setAttribute("aria-pressed", "true");
  }

  function shift(before) { // moving a node takes its focus away for a moment
    held.busy = true;
    list().insertBefore(held.row, before);
    held.busy = false;
  }

  function release(keep) {
    const { row, from } = held;
    if (!keep && place(row) !== from) shift(rows().filter((each) => each !== row)[from - 1] ?? null);
    held = null;
    row.classList.remove("held");
    one(".grip", row).removeAttribute("aria-pressed");
    if (!keep || place(row) === from) return;
    const button = one("[data-mover] button:not(:disabled)", row);
    button.value = place(row);
    back = backTo(row);
    button.click(); // htmx sends the value of the button that was clicked
  }

  /* With the keyboard: space takes it and lets it go, the arrows move it, Escape puts it back. */
  document.addEventListener("keydown", (event) => {
    const grip = event.target.closest?.(".grip");
    if (!grip) return;
    const row = grip.closest(".ask");
    if (event.key === " " || (event.key === "Enter" && held)) { event.preventDefault(); if (held) release(true); else take(row); }
    else if (held && event.key === "Escape") { event.preventDefault(); release(false); grip.focus(); }
    else if (held && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const next = event.key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling?.nextElementSibling ?? null;
      if (event.key === "ArrowUp" ? !next : !row.nextElementSibling) return;
      shift(next);
      grip.focus();
      say(list().dataset.movedWords.replace("{n}", place(row)));
    }
  });
  document.addEventListener("focusout", (event) => {
    if (held && !held.busy && event.target.closest(".grip") && !held.pointer) release(true);
  });

  /* With the pointer. */
  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.(".grip");
    if (!grip || event.button || held) return;
    take(grip.closest(".ask"));
    held.pointer = event.pointerId;
    grip.setPointerCapture(event.pointerId);
  });
  document.addEventListener("pointermove", (event) => {
    if (!held || held.pointer !== event.pointerId) return;
    const middle = (row) => { const box = row.getBoundingClientRect(); return box.top + box.height / 2; };
    const before = rows().filter((row) => row !== held.row).find((row) => event.clientY < middle(row)) ?? null;
    if (before !== held.row.nextElementSibling) shift(before);
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    document.addEventListener(kind, (event) => { if (held && held.pointer === event.pointerId) release(kind === "pointerup"); });
  }

  document.addEventListener("htmx:afterSettle", () => {
    if (document.activeElement === document.body) back?.()?.focus();
    back = null;
  });
  document.addEventListener("submit", ({ target: form }) => {
    if (form.closest(".ask")) back = backTo(form.closest(".ask"));
    else if (form.closest("#offers")) back = () => one("#offers button") ?? one("#new-question");
  });

  /* Leaving the page: what was typed in the last second goes along. */
  const typed = new Set();
  document.addEventListener("input", (event) => { const form = event.target.form; if (form?.matches("[data-kept]")) typed.add(form); });
  document.addEventListener("htmx:beforeRequest", (event) => typed.delete(event.target));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) for (const form of typed) htmx.trigger(form, "keep");
  });
  window.addEventListener("pagehide", () => {
    for (const form of typed) fetch(form.action, { method: "POST", body: new FormData(form), keepalive: true });
  });
})();
