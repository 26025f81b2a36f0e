/* How long what is typed takes to say calmly: shown beside a field with data-talk-time="LANGUAGE". */
(() => {
  "use strict";
  const PACE = { "zh-Hans": [220, (text) => [...text.replace(/\s/gu, "")].length] };
  const USUAL = [130, (text) => (text.match(/\S+/gu) || []).length];

  const show = (field) => {
    const shown = field.form.querySelector("[data-talk-shown]");
    if (!shown) return;
    const [pace, count] = PACE[field.dataset.talkTime] || USUAL;
    const seconds = Math.round((count(field.value) * 60) / pace);
    shown.hidden = !seconds;
    shown.textContent = ` · ${shown.dataset.words.replace("{n}", seconds)}`;
  };

  document.addEventListener("input", (event) => { if (event.target.matches?.("[data-talk-time]")) show(event.target); });
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-talk-time]").forEach(show));
})();
