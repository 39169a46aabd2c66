// Runs YASGUI in a real browser on a page of another origin: node yasgui.mjs ENDPOINT QUERY EXPECTED
// QUERY is a file, EXPECTED the number of rows it has. Prints the browser's version.
import { createServer } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [endpoint, queryFile, expectedText] = process.argv.slice(2);
const expected = Number(expectedText);
const query = await readFile(queryFile, "utf8");
const build = new URL("node_modules/@zazuko/yasgui/build/", import.meta.url);
const page = `<!doctype html><meta charset="utf-8"><title>YASGUI</title>
<link rel="stylesheet" href="/yasgui.min.css"><div id="it"></div>
<script src="/yasgui.min.js"></script>
<script>
const yasgui = new Yasgui(document.getElementById("it"), {
  requestConfig: { endpoint: ${JSON.stringify(endpoint)} }, persistenceId: null, copyEndpointOnNewTab: false,
});
yasgui.getTab().setQuery(${JSON.stringify(query).replaceAll("<", "\\u003c")});
yasgui.getTab().query();
</script>`;

const types = { js: "text/javascript", css: "text/css" };
const server = createServer(async (request, response) => {
  const name = request.url.slice(1);
  if (name === "") {
    response.setHeader("content-type", "text/html; charset=utf-8").end(page);
  } else if (/^yasgui\.min\.(js|css)$/.test(name)) {
    response.setHeader("content-type", types[name.split(".").pop()]).end(await readFile(new URL(name, build)));
  } else {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const userData = await mkdtemp(join(tmpdir(), "chancery-yasgui-"));
const context = await chromium.launchPersistentContext(userData, {
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync),
  headless: true,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
    // nothing but this machine
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
  ],
});
let failure = "";
try {
  const tab = await context.newPage();
  const problems = [];
  tab.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  tab.on("pageerror", (error) => problems.push(String(error)));
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  try {
    await tab.waitForSelector(".yasr table tbody tr td", { timeout: 60_000 });
    const shown = await tab.locator(".yasr .yasr_response_chip, .yasr .yasr_response_info, .yasr_header").allInnerTexts();
    const rows = await tab.locator(".yasr table tbody tr").count();
    // pages of the table hold 50 rows
    if (rows !== Math.min(expected, 50)) {
      failure = `found ${rows} rows, expected ${expected} (${shown.join(" ")})`;
    }
  } catch (error) {
    failure = `found no table of results (${error.message.split("\n")[0]}); the page says: ${problems.join(" | ")}`;
  }
} finally {
  const version = context.browser()?.version() ?? "";
  console.log(version);
  await context.close();
  server.close();
  await rm(userData, { recursive: true, force: true });
}
if (failure) {
  console.error(`YASGUI: ${failure}`);
  process.exit(1);
}
