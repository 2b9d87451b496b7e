/* What could not be kept stays where it was typed, says so there, and can be sent again.

Shared by the screens that keep each thing at once. The words stand in the page, in a template. */

const words = document.querySelector("template[data-niet-bewaard]");
const PLACE = "[data-feit], .w-koppeling, .j-wijziging";
const NOTE = "w-niet-bewaard";
const failed = new WeakSet();
let leaving = false;

const placeOf = (elt) => elt.closest(PLACE) ?? elt;
const isChange = (detail) => detail.requestConfig?.verb === "post";

function reason(status) {
  const { uitgelogd, verbinding, storing } = words.dataset;
  if (status === 0) return verbinding;
  return status < 404 ? uitgelogd : storing;
}

/* Somebody who is logged out is sent to another page: that is no answer to put in this one. */
document.addEventListener(
  "htmx:beforeSwap",
  ({ detail }) => {
    if (!isChange(detail) || !detail.xhr.responseURL) return;
    const asked = new URL(detail.pathInfo.requestPath, location.href).pathname;
    if (new URL(detail.xhr.responseURL).pathname === asked) return;
    detail.shouldSwap = false;
    detail.isError = true;
  },
  true,
);

for (const kind of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(
    kind,
    (event) => {
      const { detail } = event;
      if (!isChange(detail)) return;
      event.stopPropagation(); // it is said at the card, not above the page
      failed.add(detail.xhr);
      tell(detail.elt, reason(detail.xhr.status), detail.requestConfig.triggeringEvent?.submitter);
    },
    true,
  );
}

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (isChange(detail) && !failed.has(detail.xhr) && detail.elt.isConnected) forget(placeOf(detail.elt));
});

function forget(place) {
  place.querySelector(`.${NOTE}`)?.remove();
}

function tell(form, text, submitter) {
  const place = placeOf(form);
  const open = place.querySelector(`.${NOTE}`);
  const held = open?.contains(document.activeElement);
  forget(place);
  for (const each of place.querySelectorAll("[data-bewaard]")) each.remove();
  const note = words.content.firstElementChild.cloneNode(true);
  place.append(note);
  // words that come after the region itself are read out
  note.querySelector("[data-tekst]").textContent = text;
  const button = note.querySelector("button");
  button.addEventListener("click", () => again(form, submitter, note));
  if (held) button.focus();
}

/* Logging in gives the page another mark; without it the site would refuse what is sent again. */
async function again(form, submitter, note) {
  const answer = await fetch(words.dataset.kenmerk, { redirect: "manual", cache: "no-store" }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const mark = page?.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!mark) {
    const out = answer?.type === "opaqueredirect" || answer?.status === 401 || answer?.status === 403;
    note.querySelector("[data-tekst]").textContent = reason(out ? 401 : (answer?.status || 0));
    return;
  }
  for (const each of document.querySelectorAll("[name=csrfmiddlewaretoken]")) each.value = mark;
  if (submitter?.isConnected) submitter.click();
  else form.requestSubmit();
}

/* Who goes elsewhere is asked first, as long as something was not kept. */
document.addEventListener(
  "submit",
  ({ target }) => (leaving = target.method !== "dialog" && !target.hasAttribute("hx-post")),
  true,
);
addEventListener("beforeunload", (event) => {
  if (!leaving && document.querySelector(`.${NOTE}`)) event.preventDefault();
});
