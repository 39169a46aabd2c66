package chancery.cli;

import chancery.check.CheckedRow;
import chancery.evidence.Texts;
import chancery.evidence.Texts.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The rows of sources.csv and their texts, for commands that work on one source.
final class SourceTexts {
    private final Places places;
    private final List<CheckedRow> sources;

    SourceTexts(Places places) throws Refusal {
        this.places = places;
        this.sources = new SeedReader(places).rows("sources");
    }

    /// @throws Refusal when there is no such source; it lists those there are
    CheckedRow row(String source) throws Refusal {
        return sources.stream()
                .filter(row -> row.text("id").equals(source))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "no source \"%s\" in %s; there are: %s"
                                                .formatted(source, places.seeds(), ids())));
    }

    /// @throws Refusal when there is no such source, or its text cannot be read
    Text text(String source, Path folder) throws Refusal {
        CheckedRow row = row(source);
        try {
            return new Texts(folder).read(row.text("text_file"));
        } catch (Texts.UnreadableText e) {
            throw new Refusal(row.position() + ": " + e.getMessage());
        }
    }

    /// The folder of texts, which a command must have.
    static Path folder(Places places, @Nullable CommandSpec spec) throws Refusal {
        Path folder = places.texts();
        if (folder == null) {
            String message = "found no --texts, expected the folder of texts";
            if (spec == null) {
                throw new Refusal(message);
            }
            throw new ParameterException(spec.commandLine(), message);
        }
        return folder;
    }

    private String ids() {
        return sources.stream()
                .map(row -> row.text("id"))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
