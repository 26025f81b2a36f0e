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

  /* While they answer: what was said stands in the talk at once, and the field is free for the next words. */
  let waiting = null; // {sent, base, turn}: what went out, what the field held then, one's own turn on the page
  let late = ""; // typed since, for the field of the page that comes

  document.addEventListener("htmx:beforeSend", (event) => {
    const form = one("[data-say]");
    const field = one("#say");
    if (!form || !field || !event.detail.elt.closest("#rehearsal")) return;
    waiting = { sent: field.value, base: field.value, turn: null };
    if (event.detail.elt !== form || !field.value.trim()) return;
    const turn = document.createElement("div");
    const said = document.createElement("p");
    turn.className = "turn mine";
    said.className = "said";
    said.lang = field.lang;
    said.textContent = field.value.trim();
    turn.append(said);
    one("[data-turns]").append(turn);
    field.value = "";
    waiting = { ...waiting, base: "", turn };
    const thinking = one("[data-thinking]");
    thinking.hidden = false;
    one("#announce").textContent = thinking.textContent;
    arrive();
  });

  function typedSince() {
    const value = one("#say")?.value ?? "";
    return value.startsWith(waiting.base) ? value.slice(waiting.base.length) : value;
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (waiting && event.detail.shouldSwap) late = typedSince();
  });

  document.addEventListener("htmx:afterRequest", () => {
    const field = one("#say");
    if (waiting?.turn?.isConnected && field) { // nothing came: it is as it was before it was sent
      waiting.turn.remove();
      field.value = [waiting.sent, field.value].filter(Boolean).join("\n");
      one("[data-thinking]").hidden = true;
    }
    waiting = null;
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (!event.detail.elt.matches("#rehearsal")) return;
    if (late && one("#say")) one("#say").value = [one("#say").value, late.trim()].filter(Boolean).join("\n");
    late = "";
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
