package chancery.cli;

import chancery.evidence.Locator;
import chancery.evidence.Locator.Place;
import chancery.evidence.Texts.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `chancery locate`: where words stand in a text, with the rows to register and cite them.
@Command(
        name = "locate",
        mixinStandardHelpOptions = true,
        description =
                "Finds words in the text of a source; prints the row for passages.csv and the"
                        + " evidence cells of a fact.",
        footer = {"", "Exit code 1 when the words do not stand in the text."})
final class LocateCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private Places places = new Places();

    @Parameters(index = "0", paramLabel = "SOURCE", description = "Id of a row in sources.csv.")
    private String source = "";

    @Parameters(
            index = "1",
            paramLabel = "WORDS",
            description = "As the text has them; case and white space count only where they can.")
    private String words = "";

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, csv or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    /// How the places are printed.
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Override
    public Integer call() throws Refusal {
        if (words.isBlank() && spec != null) {
            throw new ParameterException(spec.commandLine(), "WORDS: found none, expected some");
        }
        Text text = new SourceTexts(places).text(source, SourceTexts.folder(places, spec));
        Locator locator = new Locator(source, text);
        List<Place> found = locator.find(words);
        PlacesReport report =
                new PlacesReport(
                        locator.sentences().size(), new RegisteredPassages(new SeedReader(places)));
        PrintWriter out = Terminal.out(spec);
        switch (format) {
            case TEXT -> report.text(found, out);
            case CSV -> report.csv(found, out);
            case JSON -> report.json(found, out);
        }
        out.flush();
        if (found.isEmpty()) {
            sayMissing(locator, Terminal.err(spec));
            return ExitCode.FINDINGS.number();
        }
        return ExitCode.GOOD.number();
    }

    private void sayMissing(Locator locator, PrintWriter err) {
        err.printf("%s: found no \"%s\", expected words of its text%n", source, words);
        locator.nearest(words)
                .ifPresent(
                        near ->
                                err.printf(
                                        "nearest is sentence %,d of %,d, characters %d-%d: %s%n",
                                        near.number(),
                                        locator.sentences().size(),
                                        near.passage().start(),
                                        near.passage().end(),
                                        near.characters()));
    }
}
