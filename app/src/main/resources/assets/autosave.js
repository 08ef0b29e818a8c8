// Forms with data-autosave="URL" save themselves: a moment after the last keystroke the whole form is
// posted there. What is not acknowledged yet is also kept in this browser, so that a closed tab, a lost
// connection or an ended session loses nothing.
//
// The server answers 2xx with JSON {"version": 4, "savedAt": "14:02"}; the version goes back into the
// form. 409 means that somebody else changed it: the answer is a page to go to ({"href": …}).
//
// What nobody else may find in this browser is marked data-keep="page" inside the form: it waits in the
// page alone until it is acknowledged, and leaving before that is asked about. With data-clash="send"
// there, a 412 sends the form itself, and its own address shows what to do.

const WAIT = 800;
const LONGEST_PAUSE = 30_000;

for (const form of document.querySelectorAll("form[data-autosave]")) begin(form);
document.addEventListener("stage-shown", () => { for (const form of document.querySelectorAll("form[data-autosave]")) begin(form); });

function begin(form) {
  if (form.dataset.autosaving) return;
  form.dataset.autosaving = "true";
  const kept = "fairlead-draft:" + form.dataset.autosave;
  const line = form.querySelector("[data-saved]");
  const keeps = !form.querySelector('[data-keep="page"]');
  let timer = 0;
  let pause = 1_000;
  let sending = false;
  let typedAt = 0;
  let leaving = false;

  const words = (name, at) => (line?.dataset["words" + name] ?? "").replace("{0}", at ?? "");
  const tell = (name, at) => {
    if (!line) return;
    line.classList.toggle("offline", name === "Kept");
    line.classList.toggle("failed", name === "Failed");
    line.textContent = words(name, at);
  };
  const fields = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !["_csrf", "key"].includes(name));
  const keep = (sent = false) => { if (keeps) try { localStorage.setItem(kept, JSON.stringify({ at: Date.now(), sent, fields: fields() })); } catch { /* a full or forbidden store: the server still has what was acknowledged */ } };
  const forget = () => { try { localStorage.removeItem(kept); } catch { /* as above */ } };

  if (keeps) restore();
  else addEventListener("beforeunload", (event) => { if (typedAt && !leaving) event.preventDefault(); });
  form.addEventListener("input", () => { typedAt = Date.now(); keep(); schedule(WAIT); });
  form.addEventListener("change", () => { typedAt = Date.now(); keep(); schedule(WAIT); });
  form.addEventListener("submit", () => { leaving = true; clearTimeout(timer); if (typedAt) keep(true); });
  addEventListener("online", () => schedule(0));
  addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && timer) { clearTimeout(timer); save(true); } });

  const because = (answer) => {
    try { return JSON.parse(answer.headers.get("HX-Trigger")).refused.sentences.join(" "); } catch { return ""; }
  };

  function schedule(wait) { clearTimeout(timer); timer = setTimeout(save, wait); }

  async function save(last = false) {
    timer = 0;
    if (leaving || !typedAt) return;
    if (sending && last !== true) { schedule(WAIT); return; }
    sending = true;
    const began = typedAt;
    tell("Saving");
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json", "HX-Request": "true" }, keepalive: last === true, redirect: "manual" });
      if (answer.status === 412 && form.querySelector('[data-clash="send"]')) { leaving = true; form.submit(); return; }
      if (keeps && (answer.status === 409 || answer.status === 412)) {
        const conflict = await answer.json().catch(() => ({}));
        if (conflict.href) { leaving = true; location.assign(conflict.href); return; }
        tell("Failed"); return;
      }
      if (!answer.ok) throw Object.assign(new Error(String(answer.status)), { refused: answer.status >= 400 && answer.status < 500 && answer.status !== 401, because: because(answer) });
      const saved = await answer.json();
      if (saved.version !== undefined && form.elements.version) form.elements.version.value = saved.version;
      pause = 1_000;
      if (typedAt === began) { typedAt = 0; forget(); tell("Saved", saved.savedAt); } else schedule(WAIT);
    } catch (problem) {
      // Refused as it stands: it stays kept here and goes again with the next keystroke.
      if (problem.refused) {
        tell("Failed");
        if (line && problem.because) line.textContent = problem.because;
        return;
      }
      tell("Kept");
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      schedule(pause);
    } finally {
      sending = false;
    }
  }

  // What this browser still holds was never acknowledged: put it back, then save it.
  function restore() {
    let draft;
    try { draft = JSON.parse(localStorage.getItem(kept) ?? "null"); } catch { return; }
    if (!draft) return;
    // It was sent by a button, and the server has counted on since: it arrived, and may have come back changed.
    const version = draft.fields.find(([name]) => name === "version")?.[1];
    if (draft.sent && version !== form.elements.version?.value) { forget(); return; }
    let differs = false;
    for (const [name, value] of draft.fields) {
      if (name === "version") continue;
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (["radio", "checkbox"].includes(field.type)) {
          if (field.value === value && !field.checked) { field.checked = true; differs = true; }
        } else if (field.value !== value) { field.value = value; differs = true; }
      }
    }
    if (!differs) { forget(); return; }
    typedAt = Date.now();
    tell("Restored");
    schedule(2 * WAIT);
  }
}
