/* Alt and an arrow lead from one amendment to the next. The page works without this. */

const cards = () => [...document.querySelectorAll(".j-wijziging")];

function move(step) {
  const all = cards();
  const here = all.findIndex((card) => card.contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
  all[next]?.focus();
  all[next]?.scrollIntoView({ block: "start" });
}

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.target.matches("select")) return;
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  move(event.key === "ArrowDown" ? 1 : -1);
});

function show() {
  for (const hint of document.querySelectorAll("[data-toetsen]")) hint.hidden = false;
}

/* After a choice the eye and the keyboard stay at the amendment, or at what is wrong with it. */
document.body.addEventListener("htmx:afterSettle", (event) => {
  show();
  const card = document.querySelector(".j-wijziging[data-kijk]");
  if (!card || !event.detail.elt.closest("#verwerken")) return;
  (card.querySelector("[data-focus]") ?? card).focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
});

show();
