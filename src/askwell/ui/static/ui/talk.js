/* The live page: the clock, notes saved as they are typed, and things caught on the way. What the server has not
   confirmed stays in the browser's own storage, so that no lost network, closed page or second device loses a word. */
"use strict";
(() => {
  const form = document.querySelector("form[data-talk]");
  if (!form) return;
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const place = `askwell-talk:${form.dataset.talk}:`;
  const tab = crypto.randomUUID();
  const token = one("input[name=csrfmiddlewaretoken]", form).value;
  const PAUSE = 600;
  const AGAIN = 15000;
  const fields = all("textarea[data-note]", form);

  /* Storage: one entry a field and page, so that two tabs never write over each other. -------------------- */
  const storage = {
    keep: (key, value) => localStorage.setItem(place + key, JSON.stringify(value)),
    drop: (key) => localStorage.removeItem(place + key),
    entries: (prefix) => Object.keys(localStorage)
      .filter((key) => key.startsWith(place + prefix))
      .map((key) => [key.slice(place.length), JSON.parse(localStorage.getItem(key))]),
  };
  const keyOf = (field) => `note:${field.dataset.note}:${tab}`;

  /* What the page says of itself. --------------------------------------------------------------------- */
  const state = one("[data-state]");
  const say = (name) => { if (state.textContent !== state.dataset[name]) state.textContent = state.dataset[name]; };
  const dirty = new Set();
  const clashing = () => one(".clash", form) !== null;
  const isLeft = () => dirty.size > 0 || storage.entries("catch:").length > 0;
  function tell(failed) {
    if (clashing()) say("clash");
    else if (failed) say(failed);
    else say(isLeft() ? "saving" : "saved");
  }

  async function post(address, values) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "X-CSRFToken": token, Accept: "application/json" },
      body: new URLSearchParams(values),
      redirect: "manual",
    });
    const isOurs = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    if (!isOurs) throw new Error("locked");
    return { status: answer.status, body: await answer.json() };
  }

  /* Notes. --------------------------------------------------------------------------------------------- */
  function typed(field) {
    dirty.add(field);
    storage.keep(keyOf(field), { text: field.value, version: field.dataset.version });
  }

  async function send(field) {
    if (field.dataset.clash !== undefined) return;
    const text = field.value;
    const { status, body } = await post(form.dataset.noteUrl, { field: field.dataset.note, text, version: field.dataset.version });
    if (status === 409) { clash(field, body); return; }
    setVersion(field, body.version);
    if (field.value !== text) { typed(field); return; }
    dirty.delete(field);
    storage.drop(keyOf(field));
  }

  function setVersion(field, version) {
    field.dataset.version = version;
    const hidden = form.elements[`version-${field.dataset.note}`];
    if (hidden) hidden.value = version;
  }

  /* Two texts for one note: both are shown, and nothing is sent until the writer has chosen. */
  function clash(field, theirs, mine = field.value) {
    field.dataset.clash = "";
    const box = one("#clash").content.firstElementChild.cloneNode(true);
    one("[data-theirs]", box).textContent = theirs.text;
    one("[data-mine]", box).textContent = mine;
    const both = [theirs.text, mine].filter(Boolean).join("\n\n");
    const choices = { both, mine, theirs: theirs.text };
    box.addEventListener("click", ({ target }) => {
      const choice = target.closest("[data-keep]");
      if (!choice) return;
      field.value = choices[choice.dataset.keep];
      setVersion(field, theirs.version);
      delete field.dataset.clash;
      box.remove();
      typed(field);
      field.focus();
      flush();
    });
    field.after(box);
  }

  /* What an earlier page of this browser could not send. */
  function takeUp() {
    for (const [key, kept] of storage.entries("note:")) {
      const field = fields.find((one) => key.startsWith(`note:${one.dataset.note}:`));
      if (!field) {
        const rest = fields.find((one) => one.dataset.note === "");
        if (!rest.value.includes(kept.text)) rest.value = `${rest.value}\n\n${kept.text}`.trim();
        typed(rest);
      } else if (kept.text !== field.value) {
        const isNewer = kept.version === field.dataset.version && !dirty.has(field);
        if (isNewer) { field.value = kept.text; typed(field); }
        else if (field.dataset.clash === undefined) clash(field, { text: field.value, version: field.dataset.version }, kept.text);
        else continue; // one choice at a time: the next load shows the other
      }
      if (key !== (field && keyOf(field))) storage.drop(key);
    }
  }

  /* Things caught. ------------------------------------------------------------------------------------- */
  function show(kind, text, key) {
    const item = document.createElement("li");
    item.className = "row g2";
    item.dataset.key = key;
    const words = document.createElement("span");
    words.className = "grow";
    words.textContent = text;
    item.append(words);
    one(`[data-caught="${kind}"]`).append(item);
  }

  async function sendCatch(key, { kind, text }) {
    const { status } = await post(form.dataset.catchUrl, { kind, text, key: key.slice("catch:".length) });
    if (status === 200 || status === 422) storage.drop(key);
  }

  for (const catching of all("form[data-catch]")) {
    catching.addEventListener("submit", (event) => {
      event.preventDefault();
      const input = one("input[name=text]", catching);
      const text = input.value.trim();
      if (!text) return;
      const key = crypto.randomUUID();
      storage.keep(`catch:${key}`, { kind: catching.dataset.catch, text });
      show(catching.dataset.catch, text, key);
      input.value = "";
      flush();
    });
  }

  /* Sending, one thing after another; whatever fails is tried again. ------------------------------------ */
  let running = null;
  function flush() {
    running ??= sendAll().finally(() => { running = null; });
    return running;
  }

  async function sendAll() {
    tell();
    let failed = "";
    try {
      for (const field of [...dirty]) await send(field);
      for (const [key, kept] of storage.entries("catch:")) await sendCatch(key, kept);
    } catch (error) {
      failed = error.message === "locked" && navigator.onLine ? "locked" : "kept";
    }
    tell(failed);
  }

  let pause = 0;
  form.addEventListener("input", ({ target }) => {
    if (!target.matches("textarea[data-note]")) return;
    typed(target);
    clearTimeout(pause);
    pause = setTimeout(flush, PAUSE);
  });
  addEventListener("online", flush);
  setInterval(() => { if (isLeft()) flush(); }, AGAIN);
  addEventListener("beforeunload", (event) => { if (isLeft()) event.preventDefault(); });
  form.addEventListener("submit", () => all("textarea", form).forEach((field) => { if (!dirty.has(field)) storage.drop(keyOf(field)); }));

  /* One question after another. ------------------------------------------------------------------------- */
  const questions = all("[data-questions] > li");
  const next = one("[data-next]");
  function turnTo(item) {
    questions.forEach((other) => other.classList.toggle("now", other === item));
    if (next) next.disabled = item === questions.at(-1);
  }
  form.addEventListener("focusin", ({ target }) => {
    const item = target.closest("[data-questions] > li");
    if (item) turnTo(item);
  });
  if (next && questions.length) {
    next.hidden = false;
    next.addEventListener("click", () => {
      const at = questions.findIndex((item) => item.classList.contains("now"));
      const item = questions[Math.min(at + 1, questions.length - 1)];
      turnTo(item);
      one("textarea", item).focus();
      item.scrollIntoView({ block: "center" });
    });
  }

  /* The clock: on the server's time, since a laptop's may be wrong. ------------------------------------- */
  const clock = one("[data-clock]");
  if (clock) {
    const ahead = Date.parse(clock.dataset.now) - Date.now();
    const end = Date.parse(clock.dataset.clock);
    const cue = one("[data-cue]");
    const cueSeconds = Number(clock.dataset.cueSeconds);
    const tick = () => {
      const left = Math.round((end - Date.now() - ahead) / 1000);
      const whole = Math.abs(left);
      clock.textContent = `${left < 0 ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
      clock.classList.toggle("over", left < 0);
      if (left <= cueSeconds && cue.hidden) {
        cue.hidden = false;
        const said = one("[data-cue-said]");
        said.textContent = said.dataset.words;
      }
    };
    tick();
    setInterval(tick, 1000);
  }

  all("[data-scriptless]").forEach((button) => { button.hidden = true; });
  takeUp();
  if (isLeft()) flush();
})();
