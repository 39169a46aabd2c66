// What a pointer or the keyboard is on is told below the drawing; arrow keys go from thing to
// thing; choices are shown without loading the whole page, and the address stays true. Without it
// everything is there, one page load away.
const part = () => document.querySelector("[data-timeline]");

function prepare() {
  for (const figure of document.querySelectorAll("figure.timeline")) {
    let shown = figure.querySelector(".shown");
    if (!shown) {
      shown = document.createElement("p");
      shown.className = "shown";
      figure.querySelector("figcaption").before(shown);
    }
    for (const drawing of figure.querySelectorAll('svg[role="group"]')) {
      walk([...drawing.querySelectorAll("a")], shown);
    }
  }
}

function walk(links, shown) {
  const tell = (link) => {
    shown.textContent = link.querySelector("title").textContent;
  };
  // one stop for the tab key; the arrows do the rest
  links.forEach((link, i) => link.setAttribute("tabindex", i === 0 ? "0" : "-1"));
  const go = (to) => {
    links.forEach((link) => link.setAttribute("tabindex", link === to ? "0" : "-1"));
    to.focus();
  };
  links.forEach((link, i) => {
    link.addEventListener("focus", () => tell(link));
    link.addEventListener("pointerenter", () => tell(link));
    link.addEventListener("keydown", (event) => {
      const next = {
        ArrowRight: links[i + 1],
        ArrowDown: links[i + 1],
        ArrowLeft: links[i - 1],
        ArrowUp: links[i - 1],
        Home: links[0],
        End: links[links.length - 1],
      }[event.key];
      if (next) {
        event.preventDefault();
        go(next);
      }
    });
  });
}

// Everything anew but the form: whoever is in one of its fields stays there.
function take(old, found) {
  const form = old.querySelector("form.choose");
  const other = found.querySelector("form.choose");
  for (const now of other.querySelectorAll("select, input[id]")) {
    const field = document.getElementById(now.id);
    if (now.matches("select")) {
      const value = now.value;
      field.replaceChildren(...now.children);
      field.value = value;
      continue;
    }
    if (field !== document.activeElement) {
      field.value = now.value;
    }
    field.parentElement.querySelector(".wrong")?.remove();
    const wrong = now.parentElement.querySelector(".wrong");
    if (wrong) {
      field.after(wrong);
    }
    for (const name of ["aria-invalid", "aria-describedby"]) {
      if (now.hasAttribute(name)) {
        field.setAttribute(name, now.getAttribute(name));
      } else {
        field.removeAttribute(name);
      }
    }
  }
  form.querySelector(".rest").replaceWith(other.querySelector(".rest"));
  for (const child of [...old.childNodes]) {
    if (child !== form) {
      child.remove();
    }
  }
  const after = [];
  for (let next = other.nextSibling; next; next = next.nextSibling) {
    after.push(next);
  }
  form.after(...after);
  old.removeAttribute("aria-busy");
}

let asked = 0;
let wanted = "";

async function show(address, isNew) {
  // the Enter key in a field changes it and submits the form
  if (isNew && address === wanted) {
    return;
  }
  wanted = address;
  const old = part();
  const number = ++asked;
  old.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector("[data-timeline]");
    if (number !== asked) {
      return;
    }
    // what cannot be chosen is told on the page itself
    if (!found) {
      location.assign(address);
      return;
    }
    take(old, found);
    document.title = page.title;
    // the footer leads to the same in other forms
    const forms = page.querySelector("footer.site");
    if (forms) {
      document.querySelector("footer.site").replaceWith(document.adoptNode(forms));
    }
    if (isNew) {
      history.pushState(null, "", response.url);
    }
    prepare();
  } catch {
    location.assign(address);
  }
}

function address(form) {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== "") {
      chosen.set(name, value);
    }
  }
  const query = chosen.toString();
  return form.getAttribute("action") + (query ? "?" + query : "");
}

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-timeline] form.choose")) {
    event.preventDefault();
    show(address(event.target), true);
  }
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-timeline] form.choose");
  if (form && event.target.matches("select, input")) {
    show(address(form), true);
  }
});

document.addEventListener("click", (event) => {
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const link = plain && event.target.closest("[data-timeline] nav.filter a");
  if (link) {
    event.preventDefault();
    show(link.getAttribute("href"), true);
  }
});

addEventListener("popstate", () => {
  if (part()) {
    show(location.href, false);
  }
});

prepare();
