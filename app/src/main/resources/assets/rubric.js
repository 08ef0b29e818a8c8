// Scoring by keys: a digit marks the item that has the focus and goes on to the next, 0 says that it cannot be judged.
const form = document.getElementById("scores");
form?.addEventListener("keydown", (event) => {
  const item = event.target.closest?.(".rate");
  if (!item || !/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const choice = item.querySelector(`input[value="${event.key}"]`);
  if (!choice) return;
  event.preventDefault();
  choice.checked = true;
  const items = [...form.querySelectorAll(".rate")];
  const next = items[items.indexOf(item) + 1];
  (next?.querySelector("input:checked") ?? next?.querySelector("input") ?? form.querySelector("textarea"))?.focus();
});
const wrong = form?.querySelector(".rate.wrong input");
(wrong ?? (form?.querySelector(".rate input:checked") ? null : form?.querySelector(".rate input")))?.focus({ preventScroll: !wrong });
