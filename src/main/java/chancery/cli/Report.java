package chancery.cli;

import chancery.evidence.Coverage;
import chancery.evidence.EvidenceGate.Tally;
import java.io.PrintWriter;

/// Sentences that several commands print.
final class Report {
    private static final int SHOWN = 80;

    private Report() {}

    static String evidence(String source, Tally tally) {
        return "%s: %,d rows, %,d with every value in words, %,d excused"
                .formatted(source, tally.checked(), tally.supported(), tally.excused());
    }

    static String tables(Seeds seeds) {
        return "%,d tables, %,d rows, %,d claims, %,d findings"
                .formatted(
                        seeds.tables(),
                        seeds.rows(),
                        seeds.claims().size(),
                        seeds.findings().size());
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
    }
}
