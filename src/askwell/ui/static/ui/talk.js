/* The live page: the clock, notes saved as they are typed, and things caught on the way. What the server has not
   confirmed stays, sealed, in the browser's own storage, so that no lost network, closed page or second device loses
   a word. */
"use strict";
(() => {
  const form = document.querySelector("form[data-talk]");
  if (!form) return;
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const place = `askwell-talk:${form.dataset.talk}:`;
  const tab = crypto.randomUUID();
  const token = () => (/(?:^|; )(?:__Host-)?askwell_csrf=([^;]+)/.exec(document.cookie) || [])[1] || one("input[name=csrfmiddlewaretoken]", form).value;
  const PAUSE = 600;
  const AGAIN = 15000;
  const ATTEMPTS = 5;
  const fields = all("textarea[data-note]", form);
  /* As the server tidies a text, so that its answer is recognised as one's own. */
  const tidy = (text) => text.normalize("NFC").split(/\r\n?|\n/).map((line) => line.trim().replace(/\s+/g, " "))
    .join("\n").replace(/\n{3,}/g, "\n\n").trim();

  /* Sealing, with a key that comes with the page and goes with it: who finds the storage of a browser that is not
     signed in reads nothing. The server's newest key seals, any of its keys opens. ---------------------------- */
  const AES = "AES-GCM";
  const START = 12;
  const bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const keys = Promise.all(form.dataset.seals.split(" ")
    .map((key) => crypto.subtle.importKey("raw", bytesOf(key), AES, false, ["encrypt", "decrypt"])));

  async function seal(value) {
    const iv = crypto.getRandomValues(new Uint8Array(START));
    const sealed = await crypto.subtle.encrypt({ name: AES, iv }, (await keys)[0], new TextEncoder().encode(JSON.stringify(value)));
    return btoa([...iv, ...new Uint8Array(sealed)].map((byte) => String.fromCharCode(byte)).join(""));
  }

  async function unseal(text) {
    for (const key of text === null ? [] : await keys) {
      try {
        const bytes = bytesOf(text);
        const plain = await crypto.subtle.decrypt({ name: AES, iv: bytes.slice(0, START) }, key, bytes.slice(START));
        return JSON.parse(new TextDecoder().decode(plain));
      } catch { /* sealed with another key */ }
    }
    return null;
  }

  /* Storage: one entry a field and page, so that two tabs never write over each other. -------------------- */
  let isKeeping = true;
  let kept = Promise.resolve();
  const wishes = new Map(); // the last for each entry: what was sealed for an earlier one comes too late
  const wish = (key) => wishes.set(key, (wishes.get(key) || 0) + 1).get(key);
  const storage = {
    keep: (key, value) => {
      const mine = wish(key);
      kept = seal(value).then((sealed) => {
        if (wishes.get(key) !== mine) return;
        try { localStorage.setItem(place + key, sealed); isKeeping = true; } catch { isKeeping = false; }
      });
    },
    drop: (key) => { wish(key); localStorage.removeItem(place + key); },
    read: (key) => unseal(localStorage.getItem(place + key)),
    keys: (prefix) => Object.keys(localStorage)
      .filter((key) => key.startsWith(place + prefix)).map((key) => key.slice(place.length)),
  };
  const keyOf = (field) => `note:${field.dataset.note}:${tab}`;

  /* What the page says of itself. --------------------------------------------------------------------- */
  const state = one("[data-state]");
  const say = (name) => { if (state.textContent !== state.dataset[name]) state.textContent = state.dataset[name]; };
  const dirty = new Set();
  const waiting = new Map();
  const clashing = () => one(".clash", form) !== null;
  const isLeft = () => dirty.size > 0 || waiting.size > 0;
  function tell(failed) {
    if (clashing()) say("clash");
    else if (failed) say(isKeeping ? failed : "unkept");
    else say(isLeft() ? "saving" : "saved");
  }

  async function post(address, values) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "X-CSRFToken": token(), Accept: "application/json" },
      body: new URLSearchParams(values),
      redirect: "manual",
    });
    const isOurs = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    if (!isOurs) throw new Error(answer.type === "opaqueredirect" || answer.status === 403 ? "locked" : "kept");
    return { status: answer.status, body: await answer.json() };
  }

  /* Notes. --------------------------------------------------------------------------------------------- */
  const attempts = new Map(fields.map((field) => [field, []]));

  function typed(field) {
    dirty.add(field);
    storage.keep(keyOf(field), { text: field.value, version: field.dataset.version, attempts: attempts.get(field) });
  }

  async function send(field) {
    if (field.dataset.clash !== undefined) return;
    const text = field.value;
    const tried = attempts.get(field).filter((other) => other !== tidy(text)).slice(1 - ATTEMPTS);
    attempts.set(field, [...tried, tidy(text)]);
    typed(field);
    const { status, body } = await post(form.dataset.noteUrl, { field: field.dataset.note, text, version: field.dataset.version });
    if (status === 409 && attempts.get(field).includes(body.text)) { // ours, though its answer never came back
      setVersion(field, body.version);
      attempts.set(field, []);
      await send(field);
      return;
    }
    if (status === 409) { clash(field, body); return; }
    setVersion(field, body.version);
    attempts.set(field, []);
    if (field.value !== text) { typed(field); return; }
    dirty.delete(field);
    storage.drop(keyOf(field));
    await takeUp();
  }

  function setVersion(field, version) {
    field.dataset.version = version;
    const hidden = form.elements[`version-${field.dataset.note}`];
    if (hidden) hidden.value = version;
  }

  /* Two texts for one note: both are shown, and nothing is sent until the writer has chosen. */
  function clash(field, theirs) {
    field.dataset.clash = "";
    typed(field);
    const box = one("#clash").content.firstElementChild.cloneNode(true);
    const show = () => { one("[data-mine]", box).textContent = field.value; };
    one("[data-theirs]", box).textContent = theirs.text;
    show();
    field.addEventListener("input", show);
    box.addEventListener("click", ({ target }) => {
      const choice = target.closest("[data-keep]")?.dataset.keep;
      if (!choice) return;
      if (choice === "both") field.value = [theirs.text, field.value].filter(Boolean).join("\n\n");
      if (choice === "theirs") field.value = theirs.text;
      setVersion(field, theirs.version);
      delete field.dataset.clash;
      field.removeEventListener("input", show);
      box.remove();
      typed(field);
      field.focus();
      flush();
    });
    field.after(box);
  }

  /* What earlier pages of this browser could not send. One text a field at a time: the next is taken up when the
     server has this one. An entry goes only when the text stands in the entry of this page. */
  const earlier = storage.keys("note:");
  async function takeUp() {
    for (const key of [...earlier]) {
      const old = await storage.read(key);
      if (!earlier.includes(key)) continue;
      const named = fields.find((field) => key.startsWith(`note:${field.dataset.note}:`));
      const field = named || fields.find((other) => other.dataset.note === "");
      const isHere = old && tidy(old.text) === tidy(field.value);
      if (old && !isHere && dirty.has(field)) continue;
      earlier.splice(earlier.indexOf(key), 1);
      if (old && named && !isHere) takeUpNote(field, old);
      else if (old && !field.value.includes(old.text)) {
        field.value = `${field.value}\n\n${old.text}`.trim();
        typed(field);
      }
      await kept;
      storage.drop(key);
    }
    isAsked = running !== null && dirty.size > 0;
  }

  function takeUpNote(field, old) {
    const stands = { text: field.value, version: field.dataset.version };
    field.value = old.text;
    attempts.set(field, old.attempts || []);
    const isOurs = old.version === stands.version || attempts.get(field).includes(stands.text);
    if (isOurs) typed(field);
    else clash(field, stands);
  }

  /* Things caught. ------------------------------------------------------------------------------------- */
  function show(kind, text) {
    const item = one(`#caught-row`).content.firstElementChild.cloneNode(true);
    one("[data-text]", item).textContent = text;
    one("input[name=kind]", item).value = kind;
    const button = one("button", item);
    button.setAttribute("aria-label", `${button.getAttribute("aria-label").trim()} ${text}`);
    one(`[data-caught="${kind}"]`).append(item);
    return item;
  }

  function isShown(key) {
    return all("[data-caught] input[name=key]").some((input) => input.value === key);
  }

  async function sendCatch(key) {
    const { kind, text, item } = waiting.get(key);
    const { status, body } = await post(form.dataset.catchUrl, { kind, text, key });
    if (status !== 200) throw new Error("kept");
    storage.drop(`catch:${key}`);
    waiting.delete(key);
    one("[data-waiting]", item).remove();
    one("input[name=key]", item).value = body.id;
    one("form", item).hidden = false;
  }

  for (const catching of all("form[data-catch]")) {
    catching.addEventListener("submit", (event) => {
      event.preventDefault();
      const input = one("input[name=text]", catching);
      const [kind, text, key] = [catching.dataset.catch, input.value.trim(), crypto.randomUUID()];
      if (!text) return;
      storage.keep(`catch:${key}`, { kind, text });
      waiting.set(key, { kind, text, item: show(kind, text) });
      input.value = "";
      flush();
    });
  }

  async function takeUpCatches() {
    for (const name of storage.keys("catch:")) {
      const old = await storage.read(name);
      const key = name.slice("catch:".length);
      if (!old || isShown(key)) storage.drop(name);
      else if (!waiting.has(key)) waiting.set(key, { ...old, item: show(old.kind, old.text) });
    }
  }

  /* Sending, one thing after another; whatever fails is tried again. ------------------------------------ */
  let running = null;
  let isAsked = false;
  function flush() {
    isAsked = running !== null;
    running ??= sendAll().finally(() => {
      running = null;
      if (isAsked) flush();
    });
    return running;
  }

  async function sendAll() {
    tell();
    let failed = "";
    const jobs = [...[...dirty].map((field) => send.bind(null, field)), ...[...waiting.keys()].map((key) => sendCatch.bind(null, key))];
    for (const job of jobs) {
      try { await job(); } catch (error) { failed = error.message === "locked" ? "locked" : "kept"; }
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
  let isSaving = false; // the form itself carries every note along
  form.addEventListener("submit", () => { isSaving = waiting.size === 0; });
  addEventListener("pageshow", () => { isSaving = false; });
  addEventListener("beforeunload", (event) => { if (isLeft() && !isSaving) event.preventDefault(); });
  one("[data-finish]").addEventListener("click", async (event) => {
    if (!isLeft()) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    await flush();
    if (isLeft()) await flush();
    location.assign(href);
  });

  /* One question after another. ------------------------------------------------------------------------- */
  const questions = all("[data-questions] > li");
  const turns = all("[data-turn]");
  const at = () => questions.findIndex((item) => item.classList.contains("now"));
  function turnTo(item) {
    questions.forEach((other) => other.classList.toggle("now", other === item));
    for (const button of turns) button.disabled = !questions[at() + Number(button.dataset.turn)];
  }
  function turn(by) {
    const item = questions[at() + by];
    if (!item) return;
    turnTo(item);
    one("textarea", item).focus();
    item.scrollIntoView({ block: "center" });
  }
  form.addEventListener("focusin", ({ target }) => {
    const item = target.closest("[data-questions] > li");
    if (item) turnTo(item);
  });
  if (questions.length > 1) {
    turnTo(questions[0]);
    for (const button of turns) {
      button.hidden = false;
      button.addEventListener("click", () => turn(Number(button.dataset.turn)));
    }
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
      one("[data-over]").hidden = left > 0;
      const wasHidden = cue.hidden;
      cue.hidden = left > cueSeconds || left <= 0;
      if (wasHidden && !cue.hidden) {
        const said = one("[data-cue-said]");
        said.textContent = said.dataset.words;
      }
    };
    tick();
    setInterval(tick, 1000);
  }

  all("[data-scriptless]").forEach((button) => { button.hidden = true; });
  for (const field of fields) { // a browser may put back what stood there before a reload: storage knows better
    if (field.value !== field.defaultValue) field.value = field.defaultValue;
    setVersion(field, field.dataset.version);
    const refused = one(`[data-clash-of="${field.dataset.note}"]`, form);
    if (!refused) continue;
    const theirs = { text: refused.dataset.clash, version: field.dataset.version };
    refused.remove();
    clash(field, theirs);
  }
  takeUp().then(takeUpCatches).then(() => { if (isLeft()) flush(); });
})();
