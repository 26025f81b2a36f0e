/* The search box: what htmx brings stands under it as a listbox; arrows choose, Enter opens, Escape closes. */
"use strict";
(() => {
  const form = document.querySelector("[data-find]");
  if (!form) return;
  const field = form.querySelector("input[type=search]");
  const popover = form.querySelector(".found");
  const options = () => [...popover.querySelectorAll("[role=option]")];
  const chosen = () => popover.querySelector("[aria-selected=true]");

  function show(open) {
    popover.hidden = !open;
    field.setAttribute("aria-expanded", String(open && options().length > 0));
    if (!open) choose(null);
  }

  function choose(option) {
    for (const each of options()) each.setAttribute("aria-selected", String(each === option));
    if (!option) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const list = options();
    if (!list.length) return;
    const next = list.indexOf(chosen()) + by;
    choose(list[(next + list.length + (by < 0 && !chosen() ? 1 : 0)) % list.length]);
  }

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "found-list");
  show(false);

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (popover.hidden) show(true);
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      chosen().click();
    } else if (event.key === "Escape" && !popover.hidden) {
      event.preventDefault();
      show(false);
    }
  });
  field.addEventListener("focus", () => { if (field.value && popover.childElementCount) show(true); });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) show(false); });
  popover.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus in the field
  popover.addEventListener("htmx:afterSwap", () => {
    show(Boolean(field.value) && document.activeElement === field);
    const words = popover.querySelector("p");
    const place = document.querySelector("#announce");
    if (words && place) place.textContent = words.textContent;
  });
})();
