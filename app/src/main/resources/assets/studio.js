// Form and document are two views of one text: a moment after either was changed, the server writes the
// one into the other, keeps the draft, and says what it finds and what it would take. Without this file
// the button "Check" does the same.

const WAIT = 400;
const form = document.getElementById("studio");
const text = document.getElementById("document");
const fields = document.getElementById("studio-fields");
const PARTS = ["studio-lead", "studio-problems", "studio-kept", "studio-findings"];
let timer = 0;
let asked = null;
let edits = 0;

for (const button of form.querySelectorAll("[data-unscripted]")) button.remove();

form.addEventListener("input", (event) => { if (!event.isComposing) later(); });
form.addEventListener("change", later);
form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.formAction.endsWith("/check")) { clearTimeout(timer); asked?.abort(); return; }
  event.preventDefault();
  sync(button.name ? [[button.name, button.value]] : []);
});
form.addEventListener("click", (event) => {
  const line = event.target.closest("[data-line]")?.dataset.line;
  if (line) show(Number(line));
});
// What is typed in the last moment before leaving is kept too.
addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && timer) sync(); });

function later() { edits++; clearTimeout(timer); timer = setTimeout(sync, WAIT); }

async function sync(also = []) {
  clearTimeout(timer);
  timer = 0;
  asked?.abort();
  asked = new AbortController();
  const sent = new URLSearchParams(new FormData(form));
  for (const [name, value] of Array.isArray(also) ? also : []) sent.set(name, value);
  const began = edits;
  try {
    const answer = await fetch("/studio/framework/check", { method: "POST", body: sent, signal: asked.signal, redirect: "manual", keepalive: sent.toString().length < 60000, headers: { "HX-Request": "true", "X-XSRF-TOKEN": form.elements._csrf.value } });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("studio")) throw new Error("another page");
    take(page, sent, began);
  } catch (problem) {
    if (problem.name === "AbortError") return;
    const said = document.querySelector("#studio-kept .saved");
    said.textContent = document.getElementById("toasts")?.dataset.offline ?? "";
    said.classList.add("failed");
  }
}

function take(page, sent, began) {
  for (const id of PARTS) document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
  for (const name of ["saved", "draft", "version"]) form.querySelector(`input[type=hidden][name=${name}]`).value = page.querySelector(`#studio input[type=hidden][name=${name}]`).value;
  const written = page.getElementById("document").value;
  // What was typed since this was sent stays; the next answer takes it up.
  if (text.value.replaceAll("\r\n", "\n") === sent.get("document").replaceAll("\r\n", "\n") && text.value !== written) put(written);
  const next = page.getElementById("studio-fields");
  fields.toggleAttribute("inert", !next.children.length);
  if (next.children.length) whenReleased(() => replaceFields(next, sent, edits !== began));
}

// What is being pressed is not taken away from under the finger.
let pressed = false;
let waiting = null;
addEventListener("pointerdown", () => { pressed = true; }, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => { pressed = false; waiting?.(); waiting = null; }), true);
function whenReleased(act) { if (pressed) waiting = act; else act(); }

function put(written) {
  const before = text.value.split("\n");
  const changed = written.split("\n").findIndex((line, i) => line !== before[i]);
  const { selectionStart, selectionEnd, scrollTop } = text;
  text.value = written;
  if (document.activeElement === text) { text.setSelectionRange(selectionStart, selectionEnd); text.scrollTop = scrollTop; } else if (changed >= 0) show(changed + 1, false);
}

function replaceFields(next, sent, typedSince) {
  const focus = document.activeElement;
  const focused = fields.contains(focus) ? { id: focus.id, name: focus.name, value: focus.value, start: focus.selectionStart, end: focus.selectionEnd } : null;
  const open = new Map([...fields.querySelectorAll("details[id]")].map((each) => [each.id, each.open]));
  const typed = new Map();
  if (typedSince) for (const field of fields.querySelectorAll("input:not([type=hidden],[type=checkbox]), select, textarea")) if (field.value !== sent.get(field.name)) typed.set(field.name, field.value);
  fields.replaceChildren(...next.childNodes);
  for (const details of fields.querySelectorAll("details[id]")) details.open = open.get(details.id) ?? details.open;
  for (const [name, value] of typed) { const field = form.elements[name]; if (field) field.value = value; }
  if (!focused) return;
  const again = focused.id ? document.getElementById(focused.id) : fields.querySelector(`[name="${CSS.escape(focused.name)}"][value="${CSS.escape(focused.value)}"]`);
  if (!again) return;
  again.focus({ preventScroll: true });
  if (typeof focused.start === "number" && again.setSelectionRange && again.type !== "date") again.setSelectionRange(focused.start, focused.end);
}

// Brings a line of the document into view and marks it.
function show(line, select = true) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(text).lineHeight));
  text.setSelectionRange(start, start + lines[line - 1].length);
  if (select) text.focus({ preventScroll: true });
}
