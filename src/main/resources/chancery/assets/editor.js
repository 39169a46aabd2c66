// The query form with an editor in the place of its text field. Without this script the form works
// as it is; with it the field stays in the form and always holds what the editor shows.
import "./copy.js";
import "./yasqe.js";
import { sparqlMode } from "./sparql-mode.js";
import { completer } from "./completion.js";

const LONGEST_ADDRESS = 6000;
const Yasqe = self.Yasqe;

/** Marks what the server could not read, or takes the mark away. */
function marker(editor, state) {
  const doc = editor.getDoc();
  let marks = [];
  let line = null;
  return (verdict) => {
    marks.forEach((mark) => mark.clear());
    marks = [];
    if (line) editor.removeLineClass(line, "background", "wrong-line");
    line = null;
    state.classList.toggle("wrong", !verdict.isGood);
    if (verdict.isGood) {
      state.textContent = verdict.syntax ?? "";
      return;
    }
    const at = verdict.line ? `Line ${verdict.line}, column ${verdict.column}: ` : "";
    state.textContent = at + verdict.detail;
    if (verdict.line) {
      const row = Math.min(verdict.line - 1, doc.lastLine());
      const column = Math.max(0, Math.min(verdict.column - 1, doc.getLine(row).length));
      line = editor.addLineClass(row, "background", "wrong-line");
      marks.push(
        doc.markText({ line: row, ch: column }, { line: row, ch: column + 1 }, { className: "wrong-here" }),
      );
    }
  };
}

/** Asks the server whether a query can be read, the newest one only. */
function checker(show) {
  let last = 0;
  return async (query) => {
    const mine = ++last;
    if (!query.trim()) {
      show({ isGood: true });
      return;
    }
    try {
      const response = await fetch("/sparql/check", {
        method: "POST",
        body: new URLSearchParams({ query }),
      });
      const verdict = await response.json();
      if (mine === last) show("isGood" in verdict ? verdict : { isGood: false, detail: verdict.detail });
    } catch {
      // nobody is there to judge: then nothing is marked
      if (mine === last) show({ isGood: true });
    }
  };
}

function later(run, milliseconds) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...given), milliseconds);
  };
}

function edit(form) {
  const field = form.querySelector("textarea");
  const state = form.querySelector(".state");
  const place = document.createElement("div");
  place.className = "editor";
  field.before(place);
  Yasqe.defineMode("sparql-1.2", sparqlMode);
  // none of its own: they ask other hosts
  Yasqe.defaults.autocompleters = [];
  const send = () => form.requestSubmit();
  const editor = new Yasqe(place, {
    mode: "sparql-1.2",
    value: field.value,
    autocompleters: [],
    syntaxErrorCheck: false,
    showQueryButton: false,
    createShareableLink: null,
    createShortLink: null,
    consumeShareLink: null,
    persistenceId: null,
    resizeable: false,
    editorHeight: "auto",
    viewportMargin: Infinity,
    screenReaderLabel: "Query",
    requestConfig: { endpoint: "/sparql" },
    extraKeys: {
      // so that the keyboard gets out again
      Tab: false,
      "Shift-Tab": false,
      "Ctrl-S": false,
      "Ctrl-Enter": send,
      "Cmd-Enter": send,
      "Ctrl-Space": () => complete(true),
    },
  });
  const complete = completer(editor);
  field.hidden = true;
  field.required = false;
  form.querySelector("label[for=query]").addEventListener("click", () => editor.focus());
  const show = marker(editor, state);
  const check = checker(show);
  const checkSoon = later(check, 300);
  editor.on("change", () => {
    field.value = editor.getValue();
    checkSoon(field.value);
  });
  editor.on("inputRead", (it, change) => complete(false, change));
  form.addEventListener("submit", () => {
    field.value = editor.getValue();
    form.method = encodeURIComponent(field.value).length > LONGEST_ADDRESS ? "post" : "get";
    // what is empty need not stand in the link
    for (const input of form.querySelectorAll("input")) input.disabled = !input.value;
  });
  // coming back by the browser's history
  addEventListener("pageshow", () => {
    for (const input of form.querySelectorAll("input")) input.disabled = false;
  });
  requestAnimationFrame(() => editor.refresh());
  check(field.value);
  form.dataset.ready = "true";
}

document.querySelectorAll("form.query").forEach(edit);
