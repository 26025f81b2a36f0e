/* Writing: keeps the marked copy under a draft in step with what is typed, lights the mark a finding speaks of,
   and saves as you type. */
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const known = new WeakMap(); // draft → { text, marks: [{ from, to, n, kind }] }

  /* Marks -------------------------------------------------------------- */
  function readMarks(copy) {
    const marks = [];
    let text = "";
    for (const node of copy.childNodes) {
      const part = node.textContent.replaceAll("\r\n", "\n");
      if (node.nodeName === "MARK") marks.push({ from: text.length, to: text.length + part.length, n: node.dataset.n, kind: node.className });
      text += part;
    }
    return { text, marks };
  }

  /* Moves marks from one text to another: what lies behind the edit shifts, what the edit touches is dropped. */
  function carry({ text, marks }, next) {
    let start = 0;
    const shorter = Math.min(text.length, next.length);
    while (start < shorter && text[start] === next[start]) start += 1;
    let end = 0;
    while (end < shorter - start && text[text.length - 1 - end] === next[next.length - 1 - end]) end += 1;
    const edited = text.length - end;
    const shift = next.length - text.length;
    const kept = marks.flatMap((mark) => {
      if (mark.to <= start) return [mark];
      return mark.from >= edited ? [{ ...mark, from: mark.from + shift, to: mark.to + shift }] : [];
    });
    return { text: next, marks: kept };
  }

  function paint(copy, { text, marks }) {
    const parts = [];
    let at = 0;
    for (const { from, to, n, kind } of marks) {
      const mark = document.createElement("mark");
      mark.className = kind;
      mark.dataset.n = n;
      mark.textContent = text.slice(from, to);
      parts.push(text.slice(at, from), mark);
      at = to;
    }
    copy.replaceChildren(...parts, text.slice(at), "\u200b"); // a last empty line keeps its height
  }

  function follow(draft, fresh) {
    const copy = one(".marks", draft);
    const field = one("textarea", draft);
    const base = fresh || !known.has(draft) ? readMarks(copy) : known.get(draft);
    const state = base.text === field.value ? base : carry(base, field.value);
    known.set(draft, state);
    paint(copy, state);
    draft.classList.add("live");
  }

  const start = (root) => { for (const draft of all("[data-draft]", root)) follow(draft, true); };
  document.addEventListener("DOMContentLoaded", () => start(document));
  document.addEventListener("input", (event) => {
    const draft = event.target.closest("[data-draft]");
    if (draft) follow(draft, false);
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const draft = event.detail.target?.id && one(`[data-draft] > #${CSS.escape(event.detail.target.id)}`)?.parentElement;
    if (draft) follow(draft, true);
  });
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.querySelectorAll) start(event.target); });

  /* The finding under the pointer or the focus lights what it speaks of. */
  function light(event) {
    const finding = event.target.closest?.(".findings > li");
    const number = finding && one(".n", finding)?.textContent.trim();
    for (const mark of all(".draft mark")) mark.classList.toggle("lit", Boolean(number) && mark.dataset.n === number);
  }
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);

  /* Saving as you type ------------------------------------------------- */
  const waiting = new WeakMap(); // form → timer

  function forget(form) {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
  }

  async function save(form) {
    forget(form);
    if (!form.isConnected) return;
    const place = one("[data-saved]", form) ?? (form.id && one(`[data-saved="${form.id}"]`));
    const say = (words) => { if (place && words) place.textContent = words; };
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: new FormData(form), headers: { "X-Autosave": "1" }, keepalive: true,
      });
      say(answer.ok ? place?.dataset.savedWords : place?.dataset.failedWords);
      form.dispatchEvent(new CustomEvent("saved", { detail: answer }));
    } catch { say(place?.dataset.failedWords); }
  }

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-autosave]");
    if (!form) return;
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(save, 800, form));
  });
  /* What posts the whole form saves it too: a late copy of the old text must not follow. */
  document.addEventListener("submit", (event) => forget(event.target));
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest?.("form[data-autosave]");
    if (form && !event.target.matches("textarea")) forget(form);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) for (const form of all("form[data-autosave]")) if (waiting.has(form)) save(form);
  });
})();
