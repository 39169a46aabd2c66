package chancery.link;

import java.time.Duration;

/// How a service is treated.
///
/// @param between least time from one request to the next
/// @param answer most time that an answer may take, all of it
/// @param tries how often a request is made before it is given up, 1 or more
/// @param longestWait the longest that a service may ask to be left alone
public record Patience(Duration between, Duration answer, int tries, Duration longestWait) {
    private static final Duration FIRST = Duration.ofSeconds(1);

    /// Twice as long after each try: 1 s, 2 s, 4 s; without chance, as there is one client only.
    ///
    /// @param tried how often it failed, 1 or more
    Duration after(int tried) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(tried - 1, 20));
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
