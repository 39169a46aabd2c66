// What a screen reader would miss in the page that is shown, one line each.
const found = [];
const all = (css) => [...document.querySelectorAll(css)];
const told = (element) => element.outerHTML.slice(0, 120);
const isNamed = (element) =>
  element.hasAttribute("aria-label") ||
  (element.getAttribute("aria-labelledby") ?? "")
    .split(" ")
    .some((id) => id && document.getElementById(id)?.textContent.trim());

if (document.documentElement.lang !== "en") found.push("language of the page");
if (all("h1").length !== 1) found.push(`${all("h1").length} h1`);
let level = 0;
for (const heading of all("h1, h2, h3, h4, h5, h6")) {
  const next = Number(heading.tagName[1]);
  if (next > level + 1) found.push(`h${next} after h${level}: ${told(heading)}`);
  if (!heading.textContent.trim()) found.push("empty: " + told(heading));
  level = next;
}
for (const once of ["main", "body > header", "body > footer"]) {
  if (all(once).length !== 1) found.push(`${all(once).length} ${once}`);
}
const skip = document.querySelector("body > a");
if (!skip || !document.querySelector(skip.getAttribute("href"))) found.push("no skip link");
for (const nav of all("nav, [role=region], [role=search]")) {
  if (!isNamed(nav)) found.push("without a name: " + told(nav));
}
for (const section of all("section")) {
  if (!isNamed(section)) found.push("without a name: " + told(section));
}
for (const table of all("table")) {
  if (!table.caption && !isNamed(table) && !table.closest("section[aria-labelledby]")) {
    found.push("without a caption: " + told(table));
  }
  for (const th of table.querySelectorAll("th")) {
    if (!["col", "row"].includes(th.scope)) found.push("without a scope: " + told(th));
  }
}
for (const svg of all("svg")) {
  const isDrawing = ["img", "group"].includes(svg.getAttribute("role")) && isNamed(svg);
  if (svg.getAttribute("aria-hidden") !== "true" && !isDrawing) {
    found.push("says nothing: " + told(svg));
  }
}
for (const link of all("[aria-hidden=true] a, [aria-hidden=true] button")) {
  found.push("hidden and yet reached: " + told(link));
}
for (const link of all("a[href]")) {
  const name = link.getAttribute("aria-label") ?? link.textContent;
  if (!name.trim()) found.push("a link without words: " + told(link));
}
const ids = all("[id]").map((element) => element.id);
found.push(...new Set(ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => "twice: #" + id)));
return found;
