// Drawing an arrow with the pointer: a click on one card and then on another fills in the form, which does the same by keyboard.
const from = document.querySelector("#field-from");
const to = document.querySelector("#field-to");
let begun = null;

function mark(node, on) {
  node.classList.toggle("chosen", on);
}

if (from && to) {
  document.querySelector("[data-strategy-hint]").hidden = false;
  for (const node of document.querySelectorAll("[data-strategy] [data-objective]")) {
    node.classList.add("clickable");
    node.addEventListener("click", () => {
      if (begun === node) {
        mark(node, false);
        begun = null;
      } else if (begun === null) {
        begun = node;
        mark(node, true);
        from.value = node.dataset.objective;
      } else {
        to.value = node.dataset.objective;
        mark(begun, false);
        begun = null;
        document.querySelector("#field-lagMonths").focus();
      }
    });
  }
}
