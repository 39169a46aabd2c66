// Buttons that copy a link, or a program.

/** A button beside a link or a text that copies it. */
function copier(beside, words, what) {
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(what());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = words), 2000);
  });
  beside.after(" ", button);
}

document.querySelectorAll("a[data-copy]").forEach((link) => copier(link, "Copy", () => link.href));
document.querySelectorAll("a[data-copy-code]").forEach((link) => {
  const code = link.closest("section").querySelector("code");
  copier(link, "Copy", () => code.textContent);
});
document.querySelectorAll("[data-copy-text]").forEach((text) =>
  copier(text, "Copy", () => text.textContent.replace(/\s+/g, " ").trim()),
);
