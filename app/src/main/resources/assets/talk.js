// Offers names behind "@" while somebody writes. The list comes from the server and holds only people who
// may read what is talked about. Without this file a name can still be written in full.

const NAME = /(^|[^\p{L}\p{Nd}._-])@([\p{L}][\p{L}\p{M}\p{Nd}'’.\- ]{0,40})$/u;

function begin(box) {
  const text = box.querySelector("textarea");
  if (!text || text.dataset.completing) return;
  text.dataset.completing = "true";
  const list = document.createElement("div");
  list.className = "offered";
  list.id = text.id + "-offered";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.people);
  list.hidden = true;
  const told = document.createElement("p");
  told.className = "hide";
  told.setAttribute("role", "status");
  text.after(list, told);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", list.id);
  let chosen = -1;
  let asked = null;
  let timer = 0;

  const begun = () => NAME.exec(text.value.slice(0, text.selectionStart));
  const options = () => [...list.children];

  function close() {
    asked?.abort();
    clearTimeout(timer);
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    text.removeAttribute("aria-activedescendant");
    told.textContent = "";
  }

  function choose(index) {
    const all = options();
    if (!all.length) return;
    chosen = (index + all.length) % all.length;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    text.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  }

  function take(option) {
    const found = begun();
    if (!found) { close(); return; }
    const at = text.selectionStart;
    const from = at - found[2].length;
    text.setRangeText(option.dataset.name + " ", from, at, "end");
    close();
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async function ask(words) {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(box.dataset.mentions + "?q=" + encodeURIComponent(words), { headers: { Accept: "application/json" }, signal: asked.signal });
      if (!answer.ok) { close(); return; }
      const people = await answer.json();
      if (begun()?.[2].trim() !== words) return;
      list.replaceChildren(...people.map((person, index) => {
        const option = document.createElement("div");
        option.id = list.id + "-" + index;
        option.setAttribute("role", "option");
        option.dataset.name = person.name;
        option.textContent = person.name;
        const title = document.createElement("span");
        title.className = "meta";
        title.textContent = person.title;
        option.append(title);
        return option;
      }));
      list.hidden = !people.length;
      chosen = -1;
      text.removeAttribute("aria-activedescendant");
      told.textContent = people.length ? box.dataset.offered.replace("{0}", people.length) : words.includes(" ") ? "" : box.dataset.none;
      if (people.length) choose(0);
    } catch (problem) { if (problem.name !== "AbortError") close(); }
  }

  text.addEventListener("input", () => {
    const words = begun()?.[2].trim();
    clearTimeout(timer);
    if (!words) { close(); return; }
    timer = setTimeout(() => ask(words), 120);
  });
  text.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") { if (chosen < 0) return; take(options()[chosen]); }
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  text.addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== text) close(); }, 150));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => { const option = event.target.closest("[role=option]"); if (option) take(option); });
}

function ready() { for (const box of document.querySelectorAll("[data-mentions]")) begin(box); }
document.addEventListener("stage-shown", ready);
ready();
