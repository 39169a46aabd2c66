package chancery.release.dump.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import chancery.release.dump.DumpFolder;
import chancery.release.dump.Edition;
import chancery.vocab.Base;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.cmds.FusekiMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseArchiveTest {
    private static final Edition EDITION =
            new Edition(
                    Base.DEFAULT, "0123456789abcdef", LocalDate.of(2026, 1, 31), 1, 0, Map.of());
    private static final String TRIG =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            <id/state/iran> a chy:State .
            GRAPH <graph/register> { <id/state/iran> a chy:State . <id/state/russia> a chy:State }
            """;

    @TempDir private Path folder;

    private Path archive() throws IOException {
        Path release = ReleaseFixture.write(folder.resolve("releases"), "r1", TRIG);
        try (DumpFolder dumps = new DumpFolder(folder.resolve("dumps"))) {
            DatabaseArchive.write(release.resolve("tdb2"), EDITION, dumps);
        }
        return folder.resolve("dumps").resolve(DatabaseArchive.NAME);
    }

    private List<String> unpack(Path archive) throws IOException {
        List<String> names = new ArrayList<>();
        // from memory: this reader loses parts of files with holes where a stream gives less at
        // once than asked for
        byte[] unzipped;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            unzipped = in.readAllBytes();
        }
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(unzipped))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                names.add(entry.getName());
                assertEquals("2026-01-31T00:00:00Z", entry.getLastModifiedTime().toString());
                assertEquals(0, entry.getLongUserId());
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
            }
        }
        return names;
    }

    @Test
    void aPlainFusekiOpensWhatIsInTheArchive() throws Exception {
        unpack(archive());
        FusekiServer server =
                FusekiMain.build(
                                "--port=0",
                                "--localhost",
                                "--tdb2",
                                "--loc=" + folder.resolve("chancery-tdb2"),
                                "/chancery")
                        .start();
        try {
            assertEquals("n\n1\n", count(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"));
            assertEquals(
                    "n\n2\n", count(server, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"));
        } finally {
            server.stop();
        }
    }

    private static String count(FusekiServer server, String query) throws Exception {
        URI address = URI.create("http://localhost:" + server.getPort() + "/chancery/query");
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/csv")
                        .header("Content-Type", "application/sparql-query")
                        .POST(HttpRequest.BodyPublishers.ofString(query))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            return reply.body().replace("\r", "");
        }
    }

    @Test
    void theFilesAreThoseOfTheDatabaseInOrderWithoutItsLock() throws Exception {
        Path archive = archive();
        Path database = folder.resolve("releases/r1/tdb2");
        List<String> names = unpack(archive);
        assertEquals("chancery-tdb2/RELEASE.txt", names.getFirst());
        assertTrue(names.stream().noneMatch(name -> name.endsWith(".lock")), names.toString());
        List<String> files;
        try (Stream<Path> all = Files.walk(database)) {
            files =
                    all.filter(Files::isRegularFile)
                            .map(file -> database.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.endsWith(".lock"))
                            .sorted()
                            .toList();
        }
        assertEquals(files.size() + 1, names.size());
        for (String name : files) {
            assertTrue(names.contains("chancery-tdb2/" + name), name);
            assertEquals(
                    -1,
                    Files.mismatch(database.resolve(name), folder.resolve("chancery-tdb2/" + name)),
                    name);
        }
        String about = Files.readString(folder.resolve("chancery-tdb2/RELEASE.txt"));
        assertTrue(about.startsWith("# Chancery: relations between states, release 01234"), about);
    }

    @Test
    void whatIsNotOnTheDiskIsNotInTheArchiveEither() throws Exception {
        byte[] content = new byte[3_000_000];
        content[4096] = 1;
        content[2_000_000] = 2;
        Path file = Files.write(folder.resolve("holes"), content);
        Path full = Files.writeString(folder.resolve("full"), "full");
        Path empty = Files.write(folder.resolve("zeros"), new byte[100_000]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarFile tar = new TarFile(out, 0)) {
            tar.add("some/holes", file);
            tar.add("full", full);
            tar.add("zeros", empty);
        }
        assertTrue(out.size() < 20_000, out.size() + " bytes");
        assertEquals(0, out.size() % 512);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertEquals("some/holes", tar.getNextEntry().getName());
            assertArrayEquals(content, tar.readAllBytes());
            assertEquals("full", tar.getNextEntry().getName());
            assertEquals("full", new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("zeros", tar.getNextEntry().getName());
            assertArrayEquals(new byte[100_000], tar.readAllBytes());
        }
    }
}
