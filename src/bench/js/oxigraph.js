// Oxigraph (npm: oxigraph, in memory) behind the smallest server that answers SPARQL queries as JSON, on loopback.
// node oxigraph.js FILE.nq PORT: prints a line when it has loaded and listens.
const fs = require('fs');
const http = require('http');
// the module is that of the folder it is started in, not one beside this file
const oxigraph = require(require.resolve('oxigraph', { paths: [process.cwd()] }));

const [file, port] = process.argv.slice(2);
const store = new oxigraph.Store();
const CHUNK = 32 << 20;
const descriptor = fs.openSync(file);
const buffer = Buffer.alloc(CHUNK);
let rest = '';
for (let read; (read = fs.readSync(descriptor, buffer, 0, CHUNK)) > 0; ) {
  // latin1 keeps a character that the end of the chunk cuts
  const text = rest + buffer.toString('latin1', 0, read);
  const end = text.lastIndexOf('\n') + 1;
  rest = text.slice(end);
  store.load(Buffer.from(text.slice(0, end), 'latin1').toString('utf8'), { format: 'application/n-quads', lenient: true, no_transaction: true });
}
http
  .createServer((request, response) => {
    const query = new URL(request.url, 'http://localhost').searchParams.get('query');
    try {
      const answer = store.query(query, { use_default_graph_as_union: true, results_format: 'json' });
      response.writeHead(200, { 'Content-Type': 'application/sparql-results+json' });
      response.end(answer);
    } catch (error) {
      response.writeHead(500);
      response.end(String(error));
    }
  })
  .listen(Number(port), '127.0.0.1', () => console.log(`listens with ${store.size} quads`));
