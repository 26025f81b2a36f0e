/* The insider's page: another zone shows its times at once, the browser's own from the start. Without this the button
   beside it does. */
(() => {
  document.addEventListener("change", (event) => {
    if (event.target.matches("select[data-at-once]")) event.target.form.requestSubmit();
  });
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-instead]")) button.hidden = true;
    const zones = document.querySelector("select[data-at-once]");
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const asked = new URLSearchParams(location.search).has("zone");
    if (!zones || asked || !own || own === "UTC" || own === zones.value) return;
    if (![...zones.options].some((option) => option.value === own)) zones.add(new Option(own, own));
    zones.value = own;
    zones.form.requestSubmit();
  });
})();
