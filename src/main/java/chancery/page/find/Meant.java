package chancery.page.find;

import chancery.page.SpokenTime;
import chancery.page.between.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is understood of a sentence or of a few words.
///
/// @param states     slugs, in the order in which they are named
/// @param kind       empty for none, or more than one
/// @param from       of a period, as the addresses of pages take it; `""` for an open one
/// @param to         likewise
/// @param isDisputed whether it asks for what is in dispute
public record Meant(
        List<String> states, Optional<Kind> kind, String from, String to, boolean isDisputed) {
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static final String YEAR = "(?:1[0-9]|20)\\d\\d";

    /// A time with the word before it that may make it an end of a period.
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:\\b(since|after|before|until|till)\\s+)?\\b("
                            + YEAR
                            + "-\\d\\d(?:-\\d\\d)?\\b|(?:\\d{1,2}\\s+)?"
                            + MONTH
                            + "\\s+(?:\\d{1,2},\\s*)?"
                            + YEAR
                            + "\\b|(?:1[0-9]|20)\\d0s\\b|"
                            + YEAR
                            + "\\b)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]+");

    private static final List<String> DISPUTE =
            List.of("disput", "disagree", "contradict", "спор", "mübahisə");

    public Meant {
        states = List.copyOf(states);
    }

    /// @param states the names that states have
    public static Meant of(String typed, StateNames states) {
        List<String> words = words(typed);
        Period period = Period.of(typed);
        return new Meant(
                states.in(words),
                KindWords.in(words),
                period.from(),
                period.to(),
                words.stream().anyMatch(word -> DISPUTE.stream().anyMatch(word::startsWith)));
    }

    static List<String> words(String typed) {
        return WORD.matcher(typed)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    public boolean hasPeriod() {
        return !from.isEmpty() || !to.isEmpty();
    }

    private record Period(String from, String to) {
        static Period of(String typed) {
            List<SpokenTime> times = new ArrayList<>();
            String limit = "";
            Matcher found = TIME.matcher(typed);
            while (found.find()) {
                Optional<SpokenTime> time = SpokenTime.of(found.group(2));
                if (time.isPresent()) {
                    times.add(time.get());
                    limit = found.group(1) == null ? limit : found.group(1);
                }
            }
            Comparator<SpokenTime> byFirst = Comparator.comparing(SpokenTime::first);
            Comparator<LocalDate> byDay = Comparator.naturalOrder();
            String from = times.stream().min(byFirst).map(SpokenTime::from).orElse("");
            String to =
                    times.stream()
                            .max(Comparator.comparing(SpokenTime::last, byDay))
                            .map(SpokenTime::to)
                            .orElse("");
            if (times.size() != 1) {
                return new Period(from, to);
            }
            boolean isBegin = Stream.of("since", "after").anyMatch(limit::equalsIgnoreCase);
            boolean isEnd = !limit.isEmpty() && !isBegin;
            return new Period(isEnd ? "" : from, isBegin ? "" : to);
        }
    }
}
