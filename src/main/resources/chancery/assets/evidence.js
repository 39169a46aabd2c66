// Opens the evidence behind a value where it stands: the page of the claim, in a dialog.
// Without this script, or where anything fails, the links lead to that page.

const main = document.getElementById("main");
const wanted = 'sup.marks a[href*="/id/claim/"], a.claim[href*="/id/claim/"]';

function part(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const close = part("button", { type: "button", class: "close" }, "Close");
const whole = part("a", { class: "whole", href: "" }, "Open as a page");
const content = part("div", { class: "content", tabindex: "-1" });
const dialog = part(
  "dialog",
  { class: "evidence", "aria-label": "Evidence" },
  part("p", { class: "bar" }, whole, close),
  content,
);

let opener = null;
let latest = 0;

// Two pages in one document must not have the same names.
function rename(fragment) {
  for (const element of fragment.querySelectorAll("[id]")) element.id = "evidence-" + element.id;
  for (const element of fragment.querySelectorAll("[aria-labelledby]"))
    element.setAttribute("aria-labelledby", "evidence-" + element.getAttribute("aria-labelledby"));
  for (const link of fragment.querySelectorAll('a[href^="#"]'))
    link.setAttribute("href", "#evidence-" + link.getAttribute("href").slice(1));
}

async function open(address) {
  const mine = ++latest;
  content.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const inner = page.getElementById("main");
    if (!inner) throw new Error("no content");
    if (mine !== latest) return;
    const fragment = document.createDocumentFragment();
    fragment.append(...Array.from(inner.childNodes, (node) => document.importNode(node, true)));
    rename(fragment);
    content.replaceChildren(fragment);
    whole.href = address;
    content.removeAttribute("aria-busy");
    if (!dialog.open) dialog.showModal();
    content.scrollTop = 0;
    content.focus();
  } catch {
    if (mine === latest) location.assign(address);
  }
}

function shut() {
  latest++;
  content.replaceChildren();
  if (opener && opener.isConnected) opener.focus();
  opener = null;
}

if (main && typeof dialog.showModal === "function") {
  document.body.append(dialog);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", shut);
  // a click beside the panel closes it
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest(wanted) : null;
    if (!link || link.origin !== location.origin) return;
    event.preventDefault();
    if (!dialog.contains(link)) opener = link;
    open(link.href);
  });
}
