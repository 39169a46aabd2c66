// The words of SPARQL 1.2 for the editor: what is a keyword, a name, a text. Nothing is judged
// here, so nothing is ever marked as wrong: whether a query can be read, the server says.

const KEYWORDS = new Set(
  `select distinct reduced construct describe ask where from named prefix base version values undef
  optional union minus graph service silent filter bind as exists not in order by asc desc group
  having limit offset a true false insert delete load clear drop create add move copy to into using
  with data default all separator`.split(/\s+/),
);

const FUNCTIONS = new Set(
  `abs avg bnode bound ceil coalesce concat contains count datatype day encode_for_uri floor
  group_concat haslang haslangdir hours if iri isblank isiri isliteral isnumeric istriple isuri lang
  langdir langmatches lcase max md5 min minutes month now object predicate rand regex replace round
  sameterm sample seconds sha1 sha256 sha384 sha512 str strafter strbefore strdt strends strlang
  strlangdir strlen strstarts struuid subject substr sum timezone triple tz ucase uri uuid
  year`.split(/\s+/),
);

const NAME = /^(?:[\p{L}_][\p{L}\p{N}_.\u00B7-]*)?:(?:(?:[\p{L}\p{N}_:·-]|%[0-9A-Fa-f]{2}|\\.)(?:[\p{L}\p{N}_:.·-]|%[0-9A-Fa-f]{2}|\\.)*(?<!\.))?/u;
const VARIABLE = /^[?$][\p{L}\p{N}_]+/u;
const IRI = /^<[^\s<>"{}|^`\\]*>/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/;
const LANGUAGE = /^@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*(?:--[a-zA-Z]+)?/;
const SIGNS = /^(?:<<\(|\)>>|<<|>>|\{\||\|\}|\^\^|&&|\|\||!=|<=|>=|[{}()[\].,;|/^*+?!=<>~-])/;

function text(stream, state) {
  const quote = state.quote;
  while (!stream.eol()) {
    if (stream.match(quote)) {
      state.quote = "";
      break;
    }
    if (stream.next() === "\\") stream.next();
  }
  // a short text ends with its line, whether it was closed or not
  if (quote.length === 1 && stream.eol()) state.quote = "";
  return "string";
}

function token(stream, state) {
  if (state.quote) return text(stream, state);
  if (stream.eatSpace()) return "ws";
  if (stream.peek() === "#") {
    stream.skipToEnd();
    return "comment";
  }
  const quote = stream.match(/^(?:"""|'''|"|')/);
  if (quote) {
    state.quote = quote[0];
    return text(stream, state);
  }
  if (stream.match(VARIABLE)) return "atom";
  if (stream.match(IRI)) return "variable-3";
  if (stream.match(LANGUAGE)) return "meta";
  if (stream.match(NAME)) return "string-2";
  if (stream.match(NUMBER)) return "number";
  const word = stream.match(/^[A-Za-z_][A-Za-z0-9_]*/);
  if (word) {
    const small = word[0].toLowerCase();
    return KEYWORDS.has(small) ? "keyword" : FUNCTIONS.has(small) ? "builtin" : null;
  }
  if (stream.match(SIGNS)) return "punc";
  stream.next();
  return null;
}

// What the editor looks at in its own mode's state: always of one mind that all is well.
const GOOD = {
  OK: true,
  complete: true,
  queryType: "SELECT",
  possibleCurrent: [],
  possibleNext: [],
  variables: {},
  prefixes: {},
  stack: [],
};

export function sparqlMode(config) {
  const unit = config.indentUnit ?? 2;
  return {
    startState: () => ({ ...GOOD, quote: "", depth: 0 }),
    copyState: (state) => ({ ...state }),
    token(stream, state) {
      const style = token(stream, state);
      if (style === "punc") {
        const sign = stream.current();
        if (sign === "{" || sign === "(" || sign === "[") state.depth++;
        if (sign === "}" || sign === ")" || sign === "]") state.depth = Math.max(0, state.depth - 1);
      }
      return style;
    },
    indent: (state, after) => unit * Math.max(0, state.depth - (/^\s*[})\]]/.test(after) ? 1 : 0)),
    electricChars: "}])",
    lineComment: "#",
  };
}
