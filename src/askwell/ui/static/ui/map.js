/* The map is moved and brought closer: with the pointer, the wheel, the buttons, or + − 0 and the arrow keys.
   Without this file it is whole, and scrolls on a narrow screen. */
"use strict";
(() => {
  const frame = document.querySelector("[data-map]");
  if (!frame) return;
  const map = frame.querySelector("svg");
  const whole = map.viewBox.baseVal, full = { x: 0, y: 0, width: whole.width, height: whole.height };
  const CLOSEST = 6, STEP = 1.3, MOVE = 0.15;
  let view = { ...full };
  let held = null; // where the pointer took hold

  const you = map.querySelector(".you"); // on a narrow screen the map is wider than its frame: it opens around the seeker
  frame.scrollLeft = you.cx.baseVal.value / full.width * map.getBoundingClientRect().width - frame.clientWidth / 2;

  function show(next) {
    const width = Math.min(full.width, Math.max(full.width / CLOSEST, next.width));
    const height = width * full.height / full.width;
    const within = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));
    view = { x: within(next.x, full.width - width), y: within(next.y, full.height - height), width, height };
    map.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    frame.classList.toggle("moving", width < full.width);
  }

  function zoom(factor, x = 0.5, y = 0.5) { // the spot at these shares of the view stays where it is
    const width = Math.min(full.width, Math.max(full.width / CLOSEST, view.width / factor));
    const height = width * full.height / full.width;
    show({ x: view.x + (view.width - width) * x, y: view.y + (view.height - height) * y, width });
  }

  const move = (across, down) => show({ ...view, x: view.x + view.width * across, y: view.y + view.height * down });
  const acts = {
    in: () => zoom(STEP), out: () => zoom(1 / STEP), all: () => show(full),
  };
  const keys = {
    "+": acts.in, "=": acts.in, "-": acts.out, "−": acts.out, "0": acts.all,
    ArrowLeft: () => move(-MOVE, 0), ArrowRight: () => move(MOVE, 0), ArrowUp: () => move(0, -MOVE), ArrowDown: () => move(0, MOVE),
  };

  frame.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow") && view.width >= full.width) return; // nothing to move: the page scrolls
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => acts[button.dataset.zoom]());
  document.querySelector("[data-map-buttons]").hidden = false;

  frame.addEventListener("wheel", (event) => { // with ctrl, as the browser's own zoom: a wheel alone scrolls the page
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = map.getBoundingClientRect();
    zoom(event.deltaY < 0 ? STEP : 1 / STEP, (event.clientX - box.x) / box.width, (event.clientY - box.y) / box.height);
  }, { passive: false });
  frame.addEventListener("pointerdown", (event) => {
    if (view.width < full.width && event.button === 0) held = { x: event.clientX, y: event.clientY, view };
  });
  window.addEventListener("pointermove", (event) => {
    if (!held) return;
    frame.classList.add("held");
    const scale = view.width / map.getBoundingClientRect().width;
    show({ ...view, x: held.view.x - (event.clientX - held.x) * scale, y: held.view.y - (event.clientY - held.y) * scale });
  });
  const drop = () => { held = null; frame.classList.remove("held"); };
  window.addEventListener("pointerup", drop);
  window.addEventListener("pointercancel", drop);
  map.addEventListener("dragstart", (event) => event.preventDefault());
  map.addEventListener("focusin", (event) => { // who has the focus is in view
    const dot = event.target.querySelector("circle");
    if (!dot || view.width >= full.width) return;
    const x = dot.cx.baseVal.value, y = dot.cy.baseVal.value;
    const seen = x > view.x && x < view.x + view.width && y > view.y && y < view.y + view.height;
    if (!seen) show({ ...view, x: x - view.width / 2, y: y - view.height / 2 });
  });
})();
