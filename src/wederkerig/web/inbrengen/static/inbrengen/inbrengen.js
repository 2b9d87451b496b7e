/* Files can be dropped, and what is too large is left out before it is sent. The form works without this. */

const form = document.querySelector("[data-inbrengen]");
const zone = form?.querySelector("[data-neerleg]");
const input = form?.querySelector("input[type=file]");
const list = form?.querySelector("[data-gekozen]");

if (form && zone && input && list) {
  const data = form.dataset;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const size = new Intl.NumberFormat(document.documentElement.lang, digits);

  /* Each file by itself: what is too large or one too many is left out, and named. */
  const show = () => {
    const rows = [];
    const kept = new DataTransfer();
    for (const file of input.files) {
      const row = document.createElement("li");
      const wrong = file.size > Number(data.grootste) ? data.teGroot : kept.items.length >= Number(data.meeste) ? data.teVeel : "";
      row.textContent = wrong ? wrong.replace("{naam}", file.name) : `${file.name} (${size.format(file.size / 1e6)} MB)`;
      if (wrong) row.className = "w-gekozen__fout";
      else kept.items.add(file);
      rows.push(row);
    }
    if (kept.files.length < input.files.length) input.files = kept.files;
    list.replaceChildren(...rows);
  };

  input.addEventListener("change", show);

  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("w-neerleg--boven");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    zone.addEventListener(kind, () => zone.classList.remove("w-neerleg--boven"));
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      show();
      input.focus();
    }
  });
}
