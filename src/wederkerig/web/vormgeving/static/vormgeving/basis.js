/* What makes every page a little easier. Nothing here is needed: each page works without it. */

/* An open menu closes on Escape, and when one goes elsewhere. */
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details.w-menu[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const menu of document.querySelectorAll("details.w-menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

/* What has to be mended is read first, also in a part of the page that came later. */
document.querySelector("[data-focus]")?.focus();
document.body.addEventListener("htmx:afterSettle", (event) => {
  event.target.querySelector?.("[data-focus]")?.focus();
});

/* A part of a page that could not be fetched says so instead of doing nothing. */
for (const kind of ["htmx:responseError", "htmx:sendError"]) {
  document.body.addEventListener(kind, () => {
    const place = document.getElementById("berichten");
    if (!place) return;
    const alert = document.createElement("div");
    alert.className = "utrecht-alert utrecht-alert--error";
    alert.setAttribute("role", "alert");
    alert.textContent = document.body.dataset.mislukt;
    place.replaceChildren(alert);
  });
}
