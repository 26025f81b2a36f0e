/* A rehearsal: enter sends, the clock runs between two turns, what was answered is seen and heard.
   The server keeps the time; this only counts on from what it said. */
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const shown = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const AWAY = 180; // seconds after which the server holds the clock
  let began = performance.now();

  function run() {
    const clock = one("[data-spent]");
    if (!clock) return;
    const passed = Math.min(Math.floor((performance.now() - began) / 1000), AWAY);
    const spent = Number(clock.dataset.spent) + passed;
    const limit = Number(clock.dataset.limit);
    clock.textContent = shown(spent);
    clock.classList.toggle("over", spent > limit);
    one("[data-fill]").setAttribute("width", `${Math.min(spent / limit, 1) * 100}%`);
  }

  function arrive() {
    const turns = one("[data-turns]");
    if (!turns) return;
    turns.scrollTop = turns.scrollHeight;
    for (const words of document.querySelectorAll("[data-enter]")) words.hidden = false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("[data-say] textarea")) return;
    event.preventDefault(); // an input method's own enter, which chooses characters, is composing and stays its own
    if (event.target.value.trim()) event.target.form.requestSubmit(one("[data-say] .primary"));
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (!event.detail.elt.matches("#rehearsal")) return;
    began = performance.now();
    arrive();
    const last = one("[data-turns] .turn:last-child:not(.mine) .said");
    const announce = one("#announce");
    if (last && announce) announce.textContent = last.textContent;
    const field = one("#say");
    if (field && matchMedia("(pointer: fine)").matches) { field.focus({ preventScroll: true }); field.setSelectionRange(field.value.length, field.value.length); }
  });

  setInterval(run, 1000);
  arrive();
})();
