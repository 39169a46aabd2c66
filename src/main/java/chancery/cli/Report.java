package chancery.cli;

import chancery.evidence.Coverage;
import chancery.evidence.Tally;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Sentences that several commands print.
final class Report {
    private static final int SHOWN = 80;
    private static final int LIGHT_SHOWN = 20;
    private static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    private Report() {}

    private static String evidence(String source, Tally tally) {
        String rows = "%,d rows, %,d excused".formatted(tally.rows(), tally.excusedRows());
        if (tally.checked() == 0) {
            return "%s: %,d passages, none checked; %s".formatted(source, tally.passages(), rows);
        }
        return "%s: %,d of %,d passages checked, %,d supported, %,d excused; %s"
                .formatted(
                        source,
                        tally.checked(),
                        tally.passages(),
                        tally.supported(),
                        tally.excused(),
                        rows);
    }

    /// One line for each source and, where passages of several were checked, one for all of them.
    static void evidence(Seeds seeds, PrintWriter out) {
        seeds.tallies().forEach((source, tally) -> out.println(evidence(source, tally)));
        Tally all = seeds.tallies().values().stream().reduce(NONE, Tally::plus);
        if (seeds.tallies().size() > 1 && all.checked() > 0) {
            out.println(evidence("all sources", all));
        }
    }

    /// A line for each table that was streamed; of a pack with many files, one for all of them.
    static void light(List<LightTables.Report> reports, PrintWriter out) {
        Map<String, List<LightTables.Report>> packs = new LinkedHashMap<>();
        reports.forEach(it -> packs.computeIfAbsent(it.pack(), name -> new ArrayList<>()).add(it));
        packs.forEach(
                (pack, files) -> {
                    if (files.size() <= LIGHT_SHOWN) {
                        files.forEach(it -> out.println(light(it)));
                        return;
                    }
                    out.printf(
                            "pack %s: %,d files: %,d rows, %,d files mapped before%n",
                            pack,
                            files.size(),
                            files.stream().mapToLong(LightTables.Report::rows).sum(),
                            files.stream().filter(LightTables.Report::isMappedBefore).count());
                });
    }

    private static String light(LightTables.Report table) {
        return "pack %s: %s: %,d rows%s"
                .formatted(
                        table.pack(),
                        table.file(),
                        table.rows(),
                        table.isMappedBefore() ? ", mapped before" : "");
    }

    /// A line for each file, and what was wrong in them: the first of each kind, with how often.
    static void packs(PackReader.Read packs, PrintWriter out) {
        for (PackReader.FileReport file : packs.reports()) {
            out.printf(
                    "pack %s: %s: %,d rows, %,d claims%n",
                    file.pack(), file.file(), file.rows(), file.claims());
        }
        packs.findings().lines().forEach(out::println);
        if (!packs.findings().isEmpty()) {
            out.printf(
                    "%,d findings in the files of packs; what does not fit was left out%n",
                    packs.findings().size());
        }
    }

    static String tables(Seeds seeds) {
        return "%,d tables, %,d rows, %,d claims, %,d findings"
                .formatted(
                        seeds.tables(),
                        seeds.rows(),
                        seeds.claims().size(),
                        seeds.findings().size());
    }

    /// Such as `2 tables, 1,000 rows, 1 error, no warnings`.
    static String files(FileCheck.Outcome outcome) {
        long errors = outcome.findings().errors();
        return String.join(
                ", ",
                counted(outcome.tables(), "table"),
                counted(outcome.rows(), "row"),
                counted(errors, "error"),
                counted(outcome.findings().size() - errors, "warning"));
    }

    private static String counted(long number, String what) {
        return switch ((int) Math.min(number, 2)) {
            case 0 -> "no " + what + "s";
            case 1 -> "1 " + what;
            default -> String.format(Locale.ROOT, "%,d %ss", number, what);
        };
    }

    static void coverage(Coverage.Report report, PrintWriter out) {
        int touched = report.sentences() - report.open().size();
        out.printf(
                "%s: %,d of %,d sentences have a row or a line of furniture%n",
                report.source(), touched, report.sentences());
        for (Coverage.Sentence sentence : report.open()) {
            String words = sentence.words().strip();
            String shown = words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
            out.printf("  %d-%d %s%n", sentence.start(), sentence.end(), shown);
        }
        int covered = report.mentions() - report.openMentions().size();
        out.printf(
                "%s: %,d of %,d dates, numbers and names have a row or a line of furniture%n",
                report.source(), covered, report.mentions());
        for (Coverage.Mention mention : report.openMentions()) {
            String words = mention.words().replaceAll("\\s+", " ");
            String kind = mention.kind().name().toLowerCase(Locale.ROOT);
            out.printf("  %d-%d %s %s%n", mention.start(), mention.end(), kind, words);
        }
    }
}
