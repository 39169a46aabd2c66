package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.release.ReleaseStore;
import chancery.release.Verification;
import chancery.serve.ChanceryServer;
import chancery.serve.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What has to hold of a folder of releases, whatever has happened to a process that wrote it.
final class AfterFault {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private AfterFault() {}

    /// Starts a server, asks it something, and looks at every release there is.
    ///
    /// @return id of the release that was served
    static String served(Path releases) throws Exception {
        List<String> notices = Collections.synchronizedList(new ArrayList<>());
        String id;
        try (ChanceryServer server =
                ChanceryServer.start(ServerSettings.of(releases, 0), notices::add)) {
            id = server.releaseId();
            assertEquals(200, status(server.port()));
        }
        assertEquals(List.of(), notices);
        assertEquals(id, Files.readString(releases.resolve("current")).strip());
        for (Path release : new ReleaseStore(releases).list()) {
            assertEquals(List.of(), Verification.of(release).broken());
        }
        return id;
    }

    private static int status(int port) throws IOException, InterruptedException {
        URI address =
                URI.create(
                        "http://localhost:"
                                + port
                                + "/sparql?query=ASK%20%7B%20?s%20?p%20?o%20%7D");
        return CLIENT.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /// Nothing lies about but whole releases, patches, what tables make, and the two files that
    /// name some.
    static void assertNoDebris(Path releases) throws IOException {
        Set<String> odd = new TreeSet<>();
        Set<String> whole = new TreeSet<>(Set.of("current", ".inputs", "patches", ".mapped"));
        for (Path release : new ReleaseStore(releases).list()) {
            whole.add(release.getFileName().toString());
        }
        try (Stream<Path> all = Files.list(releases)) {
            all.map(path -> path.getFileName().toString())
                    .filter(name -> !whole.contains(name))
                    .forEach(odd::add);
        }
        if (Files.isDirectory(releases.resolve("patches"))) {
            try (Stream<Path> all = Files.list(releases.resolve("patches"))) {
                all.map(path -> path.getFileName().toString())
                        .filter(name -> name.startsWith("."))
                        .forEach(odd::add);
            }
        }
        if (Files.isDirectory(releases.resolve(".mapped"))) {
            try (Stream<Path> all = Files.list(releases.resolve(".mapped"))) {
                all.map(path -> path.getFileName().toString())
                        .filter(name -> name.startsWith("."))
                        .forEach(odd::add);
            }
        }
        assertEquals(Set.of(), odd);
    }
}
