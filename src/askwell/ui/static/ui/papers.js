/* The page of a resume or a letter: names itself, so that it may go on saving, and says which line is being edited.
   Everything works without it; the page is then laid out anew when the form is sent. */
"use strict";
(() => {
  const form = document.querySelector("form[data-papers]");
  if (!form) return;
  form.elements.editor.value = crypto.getRandomValues(new Uint32Array(2)).join("-");

  document.addEventListener("focusin", (event) => {
    const field = event.target.closest("[data-line]");
    if (!field || !form.elements.editing || form.elements.editing.value === field.dataset.line) return;
    form.elements.editing.value = field.dataset.line;
    form.dispatchEvent(new CustomEvent("edited"));
  });
})();
