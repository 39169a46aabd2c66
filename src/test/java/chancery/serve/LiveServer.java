package chancery.serve;

import chancery.release.ReleaseFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A real server on a free port of this machine, for as long as a test needs it.
public final class LiveServer implements AutoCloseable {
    private final ChanceryServer server;
    private final Web web;

    private LiveServer(ServerSettings settings, Consumer<String> notices) throws CannotServe {
        this.server = ChanceryServer.start(settings, notices);
        this.web = new Web(server.port());
    }

    /// Of the releases in a folder.
    public static LiveServer of(Path releases) throws CannotServe {
        return of(releases, usual -> usual);
    }

    /// @param settings what is not as usual
    public static LiveServer of(Path releases, UnaryOperator<ServerSettings> settings)
            throws CannotServe {
        return of(releases, settings, notice -> {});
    }

    /// @param notices gets what an operator is told
    public static LiveServer of(
            Path releases, UnaryOperator<ServerSettings> settings, Consumer<String> notices)
            throws CannotServe {
        return new LiveServer(settings.apply(ServerSettings.of(releases, 0)), notices);
    }

    /// Of one release with this inside, `r1`, which is made first.
    public static LiveServer with(String trig, Path releases) throws CannotServe, IOException {
        return with(trig, releases, usual -> usual);
    }

    /// @param settings what is not as usual
    public static LiveServer with(
            String trig, Path releases, UnaryOperator<ServerSettings> settings)
            throws CannotServe, IOException {
        ReleaseFixture.write(releases, "r1", trig);
        ReleaseFixture.makeCurrent(releases, "r1");
        return of(releases, settings);
    }

    public int port() {
        return server.port();
    }

    String releaseId() {
        return server.releaseId();
    }

    Optional<Integer> adminPort() {
        return server.adminPort();
    }

    /// For requests to it.
    Web web() {
        return web;
    }

    /// For requests to its admin port, which is to be open.
    Web admin() {
        return new Web(server.adminPort().orElseThrow());
    }

    @Override
    public void close() {
        server.close();
    }
}
