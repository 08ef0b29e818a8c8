// What the browser does for every page: keys, dialogs, drawers with addresses, toasts.
// Without this file every link and form still works.

const $ = (selector, within = document) => within.querySelector(selector);
const isTyping = (element) => element?.closest?.("input, textarea, select, [contenteditable]");

// Keys: "/" searches, "?" shows the keys, "g" and a letter goes, Escape closes the drawer.
let going = 0;
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest?.("form");
    if (form) { event.preventDefault(); form.requestSubmit(); }
    return;
  }
  if (event.key === "Escape" && !event.defaultPrevented && !$("dialog[open], :popover-open")) {
    const close = $("#drawer [data-close-drawer]");
    if (close) { event.preventDefault(); close.click(); }
    return;
  }
  if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (going && Date.now() - going < 1500) {
    going = 0;
    const place = document.querySelector(`.rail nav a[data-key="${CSS.escape(event.key)}"]`);
    if (place) { event.preventDefault(); place.click(); }
    return;
  }
  if (event.key === "g") going = Date.now();
  if (event.key === "/") { event.preventDefault(); ($("[data-search]") ?? opened("search-dialog"))?.focus?.(); }
  if (event.key === "?") { event.preventDefault(); opened("keys-dialog"); }
});

function opened(id) {
  const dialog = document.getElementById(id);
  for (const menu of document.querySelectorAll(":popover-open")) menu.hidePopover();
  if (dialog && !dialog.open) dialog.showModal();
  return null;
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-open]");
  if (opener) { event.preventDefault(); opened(opener.dataset.open); return; }
  const closer = event.target.closest?.("[data-close]");
  if (closer) { event.preventDefault(); closer.closest("dialog")?.close(); return; }
  if (event.target.tagName === "DIALOG") event.target.close();
});

// Arrow keys within search results.
document.addEventListener("keydown", (event) => {
  const box = event.target.closest?.("#search-dialog");
  if (!box || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const stops = [$("#search-input"), ...box.querySelectorAll(".found a")];
  const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  if (stops[next]) { event.preventDefault(); stops[next].focus(); }
});

// Drawers: <a data-drawer href> opens its page's drawer in place; the address follows, Back works.
let lastOpener = "";
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-drawer], a[data-close-drawer]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.hasAttribute("data-drawer")) lastOpener = link.getAttribute("href");
  show(link.href, true);
});
addEventListener("popstate", () => show(location.href, false));

let asked = null;
async function show(address, push) {
  asked?.abort();
  asked = new AbortController();
  document.documentElement.classList.add("waiting");
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal: asked.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const stage = $("#stage", page);
    if (!stage || !answer.ok || answer.redirected) { location.assign(address); return; }
    const drawerScroll = $(".drawer-inner")?.scrollTop ?? 0;
    const sameDrawer = $("#drawer") && $("#drawer", stage) && !push;
    document.title = $("title", page)?.textContent ?? document.title;
    $("#stage").replaceWith(document.adoptNode(stage));
    window.htmx?.process($("#stage"));
    if (push) history.pushState({}, "", address);
    if (sameDrawer) $(".drawer-inner").scrollTop = drawerScroll;
    focusAfter();
    document.dispatchEvent(new CustomEvent("stage-shown"));
  } catch (problem) {
    if (problem.name !== "AbortError") location.assign(address);
  } finally {
    document.documentElement.classList.remove("waiting");
  }
}

function focusAfter() {
  const drawer = $(".drawer-inner");
  if (drawer) { drawer.focus({ preventScroll: true }); return; }
  const opener = lastOpener && $(`a[data-drawer][href="${CSS.escape(lastOpener)}"]`);
  (opener || $("#main"))?.focus({ preventScroll: true });
}

// A part of a page that needs a module of its own names it; a drawer may bring one along.
function modules() { for (const part of document.querySelectorAll("[data-module]")) import(part.dataset.module); }
document.addEventListener("stage-shown", modules);
modules();

// Toasts leave by themselves, not while looked at; those with an undo stay longer.
function watch(toast) {
  const wait = toast.querySelector("form, button") ? 12000 : 6000;
  const leave = () => setTimeout(() => (toast.matches(":hover, :focus-within") ? leave() : toast.remove()), wait);
  leave();
}
const toasts = $("#toasts");
if (toasts) for (const toast of toasts.children) watch(toast);
export function say(sentence) {
  if (!toasts) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.textContent = sentence;
  toasts.append(toast);
  watch(toast);
}

document.addEventListener("htmx:beforeRequest", () => document.documentElement.classList.add("waiting"));
document.addEventListener("htmx:afterRequest", () => document.documentElement.classList.remove("waiting"));
document.addEventListener("htmx:sendError", () => say(toasts.dataset.offline));
document.addEventListener("htmx:responseError", (event) => { if (!event.detail.xhr.getResponseHeader("HX-Trigger")) say(toasts.dataset.failed); });
document.addEventListener("refused", (event) => event.detail.sentences.forEach(say));
// A refused form comes back as the form with its reasons: swap it in.
document.addEventListener("htmx:beforeSwap", (event) => {
  if ([404, 409, 412, 413, 422].includes(event.detail.xhr.status) && event.detail.serverResponse) { event.detail.shouldSwap = true; event.detail.isError = false; }
});

// A form that was sent is not sent twice: buttons rest until the page changes.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "get" || form.method === "dialog") return;
  if (form.dataset.sent && Date.now() - form.dataset.sent < 10000) { event.preventDefault(); return; }
  form.dataset.sent = Date.now();
  event.submitter?.classList.add("busy");
});
addEventListener("pageshow", () => { for (const form of document.querySelectorAll("form[data-sent]")) { delete form.dataset.sent; form.querySelectorAll(".busy").forEach((button) => button.classList.remove("busy")); } });
document.addEventListener("htmx:afterRequest", (event) => { const form = event.target.closest?.("form"); if (form) { delete form.dataset.sent; form.querySelectorAll(".busy").forEach((button) => button.classList.remove("busy")); } });

// Drop zones: a dropped file lands in the input; one that is too large is refused before it is sent.
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.("[data-drop]");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("over", kind === "dragover");
    if (kind !== "drop" || !event.dataTransfer.files.length) return;
    const input = $("input[type=file]", zone);
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
document.addEventListener("change", (event) => {
  const zone = event.target.closest?.("[data-drop]");
  const file = zone && event.target.files?.[0];
  if (!file) return;
  const wrong = $("[data-drop-error]", zone);
  const tooLarge = file.size > Number(zone.dataset.most);
  wrong.hidden = !tooLarge;
  wrong.textContent = tooLarge ? zone.dataset.tooLarge : "";
  if (tooLarge) event.target.value = "";
});
