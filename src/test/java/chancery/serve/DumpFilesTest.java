package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Dumps over HTTP: whole, in parts, compressed, of this release and of others.
@Timeout(60)
class DumpFilesTest {
    private static final String BIG = "# line of a dump\n".repeat(200_000);
    private static final String FILE = "/dumps/r2/chancery.ttl";

    @TempDir static Path folder;
    private static LiveServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        Path old = ReleaseFixture.write(folder, "r1", Gazette.TRIG);
        Files.writeString(old.resolve("dumps/chancery.ttl"), "# the old one\n");
        Path release = ReleaseFixture.write(folder, "r2", Gazette.TRIG);
        Path dumps = release.resolve("dumps");
        Files.writeString(dumps.resolve("chancery.ttl"), BIG);
        try (OutputStream zip =
                new GZIPOutputStream(Files.newOutputStream(dumps.resolve("chancery.ttl.gz")))) {
            zip.write(BIG.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(
                dumps.resolve("SHA256SUMS"),
                "%s  chancery.ttl\n%s  chancery.ttl.gz\n"
                        .formatted(
                                sha256(dumps.resolve("chancery.ttl")),
                                sha256(dumps.resolve("chancery.ttl.gz"))));
        Files.writeString(
                release.resolve("release.ttl"),
                Files.readString(release.resolve("release.ttl"))
                        .replace("2026-01-31", "2026-02-28")
                        .replace("void:triples 123", distributions() + "void:triples 123"));
        Path pair = Files.createDirectories(folder.resolve("patches/r1..r2"));
        Files.writeString(pair.resolve("changelog.md"), "# Release r2\n");
        Files.writeString(pair.resolve("patch.rdfp.gz"), "zipped");
        Files.writeString(
                pair.resolve("SHA256SUMS"),
                sha256(pair.resolve("changelog.md")) + "  changelog.md\n");
        ReleaseFixture.list(release);
        ReleaseFixture.makeCurrent(folder, "r2");
        server = LiveServer.of(folder);
    }

    private static String distributions() {
        return "dcat:distribution <release/r2/dumps/chancery.ttl> ,"
                + " <release/r2/dumps/chancery.ttl.gz> ; ";
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void downloadThatWasCutOffGoesOn() throws Exception {
        HttpResponse<byte[]> first = get(FILE, "Range", "bytes=0-99999");
        assertEquals(206, first.statusCode());
        assertEquals(100_000, first.body().length);
        assertEquals("bytes 0-99999/" + BIG.length(), Web.header(first, "Content-Range"));
        HttpResponse<byte[]> rest =
                get(FILE, "Range", "bytes=100000-", "If-Range", Web.header(first, "ETag"));
        assertEquals(206, rest.statusCode());
        assertEquals(BIG, text(first) + text(rest));
    }

    @Test
    void downloadOfWhatChangedMeanwhileBeginsAnew() throws Exception {
        HttpResponse<byte[]> whole =
                get("/dumps/chancery.ttl", "Range", "bytes=100-", "If-Range", "\"other\"");
        assertEquals(200, whole.statusCode());
        assertEquals(BIG, text(whole));
    }

    @Test
    void severalPartsComeInOneBodyEachWithItsPlace() throws Exception {
        HttpResponse<byte[]> response = get(FILE, "Range", "bytes=0-9,-5");
        assertEquals(206, response.statusCode());
        String type = Web.type(response);
        assertTrue(type.startsWith("multipart/byteranges; boundary="), type);
        String boundary = type.substring(type.indexOf('=') + 1);
        int size = BIG.length();
        String place =
                "\r\n--%s\r\nContent-Type: text/turtle; charset=utf-8\r\nContent-Range: bytes %d-%d/%d\r\n\r\n%s";
        assertEquals(
                place.formatted(boundary, 0, 9, size, BIG.substring(0, 10))
                        + place.formatted(
                                boundary, size - 5, size - 1, size, BIG.substring(size - 5))
                        + "\r\n--"
                        + boundary
                        + "--\r\n",
                text(response));
        assertEquals(
                String.valueOf(response.body().length), Web.header(response, "Content-Length"));
    }

    @Test
    void numbersInHeadersAreThoseOfTheProtocolInAnyLocale() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            HttpResponse<byte[]> part = get(FILE, "Range", "bytes=0-9");
            assertEquals("bytes 0-9/" + BIG.length(), Web.header(part, "Content-Range"));
            HttpResponse<byte[]> none = get(FILE, "Range", "bytes=" + BIG.length() + "-");
            String said = "the file has " + BIG.length() + " bytes";
            assertTrue(text(none).contains("\"" + said + "\""), text(none));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void partThatIsNotThereIsRefusedWithTheSize() throws Exception {
        HttpResponse<byte[]> response = get(FILE, "Range", "bytes=" + BIG.length() + "-");
        assertEquals(416, response.statusCode());
        assertEquals("bytes */" + BIG.length(), Web.header(response, "Content-Range"));
    }

    @Test
    void headTellsTheSizeAndThatPartsCanBeHad() throws Exception {
        HttpResponse<byte[]> head = send("HEAD", FILE, "Range", "bytes=0-9");
        assertEquals(200, head.statusCode(), "parts are of GET alone");
        assertEquals(0, head.body().length);
        assertEquals(String.valueOf(BIG.length()), Web.header(head, "Content-Length"));
        assertEquals("bytes", Web.header(head, "Accept-Ranges"));
        assertTrue(Web.type(head).startsWith("text/turtle"), Web.type(head));
    }

    @Test
    void compressedOneIsSentAsACodingOfThePlainOne() throws Exception {
        HttpResponse<byte[]> plain = get(FILE);
        HttpResponse<byte[]> zipped = get(FILE, "Accept-Encoding", "gzip");
        assertEquals("", Web.header(plain, "Content-Encoding"));
        assertEquals("gzip", Web.header(zipped, "Content-Encoding"));
        assertTrue(Web.type(zipped).startsWith("text/turtle"), Web.type(zipped));
        assertEquals("Accept-Encoding", Web.header(plain, "Vary"));
        assertEquals("Accept-Encoding", Web.header(zipped, "Vary"));
        assertFalse(Web.header(plain, "ETag").equals(Web.header(zipped, "ETag")));
        assertEquals(BIG, unzipped(zipped));
    }

    @Test
    void nameThatEndsInGzMeansTheCompressedBytes() throws Exception {
        for (String coding : new String[] {"gzip", "identity", "*"}) {
            HttpResponse<byte[]> zipped = get(FILE + ".gz", "Accept-Encoding", coding);
            assertEquals("", Web.header(zipped, "Content-Encoding"), coding);
            assertEquals("application/gzip", Web.type(zipped));
            assertEquals(BIG, unzipped(zipped));
        }
    }

    @Test
    void tagIsTheChecksumAndSparesTheSecondDownload() throws Exception {
        HttpResponse<byte[]> first = get(FILE);
        String tag = Web.header(first, "ETag");
        assertEquals("\"" + sha256(first.body()) + "\"", tag);
        HttpResponse<byte[]> byTag = get(FILE, "If-None-Match", "\"x\", " + tag);
        assertEquals(304, byTag.statusCode());
        assertEquals(tag, Web.header(byTag, "ETag"));
        HttpResponse<byte[]> byDate =
                get(FILE, "If-Modified-Since", Web.header(first, "Last-Modified"));
        assertEquals(304, byDate.statusCode());
        HttpResponse<byte[]> zipped = get(FILE, "If-None-Match", tag, "Accept-Encoding", "gzip");
        assertEquals(200, zipped.statusCode(), "these are other bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dumps/chancery.ttl", "/dumps/latest/chancery.ttl"})
    void latestSaysWhereItIsToStayAndIsAskedForAgain(String path) throws Exception {
        HttpResponse<byte[]> latest = get(path);
        assertEquals(FILE, Web.header(latest, "Content-Location"));
        assertEquals("no-cache", Web.header(latest, "Cache-Control"));
        assertEquals(BIG, text(latest));
    }

    @Test
    void filesOfAReleaseNeverChange() throws Exception {
        assertTrue(Web.header(get(FILE), "Cache-Control").contains("immutable"));
        HttpResponse<byte[]> old = get("/dumps/r1/chancery.ttl");
        assertEquals("# the old one\n", text(old));
        assertTrue(Web.header(old, "Cache-Control").contains("immutable"));
        assertEquals(200, get("/dumps/r1/").statusCode());
        assertEquals(200, get("/release/r1").statusCode());
    }

    @Test
    void dateLeadsToItsReleaseAndANameOfAFileToTheFile() throws Exception {
        HttpResponse<byte[]> dated = get("/dumps/2026-01-31/chancery.ttl");
        assertEquals(303, dated.statusCode());
        assertEquals("/dumps/r1/chancery.ttl", Web.header(dated, "Location"));
        assertEquals(404, get("/dumps/2020-01-01/chancery.ttl").statusCode());
        HttpResponse<byte[]> name = get("/release/r2/dumps/chancery.ttl");
        assertEquals(FILE, Web.header(name, "Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dumps/r3/chancery.ttl",
                "/dumps/r1/../release.ttl",
                "/dumps/r1/%2e%2e/release.ttl",
                "/dumps/r1//chancery.ttl",
                "/dumps/.hidden",
                "/dumps/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                "/release/r3",
                "/release/r1/tdb2",
                "/dumps/r1/dcat.ttl"
            })
    void nothingElseIsThere(String path) throws Exception {
        int status = get(path).statusCode();
        assertTrue(status == 404 || status == 400, path + ": " + status);
    }

    @Test
    void programsGetTheCatalogue() throws Exception {
        HttpResponse<byte[]> byHeader = get("/dumps/", "Accept", "text/turtle");
        assertEquals("/dumps/dcat.ttl", Web.header(byHeader, "Content-Location"));
        HttpResponse<byte[]> byName = get("/dumps/dcat.ttl");
        assertEquals(text(byHeader), text(byName));
        Graph graph = RDFParser.fromString(text(byName), Lang.TURTLE).toGraph();
        String origin = "http://localhost:" + server.port();
        Node zipped = iri(ReleaseFixture.BASE + "release/r2/dumps/chancery.ttl.gz");
        assertTrue(graph.contains(zipped, DCAT.downloadURL.asNode(), iri(origin + FILE + ".gz")));
        assertTrue(graph.contains(zipped, DCAT.compressFormat.asNode(), Node.ANY));
        for (String release : List.of("r1", "r2")) {
            assertTrue(
                    graph.contains(
                            iri(ReleaseFixture.BASE),
                            DCAT.dataset.asNode(),
                            iri(ReleaseFixture.BASE + "release/" + release)));
        }
        graph.find(Node.ANY, DCAT.downloadURL.asNode(), Node.ANY)
                .forEach(
                        triple -> {
                            String path = triple.getObject().getURI().substring(origin.length());
                            assertEquals(200, statusOf(path), path);
                        });
    }

    @Test
    void whatLeadsFromOneReleaseToAnotherCanBeHad() throws Exception {
        HttpResponse<byte[]> log = get("/dumps/patches/r1..r2/changelog.md");
        assertEquals("# Release r2\n", text(log));
        assertEquals("text/markdown; charset=utf-8", Web.type(log));
        assertEquals(
                '"' + sha256(folder.resolve("patches/r1..r2/changelog.md")) + '"',
                Web.header(log, "ETag"));
        assertTrue(Web.header(log, "Cache-Control").contains("immutable"));
        assertEquals("application/gzip", Web.type(get("/dumps/patches/r1..r2/patch.rdfp.gz")));
        for (String path : List.of("r1..r2/nothing", "r2..r1/changelog.md", "..")) {
            assertEquals(404, statusOf("/dumps/patches/" + path), path);
        }
        String page = text(get("/dumps/", "Accept", "text/html"));
        assertTrue(page.contains("href=\"/dumps/patches/r1..r2/patch.rdfp.gz\""), page);
        assertTrue(text(get("/dumps/patches/")).contains("href=\"/dumps/patches/r1..r2/\""));
    }

    @Test
    void whoTakesZstandardGetsIt() throws Exception {
        Path dumps = folder.resolve("r1/dumps");
        Files.writeString(dumps.resolve("chancery.ttl.zst"), "smaller");
        HttpResponse<byte[]> packed =
                get("/dumps/r1/chancery.ttl", "Accept-Encoding", "gzip, zstd");
        assertEquals("zstd", Web.header(packed, "Content-Encoding"));
        assertEquals("smaller", text(packed));
        assertTrue(Web.type(packed).startsWith("text/turtle"), Web.type(packed));
        assertEquals("Accept-Encoding", Web.header(packed, "Vary"));
        HttpResponse<byte[]> named =
                get("/dumps/r1/chancery.ttl.zst", "Accept-Encoding", "gzip, zstd");
        assertEquals("", Web.header(named, "Content-Encoding"));
        assertEquals("application/zstd", Web.type(named));
    }

    @Test
    void thePageSaysWhatEachFileIsForAndHowToCheckIt() throws Exception {
        String page = text(get("/dumps/", "Accept", "text/html"));
        for (String said :
                List.of(
                        "what a query sees",
                        "a file for each source, with its licence",
                        "checksums of all files",
                        "sha256sum -c",
                        "curl -LO http://localhost:" + server.port() + "/dumps/r2/",
                        "3.4 MB")) {
            assertTrue(page.contains(said), said + " in " + page);
        }
    }

    @Test
    void peopleGetThePageWithEveryRelease() throws Exception {
        String page = text(get("/dumps/", "Accept", "text/html"));
        assertTrue(page.contains("href=\"/dumps/chancery.ttl.gz\""), page);
        assertTrue(page.contains("href=\"/dumps/r1/\""), page);
        assertTrue(page.contains("href=\"/dumps/dcat.ttl\""), page);
        assertEquals(406, get("/dumps/", "Accept", "image/png").statusCode());
    }

    private static int statusOf(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static HttpResponse<byte[]> get(String path, String... headers)
            throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private static HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String unzipped(HttpResponse<byte[]> response) throws IOException {
        try (GZIPInputStream in =
                new GZIPInputStream(new java.io.ByteArrayInputStream(response.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(Path file) throws Exception {
        return sha256(Files.readAllBytes(file));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
