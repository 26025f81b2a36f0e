/* A mail that is about to leave: the seconds left to undo count down, and the page looks again when they are over. */
"use strict";
(() => {
  const place = document.querySelector("[data-leaving]");
  if (!place) return;
  const shown = place.querySelector("[data-seconds]");
  const end = performance.now() + Number(place.dataset.leaving) * 1000;
  const AFTER = 2500; // the worker needs a moment
  const tick = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    if (shown) shown.textContent = left;
    if (left === 0) clearInterval(tick);
  }, 250);
  setTimeout(() => location.reload(), Math.max(0, end - performance.now()) + AFTER);
})();
