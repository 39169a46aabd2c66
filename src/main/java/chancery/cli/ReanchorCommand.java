package chancery.cli;

import chancery.check.CheckedRow;
import chancery.evidence.Anchor;
import chancery.evidence.Passage;
import chancery.evidence.Reanchoring;
import chancery.evidence.Texts;
import chancery.evidence.Texts.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `chancery reanchor`: where the passages of a source stand in a new edition of its text.
@Command(
        name = "reanchor",
        mixinStandardHelpOptions = true,
        description =
                "Finds the passages of a source again in a new edition of its text; with --write"
                        + " puts the new places into the tables.",
        footer = {"", "Exit code 1 when a passage was not found for certain."})
final class ReanchorCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private Places places = new Places();

    @Parameters(index = "0", paramLabel = "SOURCE", description = "Id of a row in sources.csv.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "NEWTEXT", description = "File of the new edition.")
    private Path newText = Path.of("");

    @Option(
            names = "--write",
            description =
                    "Rewrite passages.csv, the cells that cite passages and the digest of the text,"
                            + " as far as passages were found for certain.")
    private boolean write;

    @Override
    public Integer call() throws Refusal {
        PrintWriter out = Terminal.out(spec);
        if (new TablesAtOnce(places.seeds()).isCutShort()) {
            finish(out);
            return ExitCode.GOOD.number();
        }
        Optional<Text> former = former();
        Text fresh = fresh();
        AnchoredTables tables = new AnchoredTables(source, new SeedReader(places));
        SortedMap<Passage, Anchor> anchors =
                new Reanchoring(source, former, fresh).of(tables.passages());
        anchors.values().forEach(anchor -> out.println(line(anchor)));
        out.println(summary(anchors.values()));
        List<String> left = tables.left(anchors);
        if (write) {
            write(tables, anchors, fresh, out);
        }
        if (!left.isEmpty()) {
            out.printf("rows left to a reader, %,d:%n", left.size());
            left.forEach(row -> out.println("  " + row));
            if (former.isEmpty()) {
                out.println("with --texts, the folder of the former text, more can be found");
            }
        }
        out.flush();
        return (left.isEmpty() ? ExitCode.GOOD : ExitCode.FINDINGS).number();
    }

    private Optional<Text> former() throws Refusal {
        SourceTexts texts = new SourceTexts(places);
        CheckedRow row = texts.row(source);
        Path folder = places.texts();
        if (folder == null) {
            return Optional.empty();
        }
        Text former = texts.text(source, folder);
        if (!former.sha256().equals(row.text("text_sha256"))) {
            throw new Refusal(
                    "%s: found a text with SHA-256 %s in %s, expected the former text, %s"
                            .formatted(
                                    row.position(),
                                    former.sha256(),
                                    folder,
                                    row.text("text_sha256")));
        }
        return Optional.of(former);
    }

    private Text fresh() throws Refusal {
        Path file = newText.toAbsolutePath();
        Path folder = file.getParent();
        try {
            return new Texts(folder == null ? file : folder).read(file.getFileName().toString());
        } catch (Texts.UnreadableText e) {
            throw new Refusal(newText + ": " + e.getMessage());
        }
    }

    private void write(
            AnchoredTables tables, SortedMap<Passage, Anchor> anchors, Text fresh, PrintWriter out)
            throws Refusal {
        tables.anchor(anchors, fresh.sha256());
        Map<Path, byte[]> changed = tables.changed();
        try {
            new TablesAtOnce(places.seeds()).write(changed);
            out.printf(
                    "%,d tables written; put %s into the folder of texts%n",
                    changed.size(), newText);
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private void finish(PrintWriter out) throws Refusal {
        if (!write) {
            throw new Refusal(
                    places.seeds()
                            + ": found tables of a writing that was cut short, expected --write,"
                            + " which finishes it");
        }
        try {
            new TablesAtOnce(places.seeds()).finish();
            out.println("finished a writing that was cut short, and nothing else");
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private Refusal notWritable(IOException e) {
        return new Refusal(places.seeds() + ": found it not writable: " + e.getMessage());
    }

    private static String line(Anchor anchor) {
        String from = anchor.from().id() + ": ";
        return from
                + switch (anchor) {
                    case Anchor.Unchanged same -> "unchanged";
                    case Anchor.Moved moved ->
                            "moved, " + chars(moved.from()) + " → " + chars(moved.to());
                    case Anchor.Waiting waiting ->
                            "stands at %s, the place of another passage; a reader has to look"
                                    .formatted(chars(waiting.to()));
                    case Anchor.Several several ->
                            "stands at %s; a reader has to look"
                                    .formatted(
                                            several.places().stream()
                                                    .map(ReanchorCommand::chars)
                                                    .collect(Collectors.joining(", ")));
                    case Anchor.Changed changed -> changed(changed);
                    case Anchor.Lost lost -> "lost";
                };
    }

    private static String changed(Anchor.Changed changed) {
        return "changed, %d %% of its words stand in %s; gone: %s; new: %s; a reader has to look"
                .formatted(
                        changed.percent(),
                        chars(changed.nearest()),
                        words(changed.gone()),
                        words(changed.added()));
    }

    private static String words(Collection<String> words) {
        return words.isEmpty() ? "none" : String.join(" ", words);
    }

    private static String summary(Collection<Anchor> anchors) {
        return "%,d passages: %,d unchanged, %,d moved, %,d changed, %,d lost"
                .formatted(
                        anchors.size(),
                        count(anchors, Anchor.Unchanged.class),
                        count(anchors, Anchor.Moved.class),
                        anchors.size()
                                - count(anchors, Anchor.Unchanged.class)
                                - count(anchors, Anchor.Moved.class)
                                - count(anchors, Anchor.Lost.class),
                        count(anchors, Anchor.Lost.class));
    }

    private static long count(Collection<Anchor> anchors, Class<? extends Anchor> kind) {
        return anchors.stream().filter(kind::isInstance).count();
    }

    private static String chars(Passage passage) {
        return passage.start() + "-" + passage.end();
    }
}
