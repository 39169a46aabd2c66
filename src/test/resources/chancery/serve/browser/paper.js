// What would be lost or useless on paper, one line each.
const found = [];
const all = (css) => [...document.querySelectorAll(css)];
const told = (element) => element.outerHTML.slice(0, 120);
const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

for (const element of all("nav, form, button, select, input, .skip")) {
  if (isShown(element)) found.push("nobody can press it: " + told(element));
}
if (!isShown(document.querySelector("h1"))) found.push("no title");
const edge = document.documentElement.clientWidth + 1;
for (const element of all("main td, main th, main p, main li, main pre, main svg")) {
  const box = element.getBoundingClientRect();
  const isLarge = box.width > 2 && box.height > 2;
  if (isShown(element) && isLarge && box.right > edge) found.push("cut off: " + told(element));
}
for (const box of all(".scroll, pre, .facets ul")) {
  if (isShown(box) && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)) {
    found.push("has to be scrolled: " + told(box));
  }
}
for (const mark of all("main sup.marks a")) {
  if (isShown(mark) && parseFloat(getComputedStyle(mark).fontSize) < 9) {
    found.push("too small: " + told(mark));
  }
}
return found.slice(0, 6);
