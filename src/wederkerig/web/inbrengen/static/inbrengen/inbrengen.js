/* Files can be dropped, and what is too large is said before it is sent. The form works without this. */

const form = document.querySelector("[data-inbrengen]");
const zone = form?.querySelector("[data-neerleg]");
const input = form?.querySelector("input[type=file]");
const list = form?.querySelector("[data-gekozen]");

if (form && zone && input && list) {
  const data = form.dataset;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const size = new Intl.NumberFormat(document.documentElement.lang, digits);

  const show = () => {
    const rows = [...input.files].map((file) => {
      const row = document.createElement("li");
      const large = file.size > Number(data.grootste);
      row.textContent = `${file.name} (${size.format(file.size / 1e6)} MB)`;
      if (large) {
        row.className = "w-gekozen__fout";
        row.textContent = data.teGroot.replace("{naam}", file.name);
      }
      return row;
    });
    if (input.files.length > Number(data.meeste)) {
      const row = document.createElement("li");
      row.className = "w-gekozen__fout";
      row.textContent = data.teVeel;
      rows.unshift(row);
    }
    list.replaceChildren(...rows);
    return !rows.some((row) => row.className);
  };

  input.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    if (!show()) {
      event.preventDefault();
      input.focus();
    }
  });

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
