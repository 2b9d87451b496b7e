/* Source and facts move together, doubts are a key away, and what is kept is said. All works without this. */

const screen = document.querySelector("[data-nalezen]");
const source = document.querySelector("[data-bron]");
const help = document.getElementById("hulp");
const KEYS = "wederkerig-toetsen";
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const fact = (key) => document.getElementById(`f-${key}`);
const places = (key) => source.querySelectorAll(`[data-naar="${CSS.escape(key)}"]`);

/* --- the source follows the fact ------------------------------------------------------------------- */

let here = "";

function mark(key, behavior = calm.matches ? "auto" : "smooth") {
  if (!key || key === here) return;
  here = key;
  for (const old of screen.querySelectorAll(".is-hier")) old.classList.remove("is-hier");
  fact(key)?.classList.add("is-hier");
  const found = places(key);
  for (const each of found) each.classList.add("is-hier");
  if (found.length) show(found[0], behavior);
}

function show(place, behavior) {
  if (!source.getClientRects().length) return; // it is closed
  const box = (place.querySelector("rect") ?? place).getBoundingClientRect();
  const pane = source.getBoundingClientRect();
  if (box.top >= pane.top + 40 && box.bottom <= pane.bottom - 40) return;
  const top = source.scrollTop + box.top - pane.top - pane.height / 3;
  source.scrollTo({ top, behavior });
}

screen.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-feit]");
  if (card) mark(card.dataset.feit);
});

screen.addEventListener(
  "toggle",
  (event) => {
    const group = event.target.closest?.("details.w-groep");
    if (group === event.target && group.open) mark(group.dataset.groep);
  },
  true,
);

/* --- the fact follows the source ------------------------------------------------------------------- */

async function goTo(key, group) {
  let card = fact(key);
  if (!card && group) {
    const details = document.getElementById(`groep-${group}`);
    if (!details) return false;
    const loaded = new Promise((done) => {
      details.addEventListener("htmx:afterSettle", done, { once: true });
      setTimeout(done, 4000);
    });
    details.open = true;
    await loaded;
    card = fact(key);
  }
  if (!card) return false;
  for (let each = card.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  card.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  card.focus({ preventScroll: true });
  mark(key);
  return true;
}

screen.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-naar]");
  if (link && !event.metaKey && !event.ctrlKey) {
    const address = link.getAttribute("href");
    if (address) event.preventDefault();
    if (!(await goTo(link.dataset.naar, link.dataset.in ?? link.dataset.naar)) && address) location.href = link.href;
    return;
  }
  const back = event.target.closest('a[href^="#p-"], a[href^="#blad-"]');
  if (back) {
    if (narrow.matches) openSource(true);
    const key = back.getAttribute("href").slice(3);
    const found = places(key);
    if (found.length) {
      event.preventDefault();
      here = "";
      mark(key);
      source.focus({ preventScroll: true });
      if (source.getBoundingClientRect().bottom < 0) source.scrollIntoView({ block: "start" });
    }
  }
});

/* --- from doubt to doubt ---------------------------------------------------------------------------- */

function step(by) {
  const doubts = [...document.querySelectorAll("[data-twijfel]")];
  if (!doubts.length) return;
  const now = document.activeElement?.closest("[data-feit]") ?? fact(here);
  let at = doubts.indexOf(now);
  if (at < 0 && now) {
    const behind = doubts.findIndex((each) => now.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
    at = by > 0 ? (behind < 0 ? doubts.length : behind) - 1 : behind < 0 ? doubts.length : behind;
  }
  const next = at < 0 && by < 0 ? doubts.length - 1 : (at + by + doubts.length) % doubts.length;
  goTo(doubts[next].dataset.feit);
}

const walk = document.querySelector("[data-gang]");
walk.hidden = false;
if (!document.querySelector("[data-twijfel]")) {
  for (const button of walk.querySelectorAll("[data-vorige], [data-volgende]")) button.hidden = true;
}
walk.querySelector("[data-vorige]").addEventListener("click", () => step(-1));
walk.querySelector("[data-volgende]").addEventListener("click", () => step(1));
walk.querySelector("[data-hulp]").addEventListener("click", () => help.showModal());

const wanted = help.querySelector("[data-toetsen]");
wanted.checked = localStorage.getItem(KEYS) !== "uit";
wanted.addEventListener("change", () => localStorage.setItem(KEYS, wanted.checked ? "aan" : "uit"));

function isTyping(target) {
  return target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
}

function confirmHere() {
  const card = document.activeElement?.closest("[data-feit]") ?? fact(here);
  card?.querySelector('button[value="klopt"]')?.click();
}

function toSourceAndBack() {
  if (document.activeElement === source) fact(here)?.focus();
  else {
    if (narrow.matches) openSource(true);
    source.focus({ preventScroll: true });
  }
}

const ACTIONS = {
  n: () => step(1),
  j: () => step(1),
  p: () => step(-1),
  k: () => step(-1),
  o: confirmHere,
  b: toSourceAndBack,
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : null;
  if (!action || !wanted.checked || help.open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target)) return;
  event.preventDefault();
  action();
});

/* --- keeping ---------------------------------------------------------------------------------------- */

/* What does not fit is shown where it was typed. */
document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 400) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.body.addEventListener("htmx:afterSwap", (event) => {
  const card = event.target.closest?.("[data-feit]") ?? null;
  if (card) showErrors(card);
});

function showErrors(card) {
  const wrong = new Set([...card.querySelectorAll("[data-bij]")].map((each) => each.dataset.bij));
  for (const field of card.querySelectorAll("[data-veld]")) {
    const input = field.querySelector("input, select, textarea");
    if (wrong.has(field.dataset.veld)) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", `m-${card.dataset.feit}`);
    } else if (card.querySelector("[data-bewaard]")) {
      input.removeAttribute("aria-invalid");
    }
  }
  const open = card.querySelector(".w-feit__stand .w-status--let-op");
  card.toggleAttribute("data-twijfel", Boolean(open));
}

/* Of a part that is replaced: where the keyboard was in it, and what was typed since it was sent. By request,
   because several can be on their way; the keyboard is left alone where it has gone elsewhere. */
const PART = "[data-feit], .w-koppeling";
const replaced = new WeakMap();
let swapping = false;

document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const part = detail.target;
  if (!detail.shouldSwap || !part.matches?.(PART) || !part.id) return;
  const focus = document.activeElement;
  replaced.set(detail.xhr, {
    id: part.id,
    had: focus === document.body || part.contains(focus),
    field: part.contains(focus) ? focus.id : "",
    typed: typedSince(part, detail.requestConfig.formData),
  });
  swapping = true; // a field that is taken away must not send what is half typed
  setTimeout(() => (swapping = false));
});

document.addEventListener("change", (event) => swapping && event.stopImmediatePropagation(), true);

function typedSince(part, sent) {
  const form = part.querySelector("form");
  if (!form || !sent) return [];
  const now = new FormData(form);
  const names = new Set([...now.keys()].filter((name) => name.startsWith("veld-") || name === "organisatie"));
  const same = (name) => now.getAll(name).join("\n") === sent.getAll(name).join("\n");
  return [...names].filter((name) => !same(name)).map((name) => [name, now.getAll(name)]);
}

document.body.addEventListener("htmx:afterSettle", ({ detail }) => {
  const was = replaced.get(detail.xhr);
  const part = was && document.getElementById(was.id);
  if (!part) return;
  replaced.delete(detail.xhr);
  const fields = was.typed.flatMap(([name, values]) => restore(part, name, values));
  const field = was.field && document.getElementById(was.field);
  const lost = document.activeElement === document.body;
  if (was.had && (lost || part.contains(document.activeElement))) (field || part).focus({ preventScroll: true });
  for (const each of fields) keepLater(each);
});

function restore(part, name, values) {
  const found = [...part.querySelectorAll(`[name="${CSS.escape(name)}"]:not([type=hidden])`)];
  for (const each of found) {
    if (each.type === "checkbox") each.checked = values.includes(each.value);
    else each.value = values[0];
  }
  return found.slice(0, 1);
}

/* A field in which one still types is kept when one leaves it, as always. */
function keepLater(field) {
  const send = () => field.dispatchEvent(new Event("change", { bubbles: true }));
  if (field === document.activeElement) field.addEventListener("blur", send, { once: true });
  else send();
}

/* --- the source on a narrow screen ------------------------------------------------------------------- */

const toggle = document.querySelector("[data-toon-bron]");
const narrow = matchMedia("(max-width: 59.99rem)");

function openSource(open) {
  source.classList.toggle("is-open", open);
  document.documentElement.classList.toggle("w-met-bron", open && narrow.matches);
  toggle.setAttribute("aria-expanded", String(open));
}

toggle.addEventListener("click", () => {
  openSource(!source.classList.contains("is-open"));
  if (!source.classList.contains("is-open")) return;
  const key = here;
  here = "";
  mark(key);
});
source.querySelector("[data-sluit-bron]").addEventListener("click", () => {
  openSource(false);
  toggle.focus();
});
source.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !source.classList.contains("is-open")) return;
  openSource(false);
  fact(here)?.focus();
});

/* Pages are drawn a few at a time; one that has to wait is asked for again. */
const waits = new WeakMap();
source.addEventListener(
  "error",
  ({ target }) => {
    const times = (waits.get(target) ?? 0) + 1;
    if (target.tagName !== "IMG" || times > 6) return;
    waits.set(target, times);
    setTimeout(() => target.setAttribute("src", target.getAttribute("src")), 500 * 2 ** times);
  },
  true,
);

/* One starts at the first doubt, also in the source. */
const first = document.querySelector("[data-twijfel]");
if (location.hash.startsWith("#f-")) goTo(location.hash.slice(3));
else if (first && !location.hash) {
  mark(first.dataset.feit, "auto");
  here = ""; // nobody is there yet: the first step goes to it
}
