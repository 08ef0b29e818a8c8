// Update my goals: typing never gets lost (a draft in this browser until it is saved), a digit chooses a
// confidence, Ctrl+Enter saves, and a new value takes "No change" back.
const form = document.getElementById("update");
const list = form?.querySelector("[data-draft]");
if (form && list) {
  const place = list.dataset.draft;
  const state = form.querySelector("[data-draft-state]");
  const fields = () => [...form.elements].filter((field) => field.name && field.type !== "hidden");
  const isChoice = (field) => field.type === "radio" || field.type === "checkbox";

  const keep = () => {
    const kept = fields()
      .filter((field) => (isChoice(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue))
      .map((field) => [field.name, field.value, isChoice(field) ? field.checked : null]);
    try {
      if (kept.length === 0) { localStorage.removeItem(place); return; }
      localStorage.setItem(place, JSON.stringify(kept));
      const now = new Date();
      const time = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
      if (state) state.textContent = state.dataset.kept.replace("{0}", time);
    } catch { /* A browser that keeps nothing still saves with the button. */ }
  };

  const restore = () => {
    let kept = [];
    try { kept = JSON.parse(localStorage.getItem(place) ?? "[]"); } catch { return; }
    for (const [name, value, checked] of kept) {
      const field = fields().find((one) => one.name === name && (!isChoice(one) || one.value === value));
      if (!field) continue;
      if (isChoice(field)) field.checked = checked; else field.value = value;
    }
  };

  restore();
  form.addEventListener("input", (event) => {
    const row = event.target.closest("li");
    const same = row?.querySelector("[name$='.same']");
    if (same && (event.target.name.endsWith(".value") || event.target.name.endsWith(".done"))) same.checked = false;
    keep();
  });
  form.addEventListener("focusin", (event) => { if (event.target.matches("[data-select]")) event.target.select(); });
  let typed = "";
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); return; }
    if (event.key === "Enter" && event.target.matches("input:not([type=submit])")) { event.preventDefault(); return; }
    const scale = event.target.closest(".confidence");
    if (!scale || !/^\d$/.test(event.key)) return;
    typed = typed === "1" && event.key === "0" ? "10" : event.key;
    const choice = scale.querySelector(`input[value="${typed}"]`);
    if (choice) { choice.checked = true; choice.focus(); keep(); }
  });
  const first = form.querySelector("[autofocus]");
  // Autofocus waits for a frame, and keys typed before it would be lost: focus now.
  first?.focus();
  first?.select();
  form.addEventListener("submit", () => { sessionStorage.setItem("sent", place); });
} else if (sessionStorage.getItem("sent")) {
  localStorage.removeItem(sessionStorage.getItem("sent"));
  sessionStorage.removeItem("sent");
}
