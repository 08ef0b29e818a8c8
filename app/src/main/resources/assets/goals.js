// The tree of goals: opens and closes nodes in place, walks by arrow keys, keeps the address true.
// Without this file the same links load the whole page with the node opened.

const table = () => document.querySelector("table.goals.tree");
const level = (row) => Number(row.getAttribute("aria-level"));
const rows = () => [...(table()?.tBodies[0].rows ?? [])];
const objectiveOf = (row) => row.id.replace(/^o-/, "");

function below(row) {
  const found = [];
  for (let next = row.nextElementSibling; next && level(next) > level(row); next = next.nextElementSibling) found.push(next);
  return found;
}

// What is open stands in the address and in every link that leads back here.
function remember(id, isOpen) {
  const changed = (address) => {
    const url = new URL(address, location.href);
    const open = new Set((url.searchParams.get("open") ?? "").split(",").filter(Boolean));
    if (isOpen) open.add(id); else open.delete(id);
    url.searchParams.delete("open");
    const rest = url.searchParams.toString();
    const list = open.size ? (rest ? "&" : "") + "open=" + [...open].join(",") : "";
    return url.pathname + (rest || list ? "?" + rest + list : "");
  };
  history.replaceState(history.state, "", changed(location.href));
  for (const link of table().querySelectorAll("a[data-drawer]")) link.setAttribute("href", changed(link.getAttribute("href")));
}

function turned(row, isOpen) {
  row.setAttribute("aria-expanded", String(isOpen));
  const twist = row.querySelector("a.twist");
  const shape = twist?.querySelector("path");
  shape?.setAttribute("d", isOpen ? "M5 7.5 10 12.5 15 7.5" : "M7.5 5 12.5 10 7.5 15");
  remember(objectiveOf(row), isOpen);
}

async function fetched(address) {
  const url = new URL(address, location.href);
  for (const [name, value] of new URL(location.href).searchParams) if (["cycle", "scope", "open"].includes(name)) url.searchParams.set(name, value);
  const answer = await fetch(url, { headers: { "HX-Request": "true" } });
  if (!answer.ok || answer.redirected) return null;
  const holder = document.createElement("template");
  holder.innerHTML = "<table><tbody>" + (await answer.text()) + "</tbody></table>";
  return [...holder.content.querySelectorAll("tr")];
}

async function open(row) {
  const twist = row.querySelector("a.twist[data-below]");
  if (!twist || row.getAttribute("aria-expanded") === "true" || row.classList.contains("waiting")) return;
  row.classList.add("waiting");
  try {
    const found = await fetched(twist.dataset.below);
    if (!found) { location.assign(twist.href); return; }
    row.after(...found);
    turned(row, true);
    ready();
  } catch { location.assign(twist.href); } finally { row.classList.remove("waiting"); }
}

function close(row) {
  for (const each of below(row)) {
    if (each.getAttribute("aria-expanded") === "true") remember(objectiveOf(each), false);
    each.remove();
  }
  turned(row, false);
}

document.addEventListener("click", async (event) => {
  const twist = event.target.closest?.("table.goals a.twist");
  if (twist && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const row = twist.closest("tr");
    await (row.getAttribute("aria-expanded") === "true" ? close(row) : open(row));
    walkTo(row);
    return;
  }
  const more = event.target.closest?.("table.goals a[data-more]");
  if (more && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const row = more.closest("tr");
    const found = await fetched(more.dataset.more);
    if (!found) { location.assign(more.href); return; }
    row.replaceWith(...found);
    ready();
    if (found[0]) walkTo(found[0]);
  }
});

// One row of the tree is a stop for the Tab key; arrows move it.
function walkTo(row) {
  for (const each of rows()) each.tabIndex = -1;
  row.tabIndex = 0;
  row.focus();
}

function ready() {
  const all = rows();
  for (const row of all) if (!row.hasAttribute("tabindex")) row.tabIndex = -1;
  if (all.length && !all.some((row) => row.tabIndex === 0)) (all.find((row) => row.getAttribute("aria-selected") === "true") ?? all[0]).tabIndex = 0;
}

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("table.goals.tree tbody tr");
  if (!row || event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = rows();
  const at = all.indexOf(row);
  const expanded = row.getAttribute("aria-expanded");
  switch (event.key) {
    case "ArrowDown": if (all[at + 1]) walkTo(all[at + 1]); break;
    case "ArrowUp": if (all[at - 1]) walkTo(all[at - 1]); break;
    case "Home": walkTo(all[0]); break;
    case "End": walkTo(all[all.length - 1]); break;
    case "ArrowRight": if (expanded === "false") open(row); else if (expanded === "true" && all[at + 1]) walkTo(all[at + 1]); break;
    case "ArrowLeft":
      if (expanded === "true") close(row);
      else { const above = all.slice(0, at).findLast((each) => level(each) < level(row)); if (above) walkTo(above); }
      break;
    case "Enter": (row.querySelector("a[data-drawer]") ?? row.querySelector("a"))?.click(); break;
    default: return;
  }
  event.preventDefault();
});

// A list of cycles closes when something else is clicked.
document.addEventListener("click", (event) => {
  for (const list of document.querySelectorAll("details.choose[open]")) if (!list.contains(event.target)) list.open = false;
});
document.addEventListener("stage-shown", ready);
ready();
