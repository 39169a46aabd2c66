package chancery.cli;

import chancery.check.Finding;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Checks again after each save, and prints what is new and what is gone since the check before.
///
/// A finding that only moved to another line of its file is neither.
final class WatchedCheck {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int SHOWN = 20;

    private final Check check;
    private final Supplier<LocalTime> clock;
    private final PrintWriter out;
    private Outcome former;

    /// One check of all tables.
    interface Check {
        /// @throws Refusal when a table or its metadata cannot be read at all
        List<Finding> run() throws Refusal;
    }

    /// What a check found.
    ///
    /// @param lines what a finding says but for its line → the lines to print, of each such finding
    private record Outcome(Map<String, List<String>> lines) {
        static Outcome of(Check check) {
            Map<String, List<String>> lines = new LinkedHashMap<>();
            try {
                for (Finding finding : check.run()) {
                    String line = finding.toString();
                    String place = finding.position().toString();
                    String key = finding.position().file() + line.substring(place.length());
                    lines.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
                }
            } catch (Refusal e) {
                // a table that cannot be read is what is wrong while it is being written
                String message = String.valueOf(e.getMessage());
                lines.put(message, List.of(message));
            }
            return new Outcome(lines);
        }

        /// The lines that the other does not have, of several alike the last ones.
        List<String> without(Outcome other) {
            List<String> rest = new ArrayList<>();
            lines.forEach(
                    (key, all) -> {
                        int known = other.lines.getOrDefault(key, List.of()).size();
                        rest.addAll(all.subList(Math.min(known, all.size()), all.size()));
                    });
            return rest;
        }

        int size() {
            return lines.values().stream().mapToInt(List::size).sum();
        }
    }

    /// @param first what the check before has found
    WatchedCheck(List<Finding> first, Check check, Supplier<LocalTime> clock, PrintWriter out) {
        this.check = check;
        this.clock = clock;
        this.out = out;
        this.former = Outcome.of(() -> first);
    }

    /// Goes on until nothing more is told or the thread is interrupted.
    ///
    /// @return whether the last check found nothing
    boolean watch(Saves saves) {
        try {
            while (saves.await()) {
                again();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return former.size() == 0;
    }

    private void again() {
        Outcome now = Outcome.of(check);
        out.printf("%s %s%n", TIME.format(clock.get()), summary(now));
        print("new:  ", now.without(former));
        print("gone: ", former.without(now));
        out.flush();
        former = now;
    }

    private static String summary(Outcome now) {
        return switch (now.size()) {
            case 0 -> "no findings";
            case 1 -> "1 finding";
            default -> "%,d findings".formatted(now.size());
        };
    }

    private void print(String what, List<String> lines) {
        lines.stream().limit(SHOWN).forEach(line -> out.printf("  %s%s%n", what, line));
        if (lines.size() > SHOWN) {
            out.printf("  %s… and %,d more%n", what, lines.size() - SHOWN);
        }
    }
}
