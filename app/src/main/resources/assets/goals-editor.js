// The editor keeps a draft while it is written and says when. Without this file the buttons do.

const form = document.getElementById("editor");
const said = document.getElementById("saved");
let written = "";
let waiting = 0;
let saving = null;
let stopped = false;

const content = () => new URLSearchParams(new FormData(form));
const comparable = () => { const all = content(); for (const name of ["version", "key", "_csrf", "try"]) all.delete(name); for (const name of [...all.keys()]) if (/\.(id|milestoneIds)$/.test(name)) all.delete(name); return all.toString(); };

async function save() {
  clearTimeout(waiting);
  const now = comparable();
  if (stopped || saving || !form.dataset.saving || now === written || !form.elements.title.value.trim()) return;
  saving = fetch(form.dataset.saving, { method: "POST", body: content(), headers: { "Accept": "application/json", "X-XSRF-TOKEN": form.elements._csrf.value }, keepalive: now.length < 60000 });
  try {
    const answer = await saving;
    if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) throw new Error(String(answer.status));
    const told = await answer.json();
    said.textContent = told.sentence ?? said.textContent;
    said.classList.toggle("failed", !answer.ok);
    stopped = !answer.ok && told.stop === true;
    if (answer.ok) { written = now; keep(told); }
  } catch {
    said.textContent = form.dataset.offline;
    said.classList.add("failed");
  }
  saving = null;
  if (!stopped && comparable() !== now) later();
}

// The draft has an address now; its key results have ids, so that the next save changes them.
function keep(told) {
  form.elements.version.value = told.version;
  if (form.dataset.saving === "/goals/saving") {
    form.dataset.saving = `/goals/${told.id}/saving`;
    form.setAttribute("action", `/goals/${told.id}/edit`);
    history.replaceState(history.state, "", `/goals/${told.id}/edit`);
  }
  const rows = [...form.querySelectorAll(".sentence-row")].filter((row) => row.querySelector("[name$='.title']").value.trim());
  if (rows.length === told.rows.length) rows.forEach((row, i) => { row.querySelector("[name$='.id']").value = told.rows[i]; });
}

function later() { clearTimeout(waiting); waiting = setTimeout(save, 1200); }

form.addEventListener("input", later);
addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
form.addEventListener("submit", (event) => {
  clearTimeout(waiting);
  if (!saving) { stopped = true; return; }
  event.preventDefault();
  const button = event.submitter;
  saving.finally(() => setTimeout(() => { delete form.dataset.sent; stopped = true; form.requestSubmit(button); }, 0));
});

// "Ask Henrik to agree" follows the choice of what it moves.
const ask = document.getElementById("ask");
for (const choice of form.querySelectorAll("select.moves")) choice.addEventListener("change", () => {
  const asked = new Set([...form.querySelectorAll("select.moves")].map((each) => each.selectedOptions[0]?.dataset.ask).filter(Boolean));
  if (ask && asked.size > 0) ask.textContent = asked.size === 1 ? ask.dataset.words.replace("…", [...asked][0]) : ask.dataset.several.replace("…", asked.size);
});

written = comparable();
