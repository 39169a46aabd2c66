// Names while somebody types: a combobox over the search field (WAI-ARIA 1.2), fed by /search/suggest.

const WAIT_MILLISECONDS = 120;
let made = 0;

function suggestIn(input) {
  const form = input.form;
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${++made}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Names");
  list.hidden = true;
  form.classList.add("suggests");
  form.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  let chosen = -1;
  let timer;
  let asked;

  const options = () => [...list.children];

  function close() {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const all = options();
    if (all.length === 0) return;
    chosen = (index + all.length) % all.length;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    input.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  }

  // the path only: this page may be read under another name than the server knows
  function address(href) {
    const there = new URL(href, location.href);
    const here = new URLSearchParams(location.search);
    for (const name of ["lang", "according-to", "as-of", "known-on"]) {
      if (here.get(name)) there.searchParams.set(name, here.get(name));
    }
    return there.pathname + there.search;
  }

  function show([, names, descriptions, addresses]) {
    list.replaceChildren(
      ...names.map((name, i) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${i}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.href = address(addresses[i]);
        const text = document.createElement("bdi");
        text.textContent = name;
        const kind = document.createElement("small");
        kind.textContent = descriptions[i];
        option.append(text, " ", kind);
        return option;
      }),
    );
    chosen = -1;
    list.hidden = names.length === 0;
    input.setAttribute("aria-expanded", String(names.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    const typed = input.value.trim();
    asked?.abort();
    if (typed === "") return close();
    asked = new AbortController();
    const query = new URLSearchParams({ q: typed, limit: "8" });
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang) query.set("lang", lang);
    try {
      const answer = await fetch(`/search/suggest?${query}`, { signal: asked.signal });
      if (answer.ok) show(await answer.json());
      else close();
    } catch (stopped) {
      if (stopped.name !== "AbortError") close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MILLISECONDS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" && !list.hidden) {
      event.preventDefault();
      choose(chosen + 1);
    } else if (event.key === "ArrowUp" && !list.hidden) {
      event.preventDefault();
      choose(chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(options()[chosen].dataset.href);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  input.addEventListener("blur", close);
}

document.querySelectorAll("input[data-suggest]").forEach(suggestIn);
