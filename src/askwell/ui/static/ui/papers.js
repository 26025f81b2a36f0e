/* The page of a resume or a letter: names itself, so that it may go on saving, says which line is being edited, and
   moves sections.
   Everything works without it; the page is then laid out anew when the form is sent. */
"use strict";
(() => {
  const form = document.querySelector("form[data-papers]");
  if (!form) return;
  form.elements.editor.value = crypto.getRandomValues(new Uint32Array(2)).join("-");

  /* A page that the browser kept while another was looked at may be older than what is kept by now. */
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  form.addEventListener("saved", (event) => {
    const back = document.querySelector("[data-step-back]"), told = event.detail.headers.get("X-Step-Back");
    if (back && told) back.hidden = told !== "yes";
  });

  document.addEventListener("focusin", (event) => {
    const field = event.target.closest("[data-line]");
    if (!field || !form.elements.editing || form.elements.editing.value === field.dataset.line) return;
    form.elements.editing.value = field.dataset.line;
    form.dispatchEvent(new CustomEvent("edited"));
  });

  /* The server answers with the new order beside the new pages. */
  const ordered = (codes) => {
    form.elements.order.value = codes;
    form.elements.order.dispatchEvent(new Event("input", { bubbles: true }));
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-shift], [data-usual]");
    if (!button || !form.elements.order) return;
    event.preventDefault();
    if ("usual" in button.dataset) { ordered(""); return; }
    const row = button.closest("li"), other = button.dataset.shift < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (button.dataset.shift < 0) other.before(row); else other.after(row);
    const rows = [...row.parentElement.children];
    for (const each of rows) {
      each.querySelector("[data-shift='-1']").disabled = each === rows[0];
      each.querySelector("[data-shift='1']").disabled = each === rows.at(-1);
    }
    (button.disabled ? row.querySelector("button:enabled") : button).focus();
    ordered(rows.map((each) => each.dataset.codes).join(" "));
  });
  /* An answer to what was asked before the last move. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const told = event.detail.fragment.querySelector("[name=order]");
    if (told && told.value !== form.elements.order.value) event.preventDefault();
  });
})();
