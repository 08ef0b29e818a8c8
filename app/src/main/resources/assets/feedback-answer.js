// Answering: leads from one question to the next, takes digits, counts the time that the page is in front,
// and shows what in a comment may point at its author. Saving is autosave.js's.
import { found, without } from "./feedback-hint.js";

const form = document.getElementById("answer");
const items = [...form.querySelectorAll("[data-item]")];
const steps = [...form.querySelectorAll(".answer-step")];
const next = form.querySelector("[data-next]");
const back = form.querySelector("[data-back]");
const handIn = form.querySelector("[data-hand-in]");
const progress = form.querySelector("progress");
const phone = matchMedia("(max-width: 767px)");
const LONGEST_COMMENT = 4000;
const IDLE = 60_000;

let at = Math.max(0, items.findIndex((item) => item.classList.contains("now")));
const stepOf = (item) => item.closest(".answer-step");
const box = (item) => item.querySelector("textarea");
const focusable = (item) => box(item) ?? item.querySelector("input:checked") ?? item.querySelector("input");

function show(place, focus) {
  at = Math.min(Math.max(place, 0), items.length - 1);
  const now = items[at];
  for (const item of items) item.classList.toggle("now", item === now);
  for (const step of steps) step.classList.toggle("now", step === stepOf(now));
  for (const link of document.querySelectorAll("[data-step]")) {
    if (link.dataset.step === stepOf(now).id) link.setAttribute("aria-current", "step"); else link.removeAttribute("aria-current");
  }
  form.elements.at.value = now.dataset.item;
  const last = phone.matches ? at === items.length - 1 : stepOf(now) === steps.at(-1);
  next.hidden = last;
  handIn.classList.toggle("last", last);
  back.hidden = phone.matches ? at === 0 : stepOf(now) === steps[0];
  if (!focus) return;
  // On a phone a focused text box would raise the keyboard over the question.
  if (phone.matches && box(now)) document.activeElement?.blur(); else focusable(now).focus({ preventScroll: true });
  const top = phone.matches ? form : now;
  if (phone.matches || !inView(now)) top.scrollIntoView({ block: "start" });
}

const inView = (item) => {
  const place = item.getBoundingClientRect();
  return place.top >= 0 && place.bottom <= innerHeight - form.querySelector(".answer-bar").offsetHeight;
};
const firstOf = (step) => items.findIndex((item) => stepOf(item) === step);
const forward = () => show(phone.matches ? at + 1 : firstOf(steps[steps.indexOf(stepOf(items[at])) + 1] ?? steps.at(-1)), true);
const backward = () => show(phone.matches ? at - 1 : firstOf(steps[steps.indexOf(stepOf(items[at])) - 1] ?? steps[0]), true);

next.addEventListener("click", () => { forward(); changed(); });
back.addEventListener("click", () => { backward(); changed(); });
phone.addEventListener("change", () => show(at, false));
for (const link of document.querySelectorAll("[data-step]")) {
  link.addEventListener("click", (event) => { event.preventDefault(); show(firstOf(document.getElementById(link.dataset.step)), true); changed(); });
}

// Where one is belongs to what is saved.
const changed = () => form.dispatchEvent(new Event("change"));

form.addEventListener("focusin", (event) => {
  const item = event.target.closest("[data-item]");
  if (item && item !== items[at]) show(items.indexOf(item), false);
});
form.addEventListener("input", count);

function count() {
  const answered = items.filter((item) => item.querySelector("input:checked"));
  if (progress) progress.value = answered.length;
  const said = document.querySelector("[data-answered]");
  if (said) said.textContent = said.dataset.answered.replace("{0}", answered.length);
  for (const step of steps) {
    const asked = [...step.querySelectorAll("[data-item]")];
    const done = asked.some(box) ? asked.some((item) => box(item).value.trim()) : asked.every((item) => item.querySelector("input:checked"));
    document.querySelector(`[data-step="${step.id}"] .answer-mark`)?.classList.toggle("done", done);
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("textarea, summary, a, button, input:not([type=radio])")) return;
  if (event.target !== document.body && !form.contains(event.target)) return;
  if (/^\d$/.test(event.key)) {
    const point = items[at].querySelector(`input[value="${event.key}"]`);
    if (!point) return;
    event.preventDefault();
    event.stopPropagation();
    point.checked = true;
    point.focus({ preventScroll: true });
    point.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  if (event.key === "Enter") {
    event.preventDefault();
    if (at < items.length - 1) { show(at + 1, true); changed(); } else handIn.focus();
  }
}, true);

// The time that the page is in front of somebody who does something with it.
let touched = Date.now();
for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
setInterval(() => {
  if (document.visibilityState === "visible" && Date.now() - touched < IDLE) form.elements.seconds.value = Number(form.elements.seconds.value) + 1;
}, 1000);

// Hints: made in this page and for this page; nothing of them is sent or kept.
for (const item of items) {
  const text = box(item);
  const place = item.querySelector("[data-hints]");
  if (!text) continue;
  let timer = 0;
  let kept = "";
  const look = () => hint(text, place, () => { kept = text.value; }, kept);
  text.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 600); });
  look();
}

function hint(text, place, keep, kept) {
  const words = place.dataset;
  const over = text.value.length - LONGEST_COMMENT;
  place.replaceChildren();
  if (over > 0) place.append(line(words.long.replace("{0}", over)));
  if (words.hints === "off" || !document.documentElement.lang.startsWith("en") || text.value === kept) return;
  const findings = found(text.value, document.querySelector("h1").textContent);
  if (findings.length === 0) return;
  const quoted = [...new Set(findings.map((each) => `“${each.text}”`))].slice(0, 3);
  const said = quoted.length === 1 ? quoted[0] : words.and.replace("{0}", quoted.slice(0, -1).join(", ")).replace("{1}", quoted.at(-1));
  const sentence = line(words.said.replace("{0}", said) + " ");
  const offer = button(words.show, () => {
    const version = without(text.value, findings, { date: words.forDate, work: words.forWork, place: words.forPlace, name: words.forName, quote: words.forQuote, role: words.forRole });
    const shown = document.createElement("p");
    shown.className = "quote words panel";
    shown.textContent = version;
    const row = document.createElement("p");
    row.className = "row";
    row.append(
      button(words.use, () => { text.value = version; text.focus(); text.dispatchEvent(new Event("input", { bubbles: true })); place.replaceChildren(); }),
      button(words.keepMine, () => { keep(); place.replaceChildren(); text.focus(); }));
    place.replaceChildren(sentence, shown, row);
    offer.remove();
    row.firstElementChild.focus();
  });
  sentence.append(offer);
  place.append(sentence);
}

function line(words) {
  const paragraph = document.createElement("p");
  paragraph.textContent = words;
  return paragraph;
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button quiet";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

show(at, false);
count();
