/* What is said of a field that was read from a card ("sure") is not said of what somebody typed over it. */
"use strict";
(() => {
  const readings = document.querySelector(".readings");
  if (!readings) return;
  const judge = (field) => {
    const tag = field.parentElement.querySelector(":scope > .tag");
    if (tag) tag.hidden = field.value !== field.defaultValue;
  };
  readings.addEventListener("input", (event) => judge(event.target));
  for (const field of readings.querySelectorAll("input")) judge(field); // the browser may have kept what was typed
})();
