package chancery.check;

import chancery.describe.TableGroup;
import chancery.table.Library;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Documents that a test writes, below `http://example.org/`.
public final class Web implements Library {
    private static final String BASE = "http://example.org/";

    private final Map<String, Page> pages = new HashMap<>();

    /// What came of a run of the validator.
    public final Findings findings = new Findings();

    private record Page(
            Supplier<InputStream> content, String mediaType, String language, List<String> links) {}

    public Web with(String path, String text) {
        String type = path.endsWith(".json") ? "application/json" : "text/csv";
        return with(path, text.getBytes(StandardCharsets.UTF_8), type, "");
    }

    public Web with(
            String path, byte[] content, String mediaType, String language, String... links) {
        pages.put(
                BASE + path,
                new Page(
                        () -> new ByteArrayInputStream(content),
                        mediaType,
                        language,
                        List.of(links)));
        return this;
    }

    @Override
    public Document open(String iri) throws IOException {
        Page page = pages.get(iri);
        if (page == null) {
            throw new NoSuchFileException(iri);
        }
        return new Document(page.content().get(), page.mediaType(), page.language(), page.links());
    }

    @Override
    public String name(String iri) {
        return iri.startsWith(BASE) ? iri.substring(BASE.length()) : iri;
    }

    public Optional<TableGroup> table(String path) {
        return new Groups(this, findings).ofTable(BASE + path);
    }

    public Optional<TableGroup> metadata(String path) {
        return new Groups(this, findings).ofMetadata(BASE + path);
    }

    /// Validates a table, or the tables of a metadata document.
    ///
    /// @return the lines of all findings
    public List<String> validate(String path) {
        Optional<TableGroup> group = path.endsWith(".json") ? metadata(path) : table(path);
        if (group.isPresent()) {
            try {
                new Validator(this, findings).validate(group.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return findings.lines();
    }
}
