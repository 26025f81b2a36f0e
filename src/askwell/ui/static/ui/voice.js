/* Speaking and hearing with what the browser has. The sound stays in this page and is gone with it. Only where the speaker
   ticks so does the browser itself write down what is said, and it may ask its maker to; only where they press so is the
   sound handed to Askwell to be written down. */
(() => {
  const STEP = 0.05; // seconds between two looks at how loud it is
  const SPOKEN = { en: "en-CA", fr: "fr-CA", zh: "zh-CN" };
  const PAUSE = 0.7; // seconds of silence that a listener notices
  const FILLERS = {
    en: /\b(u+h+m*|u+m+|e+r+m*|hmm+|like,|you know|i mean|sort of|kind of|basically)(?![\w'])/gi,
    fr: /(^|[^\p{L}])(euh+|heu+|hum+|ben|bah|genre|du coup|tu sais|vous savez)(?!\p{L})/giu,
    zh: /(嗯+|呃+|啊{2,}|那个(?=[,，、。…\s那这])|这个(?=[,，、。…\s这那])|然后呢?(?=[,，、。…\s然]))/g,
  };
  const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
  const synthesis = window.speechSynthesis;
  const short = (language) => language.slice(0, 2).toLowerCase();

  /* What a listener hears of it: loudness a step -> seconds from the first sound to the last, of it in silence, pauses. */
  function measure(levels) {
    const quiet = [...levels].sort((a, b) => a - b)[Math.floor(levels.length / 10)] || 0;
    const loud = levels.map((level) => level > Math.max(0.008, quiet * 2.5));
    const first = loud.indexOf(true), last = loud.lastIndexOf(true);
    if (first < 0) return { seconds: 0, pauses: 0, longest: 0, silence: 0 };
    let pauses = 0, longest = 0, silence = 0, run = 0;
    for (const heard of loud.slice(first, last + 1)) {
      if (!heard) { run += STEP; continue; }
      if (run >= PAUSE) { pauses += 1; silence += run; longest = Math.max(longest, run); }
      run = 0;
    }
    return { seconds: (last - first + 1) * STEP, pauses, longest, silence };
  }

  /* Words, in Chinese characters, and how many of what is said are fillers. */
  function counted(text, language) {
    const words = short(language) === "zh" ? text.match(/\p{Script=Han}/gu) : text.match(/[\p{L}\p{N}'’-]+/gu);
    return { words: words ? words.length : 0, fillers: (text.match(FILLERS[short(language)] || /$^/g) || []).length };
  }

  const voices = new WeakMap();

  class Voice {
    constructor(box) {
      voices.set(box, this);
      this.box = box;
      this.field = document.querySelector(box.dataset.voice);
      this.language = box.dataset.lang;
      this.part("record").addEventListener("click", () => this.start());
      this.part("stop").addEventListener("click", () => this.stop());
      if (this.part("writer")) this.part("write-down").addEventListener("click", () => this.handOver());
      if (!Recognition) this.part("write").closest("label").hidden = true;
      box.hidden = false;
    }

    part(name) { return this.box.querySelector(`[data-${name}]`); }

    say(name) { for (const line of this.box.querySelectorAll("[data-when]")) line.hidden = line.dataset.when !== name; }

    async start() {
      try { this.stream = await navigator.mediaDevices.getUserMedia({ audio: true }); }
      catch { this.say("refused"); return; }
      this.levels = []; this.text = ""; this.pieces = []; this.recording = null;
      this.offer(false);
      this.recorder = new MediaRecorder(this.stream);
      this.recorder.addEventListener("dataavailable", (event) => this.pieces.push(event.data));
      this.recorder.addEventListener("stop", () => this.finish());
      this.listen();
      if (Recognition && this.part("write").checked) this.writeDown();
      this.recorder.start();
      this.turn(true);
      this.say("recording");
    }

    listen() {
      this.sound = new AudioContext();
      const ear = this.sound.createAnalyser();
      ear.fftSize = 2048;
      this.sound.createMediaStreamSource(this.stream).connect(ear);
      const samples = new Float32Array(ear.fftSize);
      this.clock = setInterval(() => {
        ear.getFloatTimeDomainData(samples);
        this.levels.push(Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length));
      }, STEP * 1000);
    }

    writeDown() {
      this.hearing = new Recognition();
      Object.assign(this.hearing, { lang: SPOKEN[short(this.language)], continuous: true });
      this.hearing.addEventListener("result", (event) => {
        for (const result of [...event.results].slice(event.resultIndex)) if (result.isFinal) this.text += result[0].transcript;
      });
      this.hearing.addEventListener("error", () => this.say("unwritten"));
      this.written = new Promise((resolve) => { this.hearing.addEventListener("end", resolve); });
      this.hearing.start();
    }

    stop() {
      clearInterval(this.clock);
      if (this.hearing) this.hearing.stop();
      this.recorder.stop();
      for (const track of this.stream.getTracks()) track.stop();
      this.sound.close();
      this.turn(false);
    }

    turn(on) {
      this.part("record").hidden = on;
      this.part("stop").hidden = !on;
      this.part(on ? "stop" : "record").focus();
    }

    finish() {
      const audio = this.box.querySelector("audio");
      if (audio.src) URL.revokeObjectURL(audio.src);
      this.recording = new Blob(this.pieces, { type: this.recorder.mimeType });
      audio.src = URL.createObjectURL(this.recording);
      audio.hidden = false;
      this.say("recorded");
      this.show(measure(this.levels));
      if (this.hearing) this.written.then(() => { this.hearing = null; this.write(); this.offer(!this.text.trim()); });
      else this.offer(true);
    }

    /* Offer to have Askwell write it down, where it can; what it said of the last recording goes. */
    offer(on) {
      if (!this.part("writer")) return;
      this.part("writer").hidden = !on;
      this.part("written").replaceChildren();
    }

    async handOver() {
      const sound = this.recording, form = new FormData(), button = this.part("write-down");
      form.append("csrfmiddlewaretoken", this.box.closest("form").querySelector("[name=csrfmiddlewaretoken]").value);
      form.append("sound", sound, "recording");
      button.disabled = true;
      try {
        const answer = await fetch(this.part("writer").dataset.writer, { method: "POST", body: form });
        if (!answer.ok && answer.status !== 422) throw new Error(answer.status);
        if (this.recording === sound) this.tell(await answer.text(), !answer.ok);
      } catch { this.say("unsent"); }
      button.disabled = false;
    }

    /* What Askwell says of the recording; `again`: it may be handed over once more. */
    tell(html, again) {
      this.offer(again);
      this.part("written").innerHTML = html;
      window.htmx.process(this.part("written"));
    }

    /* The words have come. */
    take(text) {
      this.text = text;
      this.write();
      if (this.field) this.field.focus();
    }

    write() {
      const text = this.text.trim();
      if (!text || !this.field) return;
      this.field.value = [this.field.value.trim(), text].filter(Boolean).join(short(this.language) === "zh" ? "" : " ");
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
      const heard = measure(this.levels), said = counted(text, this.language);
      this.figures({ pace: heard.seconds ? Math.round((said.words / heard.seconds) * 60) : 0, fillers: said.fillers });
    }

    show({ seconds, pauses, longest, silence }) {
      for (const line of this.box.querySelectorAll("[data-figure]")) line.hidden = true;
      this.figures({ seconds: Math.round(seconds), pauses, longest: longest.toFixed(1), silence: seconds ? Math.round((silence / seconds) * 100) : 0 });
    }

    figures(values) {
      const numbers = new Intl.NumberFormat(document.documentElement.lang || "en");
      for (const [name, value] of Object.entries(values)) {
        const line = this.box.querySelector(`[data-figure="${name}"]`);
        if (!line) continue;
        line.querySelector("b").textContent = numbers.format(Number(value));
        line.hidden = false;
      }
    }
  }

  /* A button beside what somebody says reads it aloud, where there is a voice of that language. */
  function hear(button) {
    const speaks = () => synthesis.getVoices().find((voice) => short(voice.lang) === short(button.dataset.lang));
    const offer = () => { button.hidden = !speaks(); };
    button.dataset.heard = "";
    offer();
    synthesis.addEventListener("voiceschanged", offer);
    button.addEventListener("click", () => {
      const talking = synthesis.speaking;
      synthesis.cancel();
      if (talking) return;
      const utterance = new SpeechSynthesisUtterance(document.querySelector(button.dataset.hear).textContent.trim());
      Object.assign(utterance, { voice: speaks(), lang: SPOKEN[short(button.dataset.lang)], rate: 0.95 });
      synthesis.speak(utterance);
    });
  }

  const able = navigator.mediaDevices && window.MediaRecorder && window.AudioContext;
  function begin(root) {
    if (able) for (const box of root.querySelectorAll("[data-voice][hidden]")) new Voice(box);
    for (const words of root.querySelectorAll("[data-wrote]")) {
      const voice = voices.get(words.closest("[data-voice]"));
      if (voice) voice.take(words.textContent.trim());
      words.remove();
    }
    if (synthesis) for (const button of root.querySelectorAll("[data-hear]:not([data-heard])")) hear(button);
  }
  document.addEventListener("DOMContentLoaded", () => begin(document));
  document.addEventListener("htmx:load", (event) => begin(event.target.parentElement || document));
})();
