/* Says so on the page when a security key was not recognised or the person cancelled; the form stays. */
document.addEventListener("allauth.error", (event) => {
  const place = document.getElementById("sleutel-melding");
  if (!place) return;
  event.preventDefault();
  place.hidden = false;
  place.textContent = place.dataset.tekst;
});
