/* Alt and an arrow lead from one amendment to the next; within one also n and p. The page works without this. */

const ARROWS = { ArrowDown: 1, ArrowUp: -1 };
const LETTERS = { n: 1, j: 1, p: -1, k: -1 };

const isTyping = (target) => target.matches("textarea, select, input:not([type=hidden])");
const cards = () => [...document.querySelectorAll(".j-wijziging")];

function move(step) {
  const all = cards();
  const here = all.findIndex((card) => card.contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
  all[next]?.focus();
  all[next]?.scrollIntoView({ block: "start" });
}

document.addEventListener("keydown", (event) => {
  const step = event.altKey ? ARROWS[event.key] : LETTERS[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.target.matches("select")) return;
  if (!event.altKey && (isTyping(event.target) || !event.target.closest(".j-wijziging"))) return;
  event.preventDefault();
  move(step);
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
