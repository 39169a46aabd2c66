package chancery.page.claims;

import chancery.page.DisagreementPage.Position;
import chancery.page.Link;
import chancery.page.PassageView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one source says of a thing: each of its passages once, in the order of the text, with what
/// was read out of it.
///
/// @param absence  why no words of it are shown; `""` if there are some
/// @param readings at least one
public record SourceReading(Link source, String published, String absence, List<Reading> readings) {
    public SourceReading {
        readings = List.copyOf(readings);
    }

    /// A passage and what was read out of it.
    ///
    /// @param passage empty for what rests on none
    /// @param gists   what it says, in short; each once
    /// @param lines   claims whose first passage it is
    /// @param alsoFor other claims that rest on it, too; they stand below their first passage
    public record Reading(
            Optional<PassageView> passage, List<Link> gists, List<Line> lines, List<Line> alsoFor) {
        public Reading {
            gists = List.copyOf(gists);
            lines = List.copyOf(lines);
            alsoFor = List.copyOf(alsoFor);
        }
    }

    /// One claim.
    ///
    /// @param others other sources that say the same
    public record Line(Position position, List<Link> others) {
        public Line {
            others = List.copyOf(others);
        }
    }

    /// Its anchor on the page.
    public String anchor() {
        return "from-" + source.href().substring(source.href().lastIndexOf('/') + 1);
    }

    /// @param lines in the order of their sources
    static List<SourceReading> of(List<Line> lines) {
        Map<Link, List<Line>> bySource = new LinkedHashMap<>();
        lines.forEach(
                line ->
                        bySource.computeIfAbsent(
                                        line.position().claim().source(), it -> new ArrayList<>())
                                .add(line));
        return bySource.entrySet().stream().map(it -> of(it.getKey(), it.getValue())).toList();
    }

    private static SourceReading of(Link source, List<Line> lines) {
        Map<String, PassageView> passages = new LinkedHashMap<>();
        lines.stream()
                .flatMap(line -> line.position().passages().stream())
                .sorted(Comparator.comparingInt(PassageView::start))
                .forEach(passage -> passages.putIfAbsent(passage.link().href(), passage));
        List<Reading> readings = new ArrayList<>();
        for (PassageView passage : passages.values()) {
            readings.add(reading(Optional.of(passage), lines));
        }
        if (lines.stream().anyMatch(line -> first(line).isEmpty())) {
            readings.add(reading(Optional.empty(), lines));
        }
        boolean hasWords = passages.values().stream().anyMatch(it -> it.quotation().isPresent());
        String absence =
                hasWords
                        ? ""
                        : passages.values().stream()
                                .map(PassageView::absence)
                                .findFirst()
                                .orElse("");
        return new SourceReading(
                source, lines.getFirst().position().published(), absence, readings);
    }

    private static Reading reading(Optional<PassageView> passage, List<Line> all) {
        Optional<String> here = passage.map(it -> it.link().href());
        List<Line> lines = all.stream().filter(line -> first(line).equals(here)).toList();
        List<Line> alsoFor =
                all.stream()
                        .filter(line -> !first(line).equals(here))
                        .filter(line -> here.filter(it -> rests(line, it)).isPresent())
                        .toList();
        Set<Link> gists = new LinkedHashSet<>();
        lines.forEach(line -> gists.addAll(line.position().claim().gists()));
        return new Reading(passage, List.copyOf(gists), lines, alsoFor);
    }

    private static boolean rests(Line line, String passage) {
        return line.position().passages().stream().anyMatch(it -> it.link().href().equals(passage));
    }

    /// Address of the first passage of a claim.
    private static Optional<String> first(Line line) {
        return line.position().passages().stream()
                .min(Comparator.comparingInt(PassageView::start))
                .map(it -> it.link().href());
    }
}
