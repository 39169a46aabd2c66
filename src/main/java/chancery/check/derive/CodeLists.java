package chancery.check.derive;

import chancery.time.BadTime;
import chancery.time.Bounds;
import chancery.time.Edtf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the codes of schemes name, and when. Immutable once it is filled; may then be used by
/// several threads.
public final class CodeLists implements Serializable {
    private static final long serialVersionUID = 1L;

    /// No scheme at all.
    public static final CodeLists NONE = new CodeLists();

    private final HashMap<String, HashMap<String, ArrayList<Entry>>> schemes = new HashMap<>();

    /// @param thing id of what is named; `""` if the code is known to name nothing of ours
    /// @param from the first day it may name it; null for always before
    /// @param until the last day it may name it; null for still
    private record Entry(String thing, @Nullable LocalDate from, @Nullable LocalDate until)
            implements Serializable {
        boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }

        @Override
        public String toString() {
            return thing
                    + " from "
                    + (from == null ? ".." : from)
                    + " to "
                    + (until == null ? ".." : until);
        }
    }

    /// What a code names.
    public sealed interface Answer {
        /// @param id of the thing; `""` if the code is known to name nothing of ours
        record Thing(String id) implements Answer {}

        /// @param expected what would have been right
        record Unknown(String expected) implements Answer {}

        /// The code names something, but at other times.
        ///
        /// @param expected the times
        record AnotherTime(String expected) implements Answer {}
    }

    /// Adds a code.
    ///
    /// @param thing `""` if it is known to name nothing of ours
    /// @param from EDTF; `""` if there is no bound
    /// @param until EDTF, inclusive; `""` if there is no bound
    /// @throws BadTime if one is no time
    public void add(String scheme, String code, String thing, String from, String until)
            throws BadTime {
        Entry entry =
                new Entry(
                        thing,
                        from.isEmpty() ? null : Edtf.parse(from).bounds().startEarliest(),
                        until.isEmpty() ? null : Edtf.parse(until).bounds().endLatest());
        schemes.computeIfAbsent(scheme, name -> new HashMap<>())
                .computeIfAbsent(code, name -> new ArrayList<>())
                .add(entry);
    }

    /// The names of all schemes, sorted.
    public List<String> names() {
        return schemes.keySet().stream().sorted().toList();
    }

    /// All that [#find] depends on for some schemes, as lines: two lists with the same lines give
    /// the same answers.
    public void tell(Collection<String> some, Consumer<String> lines) {
        for (String scheme : some.stream().distinct().sorted().toList()) {
            Map<String, ArrayList<Entry>> codes = schemes.get(scheme);
            if (codes == null) {
                lines.accept("none of " + names());
                continue;
            }
            lines.accept(scheme);
            codes.keySet().stream()
                    .sorted()
                    .forEach(code -> lines.accept(code + " " + codes.get(code)));
        }
    }

    /// What a code names at a time. Where it names several things within that time, the one at its
    /// last day counts, for whoever signs within a year is mostly there at its end.
    ///
    /// @param at EDTF; `""` if the time does not matter, or is not known: then the code has to
    ///     name one thing at all times
    public Answer find(String scheme, String code, String at) {
        Map<String, ArrayList<Entry>> codes = schemes.get(scheme);
        if (codes == null) {
            return new Answer.Unknown("one of the schemes " + String.join(", ", names()));
        }
        List<Entry> entries = codes.get(code);
        if (entries == null) {
            return new Answer.Unknown("a code of " + scheme);
        }
        if (at.isEmpty()) {
            return entries.stream().map(Entry::thing).distinct().count() == 1
                    ? new Answer.Thing(entries.getFirst().thing())
                    : new Answer.AnotherTime("a date, for it names " + shown(entries));
        }
        Bounds bounds;
        try {
            bounds = Edtf.parse(at).bounds();
        } catch (BadTime e) {
            return new Answer.AnotherTime("a date, for it names " + shown(entries));
        }
        for (LocalDate day : days(bounds)) {
            for (Entry entry : entries) {
                if (entry.holds(day)) {
                    return new Answer.Thing(entry.thing());
                }
            }
        }
        return new Answer.AnotherTime(shown(entries));
    }

    /// The day before a time begins.
    ///
    /// @param time EDTF
    /// @return `""` if it is no time, or has no begin
    static String before(String time) {
        try {
            LocalDate first = Edtf.parse(time).bounds().startEarliest();
            return first == null ? "" : first.minusDays(1).toString();
        } catch (BadTime e) {
            return "";
        }
    }

    private static List<LocalDate> days(Bounds bounds) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day :
                new LocalDate[] {
                    bounds.endLatest(), bounds.startLatest(), bounds.startEarliest()
                }) {
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private static String shown(List<Entry> entries) {
        return entries.stream().map(Entry::toString).collect(Collectors.joining("; "));
    }
}
