package chancery.serve.operate;

import java.time.Instant;
import java.util.Locale;

/// A query that took long. Who asked is not in it.
///
/// @param at      when it ended
/// @param outcome as in the metrics
/// @param bytes   of the answer, as sent
/// @param query   its text, cut where it is long; `""` if it could not be read
/// @param release in which it was asked
public record SlowQuery(
        Instant at, long millis, String outcome, long bytes, String query, String release) {
    private static final int MOST_CHARACTERS = 2_000;

    public SlowQuery {
        query = cut(query);
    }

    /// In one line.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "slow query: %d ms, %s, %d bytes, release %s: %s",
                millis,
                outcome,
                bytes,
                release,
                query.replaceAll("\\s+", " "));
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean splitsOne = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, splitsOne ? MOST_CHARACTERS - 1 : MOST_CHARACTERS) + "…";
    }
}
