// Names of prefixes, classes and properties while they are written, from the server's own list.

const MOST = 60;
const WORD = /[?$\p{L}\p{N}_:.-]*$/u;

let list;

function terms() {
  list ??= fetch("/sparql/terms")
    .then((response) => response.json())
    .catch(() => {
      list = undefined;
      return { prefixes: {}, terms: [] };
    });
  return list;
}

/** What a word stands where is told by what stands before it. */
function wantsClass(before) {
  return /(?:\ba|rdf:type)\s+$/.test(before);
}

function rank(term, word, isClass) {
  const name = term.name.toLowerCase();
  const local = name.slice(name.indexOf(":") + 1);
  const label = (term.label ?? "").toLowerCase();
  let rank = -1;
  if (name.startsWith(word)) rank = 3;
  else if (local.startsWith(word)) rank = 2;
  else if (label.includes(word) || local.includes(word)) rank = 1;
  return rank < 0 ? rank : rank + (isClass === (term.kind === "class") ? 4 : 0);
}

function drawn(term) {
  return (element) => {
    const name = document.createElement("span");
    name.textContent = term.name;
    const kind = document.createElement("small");
    kind.textContent = term.kind + (term.uses ? `, ${term.uses.toLocaleString("en")}` : "");
    element.append(name, " ", kind);
    element.title = term.definition ?? term.label ?? "";
  };
}

/** Puts the name in, and its prefix above the query where that is missing. */
function picker(editor, prefixes) {
  return (it, data, hint) => {
    const doc = editor.getDoc();
    doc.replaceRange(hint.text, data.from, data.to, "complete");
    const prefix = hint.text.slice(0, hint.text.indexOf(":"));
    const space = prefixes[prefix];
    const declared = new RegExp(`^\\s*PREFIX\\s+${prefix}\\s*:`, "im");
    if (space && hint.text.includes(":") && !declared.test(doc.getValue())) {
      const lines = doc.getValue().split("\n");
      let last = -1;
      let row = 0;
      for (; row < lines.length && /^\s*(?:#|$|PREFIX\b|BASE\b|VERSION\b)/i.test(lines[row]); row++) {
        if (/^\s*(?:PREFIX|BASE|VERSION)\b/i.test(lines[row])) last = row;
      }
      const at = last >= 0 ? last + 1 : lines.findIndex((line) => !/^\s*#/.test(line));
      doc.replaceRange(`PREFIX ${prefix}: <${space}>\n`, { line: Math.max(0, at), ch: 0 }, undefined, "complete");
    }
  };
}

function variables(query, word) {
  const found = new Set(query.match(/[?$][\p{L}\p{N}_]+/gu) ?? []);
  found.delete(word);
  return [...found].filter((name) => name.startsWith(word)).sort();
}

async function hints(editor) {
  const doc = editor.getDoc();
  const cursor = doc.getCursor();
  const line = doc.getLine(cursor.line).slice(0, cursor.ch);
  const word = WORD.exec(line)[0];
  const from = { line: cursor.line, ch: cursor.ch - word.length };
  const before = doc.getRange({ line: 0, ch: 0 }, from);
  if (/^[?$]/.test(word)) {
    return { from, to: cursor, list: variables(doc.getValue(), word).map((text) => ({ text })) };
  }
  const known = await terms();
  const isClass = wantsClass(before);
  const small = word.toLowerCase();
  const pick = picker(editor, known.prefixes);
  const found = known.terms
    .map((term, place) => ({ term, place, rank: rank(term, small, isClass) }))
    .filter((each) => each.rank >= 0)
    .sort((one, other) => other.rank - one.rank || one.place - other.place)
    .slice(0, MOST)
    .map(({ term }) => ({ text: term.name, render: drawn(term), hint: pick }));
  const spaces = Object.keys(known.prefixes)
    .filter((prefix) => small && !small.includes(":") && prefix.startsWith(small))
    .map((prefix) => ({
      text: prefix + ":",
      render: drawn({ name: prefix + ":", kind: "prefix", label: known.prefixes[prefix] }),
      hint: pick,
    }));
  return { from, to: cursor, list: [...spaces, ...found].slice(0, MOST) };
}

/** Tells what the list is, for those who cannot see it. */
function named(editor, found) {
  self.Yasqe.on(found, "shown", () => {
    const list = document.querySelector(".CodeMirror-hints");
    list?.setAttribute("aria-label", "Names that fit");
  });
  return found;
}

/** Shows what fits when it is asked for, or while a name is being written. */
export function completer(editor) {
  return (isAsked, change) => {
    if (editor.getDoc().somethingSelected()) return;
    if (!isAsked) {
      const cursor = editor.getDoc().getCursor();
      const type = editor.getTokenTypeAt(cursor);
      const line = editor.getDoc().getLine(cursor.line).slice(0, cursor.ch);
      const isName = /(?:^|[\s(^/|!])(?:[a-z]+:[\p{L}\p{N}_-]*|[?$][\p{L}\p{N}_]+)$/u.test(line);
      if (type === "comment" || type === "string" || !isName) return;
      if (!/^[\p{L}\p{N}:]$/u.test(change?.text?.[0] ?? "")) return;
    }
    editor.showHint({
      hint: () => hints(editor).then((found) => named(editor, found)),
      completeSingle: false,
      closeCharacters: /[\s>"()]/,
      container: document.body,
    });
  };
}
