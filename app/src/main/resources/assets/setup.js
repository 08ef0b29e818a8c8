// The browser knows the time zone it stands in; a link to hand over is marked as a whole.
const zone = document.getElementById("field-zone");
if (zone && zone.value === "UTC") {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (here) zone.value = here;
}
for (const link of document.querySelectorAll("[data-whole]")) {
  link.value = new URL(link.value, location.href).href;
  link.addEventListener("focus", () => link.select());
}
