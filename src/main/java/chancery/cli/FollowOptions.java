package chancery.cli;

import chancery.follow.CannotFollow;
import chancery.follow.FollowRules;
import chancery.follow.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a replica gets its releases from, as options of `serve`.
final class FollowOptions {
    @Option(
            names = "--follow",
            paramLabel = "URL",
            description =
                    "Fetch releases from where they are published instead of making them: a folder"
                            + " of releases on any web server, or /releases/ of another Chancery.")
    private @Nullable String follow;

    @Option(
            names = "--follow-every",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "With --follow: how often to look there (default: ${DEFAULT-VALUE}).")
    private int everySeconds;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "With --follow: how many releases stay here (default: ${DEFAULT-VALUE}, the"
                            + " current one and the one before).")
    private int keep;

    /// @return empty when nothing is to be followed
    Optional<FollowRules> rules(Path releases) throws Refusal {
        if (follow == null) {
            return Optional.empty();
        }
        atLeastOne("--follow-every", everySeconds);
        atLeastOne("--keep", keep);
        try {
            return Optional.of(
                    FollowRules.of(Origin.parse(follow), releases)
                            .withEvery(Duration.ofSeconds(everySeconds))
                            .withKeep(keep));
        } catch (CannotFollow e) {
            throw Refusal.ofOption(String.valueOf(e.getMessage()));
        }
    }

    private static void atLeastOne(String option, int value) throws Refusal {
        if (value < 1) {
            throw Refusal.ofOption(option + ": found \"" + value + "\", expected 1 or more");
        }
    }
}
