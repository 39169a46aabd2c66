package chancery.serve.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// By what an asker sees whether a file is still the one it has (RFC 9110, sections 8.8 and 13).
///
/// @param tag      entity tag, in its quotes; a strong one
/// @param modified last change
public record Validators(String tag, Instant modified) {
    public Validators {
        modified = modified.truncatedTo(ChronoUnit.SECONDS);
    }

    /// Whether the asker has it already. A tag goes before a date.
    ///
    /// @param ifNoneMatch     the header; `""` if there is none
    /// @param ifModifiedSince likewise
    public boolean isKnown(String ifNoneMatch, String ifModifiedSince) {
        if (!ifNoneMatch.isBlank()) {
            return lists(ifNoneMatch, tag);
        }
        return date(ifModifiedSince).filter(since -> !modified.isAfter(since)).isPresent();
    }

    /// Whether a tag is among those of `If-None-Match`, which may be weak.
    ///
    /// @param ifNoneMatch the header; `""` if there is none
    public static boolean lists(String ifNoneMatch, String tag) {
        return ifNoneMatch.strip().equals("*")
                || Stream.of(ifNoneMatch.split(","))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    /// Whether a part of it goes on with what the asker has.
    ///
    /// @param ifRange the header: a tag or a date; `""` if there is none, then it does
    public boolean isSame(String ifRange) {
        return ifRange.isBlank()
                || ifRange.strip().equals(tag)
                || date(ifRange).filter(modified::equals).isPresent();
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
