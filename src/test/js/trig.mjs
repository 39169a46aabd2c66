// Reads chancery.trig with N3.js (RDF 1.2) and holds its two forms of a claim against each other:
//
//   node trig.mjs DUMPS CLAIMS
//
// DUMPS is the folder of the dumps; into the file CLAIMS go the IRIs of the claims, sorted, one a
// line. Prints the number of quads. Ends with 1 and a line when the forms differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const CLAIM = 'https://w3id.org/chancery/ontology#Claim';
const [dumps, claimsFile] = process.argv.slice(2);
const file = join(dumps, 'chancery.trig');

const quads = new Parser({ format: 'application/trig' }).parse(readFileSync(file, 'utf8'));
const claims = new Set();
const parts = new Map([['subject', new Map()], ['predicate', new Map()], ['object', new Map()]]);
const terms = new Map();

function refuse(what) {
  console.error(`${file}: ${what}`);
  process.exit(1);
}

// A second value is fine when it is the same: a claim may stand in several graphs.
function keep(map, claim, value, what) {
  const known = map.get(claim);
  if (known && !known.equals(value)) {
    refuse(`${claim}: found two values of ${what}, expected one`);
  }
  map.set(claim, value);
}

for (const { subject, predicate, object } of quads) {
  if (predicate.value === `${RDF}type` && object.value === CLAIM) {
    claims.add(subject.value);
  } else if (predicate.value === `${RDF}reifies`) {
    if (object.termType !== 'Quad') {
      refuse(`${subject.value}: found ${object.termType} after rdf:reifies, expected a triple term`);
    }
    keep(terms, subject.value, object, 'rdf:reifies');
  } else if (predicate.value.startsWith(RDF)) {
    const part = parts.get(predicate.value.slice(RDF.length));
    if (part) {
      keep(part, subject.value, object, predicate.value);
    }
  }
}

if (claims.size === 0) {
  refuse('found no claim, expected some');
}
for (const claim of claims) {
  const term = terms.get(claim);
  if (!term) {
    refuse(`${claim}: found no rdf:reifies, expected one`);
  }
  for (const [name, part] of parts) {
    const said = part.get(claim);
    if (!said || !said.equals(term[name])) {
      refuse(`${claim}: found rdf:${name} ${said?.value}, expected ${term[name].value} of the triple term`);
    }
  }
}
for (const reifier of terms.keys()) {
  if (!claims.has(reifier)) {
    refuse(`${reifier}: found a reifier that is no claim`);
  }
}
writeFileSync(claimsFile, [...claims].sort().join('\n') + '\n');
console.log(quads.length);
