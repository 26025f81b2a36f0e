/* What every page may use: keys, menus, toasts, copying, dropping files. Everything works without it.
   Listens on the document, so what htmx swaps in needs no second start. */
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const announce = (words) => { const place = one("#announce"); if (place) place.textContent = words; };

  /* Keys --------------------------------------------------------------- */
  const SILENT = "askwell-keys-off"; // a person who dictates or mistypes can switch single keys off (WCAG 2.1.4)
  const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  let prefix = -Infinity; // when "g" was pressed, in milliseconds

  const rows = () => all("[data-rows] > *").filter((row) => row.offsetParent !== null && one("a[href]", row));
  const rowOf = (element) => element.closest("[data-rows] > *");

  function move(step) {
    const list = rows();
    const here = list.indexOf(rowOf(document.activeElement));
    const next = list[here < 0 ? (step > 0 ? 0 : list.length - 1) : here + step];
    const link = next && (one("h3 a[href], h4 a[href]", next) || one("a[href]", next));
    if (link) { link.focus(); next.scrollIntoView({ block: "nearest" }); }
  }

  function tick() {
    const row = rowOf(document.activeElement);
    const box = row && one("input[type=checkbox]:not(:disabled)", row);
    if (box) box.click();
  }

  const go = (key) => { const link = one(`.rooms a[data-go="${key}"]`); if (link) link.click(); };
  const undo = () => { const form = all("[data-undo]").pop(); if (form) form.requestSubmit(); };
  const help = () => { const dialog = one("#keys"); if (dialog && !dialog.open) dialog.showModal(); };
  const search = () => { const field = one("[data-find] input[type=search]"); if (field) { field.focus(); field.select(); } };
  const KEYS = { "/": search, "?": help, j: () => move(1), k: () => move(-1), x: tick, z: undo };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape(event);
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target) || one("dialog[open]") || localStorage.getItem(SILENT)) return;
    const after = performance.now() - prefix < 1200;
    prefix = event.key === "g" && !after ? performance.now() : -Infinity;
    const button = /^[a-z1-9]$/.test(event.key) && one(`[data-key="${event.key}"]`); // a page's own keys: data-key="y" on a button
    const act = after ? /^[a-z]$/.test(event.key) && (() => go(event.key))
      : button ? () => button.click() : Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  function escape(event) {
    const menu = one("details.menu[open]");
    if (menu) { menu.open = false; one("summary", menu).focus(); event.preventDefault(); }
    else if (typing(event.target) && !event.isComposing && !event.defaultPrevented) event.target.blur();
  }

  /* Menus: one open at a time, closed by a click elsewhere. */
  document.addEventListener("click", (event) => {
    for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("focusin", (event) => {
    for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  /* Toasts: they stay until closed. */
  function revealClosers(root) { for (const button of all("[data-close]", root)) button.hidden = false; }
  function toast(template) {
    const place = one("#messages");
    if (!template || !place || one("[role=alert]", place)) return;
    place.append(template.content.cloneNode(true));
  }
  function reread(place) { // a live region speaks of what changes in it, not of what it was born with
    const children = [...place.childNodes];
    if (!place.childElementCount || place.contains(document.activeElement)) return;
    setTimeout(() => place.replaceChildren(...children), 150);
  }
  const trouble = () => toast(one("#trouble"));
  document.addEventListener("htmx:responseError", trouble);
  document.addEventListener("htmx:sendError", trouble);
  document.addEventListener("htmx:afterSettle", (event) => revealClosers(event.target));
  document.addEventListener("htmx:oobAfterSwap", () => revealClosers(document));

  /* Buttons that say what they do -------------------------------------- */
  async function copy(button) {
    const source = button.dataset.copy && one(button.dataset.copy);
    const text = button.dataset.copyText ?? (source ? source.value ?? source.textContent.trim() : "");
    try { await navigator.clipboard.writeText(text); }
    catch { if (!source?.select) return; source.select(); document.execCommand("copy"); }
    const words = button.dataset.copied;
    if (!words || button.dataset.before) return;
    button.dataset.before = button.innerHTML;
    button.textContent = words;
    announce(words);
    setTimeout(() => { button.innerHTML = button.dataset.before; delete button.dataset.before; }, 2000);
  }

  function close(button) {
    const held = button.closest(".toast");
    held.remove();
    one("#main").focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-copy-text], [data-close], [data-keys]");
    if (!button) return;
    if (button.matches("[data-close]")) close(button);
    else if (button.matches("[data-keys]")) { button.closest("details").open = false; help(); }
    else copy(button);
  });

  document.addEventListener("submit", (event) => {
    const words = event.target.dataset.confirm;
    if (words && !window.confirm(words)) event.preventDefault();
  });

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.matches("[data-keys-off]")) {
      if (box.checked) localStorage.removeItem(SILENT); else localStorage.setItem(SILENT, "1");
      return;
    }
    const table = box.matches("input[type=checkbox]") && box.closest("table");
    const whole = table && one("[data-all]", table);
    if (!whole) return;
    const boxes = all("tbody input[type=checkbox]:not(:disabled)", table);
    if (box === whole) for (const each of boxes) each.checked = whole.checked;
    const ticked = boxes.filter((each) => each.checked).length;
    whole.checked = ticked === boxes.length;
    whole.indeterminate = ticked > 0 && ticked < boxes.length;
  });

  /* Files dropped on a field ------------------------------------------- */
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      const zone = event.target.closest?.("[data-drop]");
      if (!zone || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      const field = one("input[type=file]", zone);
      if (kind !== "drop" || !field || !event.dataTransfer.files.length) return;
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      if (zone.hasAttribute("data-submit")) field.form.requestSubmit();
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const field of all("[data-time-zone]")) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    one("form[data-send-at-once]")?.requestSubmit();
    revealClosers(document);
    for (const here of all(".seg [aria-current]")) { // a strip that is too wide for the phone shows where one is
      const strip = here.closest(".seg"), off = here.getBoundingClientRect().left - strip.getBoundingClientRect().left;
      strip.scrollLeft += off - (strip.clientWidth - here.offsetWidth) / 2;
    }
    for (const button of all("[data-keys]")) button.hidden = false;
    const silent = one("[data-keys-off]");
    if (silent) silent.checked = !localStorage.getItem(SILENT);
    const messages = one("#messages");
    if (messages) reread(messages);
  });
})();
