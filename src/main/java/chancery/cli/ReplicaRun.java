package chancery.cli;

import chancery.follow.CannotFollow;
import chancery.follow.FollowRules;
import chancery.follow.Follower;
import chancery.follow.Tally;
import chancery.serve.CannotServe;
import chancery.serve.ChanceryServer;
import chancery.serve.ServerSettings;
import chancery.serve.Waiting;
import chancery.serve.operate.Figure;
import java.util.List;
import java.util.function.Consumer;

/// A server that has no tables of its own: waits for its first release, then serves what follows.
final class ReplicaRun {
    private final FollowRules rules;
    private final Consumer<String> notices;

    ReplicaRun(FollowRules rules, Consumer<String> notices) {
        this.rules = rules;
        this.notices = notices;
    }

    /// Runs until the server is closed or the process is asked to end.
    ///
    /// @param serve   runs a server until it has ended
    /// @param waiting told where it listens before there is a release
    void run(ServerSettings given, Consumer<Waiting> waiting, Consumer<ChanceryServer> serve)
            throws Refusal {
        try (Follower follower = Follower.start(rules, notices)) {
            ServerSettings settings =
                    given.withWarmUp()
                            .withOperating(
                                    given.operating().withFigures(figures(follower.tally())));
            if (!follower.isCurrentWhole()) {
                settings = await(follower, settings, waiting);
            }
            try (ChanceryServer server = ChanceryServer.start(settings, notices)) {
                follower.onDamage(server::distrust);
                serve.accept(server);
            }
        } catch (CannotFollow | CannotServe e) {
            throw new Refusal(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return the same settings with the ports that were told
    private static ServerSettings await(
            Follower follower, ServerSettings settings, Consumer<Waiting> told)
            throws CannotServe, InterruptedException {
        try (Waiting waiting = Waiting.start(settings)) {
            // to be asked to stop is a good end also now
            Thread stop =
                    new Thread(() -> Runtime.getRuntime().halt(ExitCode.GOOD.number()), "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            told.accept(waiting);
            ServerSettings same = settings.withPort(waiting.port());
            if (waiting.adminPort().isPresent()) {
                same =
                        same.withOperating(
                                same.operating().withAdminPort(waiting.adminPort().get()));
            }
            follower.awaitRelease();
            Runtime.getRuntime().removeShutdownHook(stop);
            return same;
        }
    }

    private static List<Figure> figures(Tally tally) {
        return List.of(
                Figure.gauge(
                        "chancery.follow.last.success.seconds",
                        "When a look last found all that is published here, in seconds since 1970;"
                                + " 0 for never.",
                        tally::lastSuccessSeconds),
                Figure.counter(
                        "chancery.follow.looks",
                        "Looks at what is published, those that failed among them.",
                        tally::looks),
                Figure.counter("chancery.follow.failures", "Looks that failed.", tally::failures),
                Figure.counter(
                        "chancery.follow.fetched.files",
                        "Files fetched from there.",
                        tally::fetchedFiles),
                Figure.counter(
                        "chancery.follow.fetched.bytes",
                        "Bytes of files fetched from there.",
                        tally::fetchedBytes),
                Figure.counter(
                        "chancery.follow.linked.files",
                        "Files that were here already and were not fetched.",
                        tally::linkedFiles),
                Figure.counter(
                        "chancery.follow.linked.bytes",
                        "Bytes of files that were here already.",
                        tally::linkedBytes),
                Figure.counter(
                        "chancery.follow.healed",
                        "Releases that were damaged or gone here and were fetched again.",
                        tally::healedReleases));
    }
}
