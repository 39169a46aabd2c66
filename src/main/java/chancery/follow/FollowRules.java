package chancery.follow;

import java.nio.file.Path;
import java.time.Duration;

/// How a replica follows.
///
/// @param origin   where releases are published
/// @param releases folder of our own
/// @param every    how long from one look to the next
/// @param keep     how many releases stay, the current one among them; 1 or more
/// @param patience how long nothing may come of an answer
public record FollowRules(
        Origin origin, Path releases, Duration every, int keep, Duration patience) {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 20;

    public static FollowRules of(Origin origin, Path releases) {
        return new FollowRules(origin, releases, Duration.ofSeconds(30), 2, Duration.ofSeconds(30));
    }

    public FollowRules withEvery(Duration other) {
        return new FollowRules(origin, releases, other, keep, patience);
    }

    public FollowRules withKeep(int other) {
        return new FollowRules(origin, releases, every, other, patience);
    }

    /// How long to wait until the next look.
    ///
    /// @param failures looks in a row that failed
    /// @param chance   from 0 to 1: replicas that were started together do not look together
    Duration pause(int failures, double chance) {
        Duration most = every.compareTo(LONGEST) > 0 ? every : LONGEST;
        long doubled = every.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        long pause = Math.min(doubled, most.toMillis());
        return Duration.ofMillis(Math.round((double) pause * (0.9 + 0.2 * chance)));
    }
}
