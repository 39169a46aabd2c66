package chancery.follow;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/// By what a later request says which version of a file is meant (RFC 9110, section 8.8).
///
/// @param text an entity tag in its quotes, or a date; `""` if the server gave none that can be
///             relied on
record Validator(String text) {
    static final Validator NONE = new Validator("");

    /// A file that changed so shortly before may change again within the second that its date and
    /// most servers' tags can tell.
    private static final Duration YOUNG = Duration.ofSeconds(2);

    static Validator of(HttpHeaders headers) {
        String tag = headers.firstValue("ETag").orElse("");
        String modified = headers.firstValue("Last-Modified").orElse("");
        Optional<Instant> changed = instant(modified);
        Optional<Instant> now = instant(headers.firstValue("Date").orElse(""));
        boolean isYoung =
                changed.isPresent()
                        && (now.isEmpty() || now.get().isBefore(changed.get().plus(YOUNG)));
        if (isYoung) {
            return NONE;
        }
        boolean isStrong = tag.matches("\"[\\x21\\x23-\\x7e]*\"");
        return isStrong ? new Validator(tag) : new Validator(changed.isPresent() ? modified : "");
    }

    boolean isNone() {
        return text.isEmpty();
    }

    /// Headers that ask for a file only if it has changed.
    Map<String, String> ifChanged() {
        if (isNone()) {
            return Map.of();
        }
        return Map.of(text.startsWith("\"") ? "If-None-Match" : "If-Modified-Since", text);
    }

    /// Headers that ask for the rest of a file, or for all of it if it has changed.
    ///
    /// @param have bytes of it that are here
    Map<String, String> rest(long have) {
        return have == 0 || isNone()
                ? Map.of()
                : Map.of("Range", "bytes=" + have + "-", "If-Range", text);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
