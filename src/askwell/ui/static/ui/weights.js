// Weights of a decision: a slider beside each number, for those who would rather pull than type.
for (const slider of document.querySelectorAll("[data-weights] [data-for]")) {
  const number = document.getElementById(slider.dataset.for);
  slider.hidden = false;
  slider.addEventListener("input", () => { number.value = slider.value; });
  number.addEventListener("input", () => { slider.value = number.value; });
}
