/* Openings: cards are dragged to another stage, and what the bookmark took along is put into the form. Without it the
   buttons of each card, and pasting, do the same. */
"use strict";
(() => {
  const board = document.querySelector("form[data-openings]");
  if (board) dragging(board);
  const clip = document.querySelector("form[data-clip]");
  if (clip) taken(clip);

  function dragging(form) {
    const columns = [...form.querySelectorAll("[data-to]")];
    let card = null;
    for (const each of form.querySelectorAll("[data-card]")) each.draggable = true;

    const takes = (column) =>
      card && !column.contains(card) && column.dataset.from.split(" ").includes(card.dataset.stage);
    form.addEventListener("dragstart", (event) => {
      card = event.target.closest("[data-card]");
      if (!card) return;
      event.dataTransfer.setData("text/plain", card.dataset.card);
      event.dataTransfer.effectAllowed = "move";
      for (const column of columns) column.classList.toggle("takes", takes(column));
    });
    form.addEventListener("dragend", () => {
      card = null;
      for (const column of columns) column.classList.remove("takes", "over");
    });
    for (const column of columns) {
      column.addEventListener("dragover", (event) => {
        if (!takes(column)) return;
        event.preventDefault();
        column.classList.add("over");
      });
      column.addEventListener("dragleave", () => column.classList.remove("over"));
      column.addEventListener("drop", (event) => {
        if (!takes(column)) return;
        event.preventDefault();
        const field = Object.assign(document.createElement("input"), { type: "hidden", name: "move" });
        field.value = `${card.dataset.card}:${column.dataset.to}`;
        form.append(field);
        form.submit();
      });
    }
  }

  function taken(form) {
    let told;
    try {
      told = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    if (!told || typeof told !== "object") return;
    form.elements.title.value = String(told.title ?? "").slice(0, 200);
    form.elements.address.value = String(told.url ?? "").slice(0, 2000);
    form.elements.text.value = String(told.html ?? "");
    document.querySelector("[data-nothing]").hidden = true;
    history.replaceState(null, "", location.pathname);
  }
})();
