package chancery.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// How to cite what a page is about, as one release has it. What was read out of a source has two
/// entries: the source with the place in it, and what this release makes of it.
///
/// @param iri       of the thing or claim
/// @param title     as its page is called
/// @param release   IRI of the release
/// @param date      of the release, `""` if it gives none
/// @param container what the thing is an entry of
/// @param source    where it was read; empty for what was read in no one place
public record Citation(
        String iri,
        String title,
        String release,
        String releaseId,
        String date,
        String container,
        Optional<CitedSource> source) {
    public static final String BIBTEX = "application/x-bibtex; charset=utf-8";
    public static final String CSL = "application/vnd.citationstyles.csl+json; charset=utf-8";

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// In UTF-8.
    public String bibtex() {
        return source.map(Citation::bibtex).orElse("") + own();
    }

    private static String bibtex(CitedSource source) {
        StringBuilder entry = new StringBuilder("@misc{" + key(source) + ",\n");
        if (!source.authors().isEmpty()) {
            // in braces, so that nobody takes a name apart
            String authors =
                    source.authors().stream()
                            .map(name -> "{" + tex(name) + "}")
                            .collect(Collectors.joining(" and "));
            field(entry, "author", authors);
        }
        field(entry, "title", "{" + tex(source.title()) + "}");
        optional(entry, "howpublished", source.publisher());
        optional(entry, "year", source.year());
        optional(entry, "note", source.note());
        field(entry, "url", source.iri());
        return entry.append("}\n\n").toString();
    }

    private static void optional(StringBuilder entry, String name, String value) {
        if (!value.isEmpty()) {
            field(entry, name, tex(value));
        }
    }

    private String own() {
        StringBuilder entry = new StringBuilder("@misc{" + key() + ",\n");
        field(entry, "title", "{" + tex(title) + "}");
        field(entry, "howpublished", tex(container));
        day().ifPresent(
                        day -> {
                            field(entry, "year", Integer.toString(day.getYear()));
                            int month = 3 * (day.getMonthValue() - 1);
                            String name = MONTHS.substring(month, month + 3);
                            entry.append("  month = ").append(name).append(",\n");
                        });
        field(entry, "version", tex(releaseId));
        String read = source.map(it -> "Read from: " + tex(it.inWords()) + ". ").orElse("");
        field(entry, "note", read + "Release \\url{" + release + "}");
        field(entry, "url", iri);
        return entry.append("}\n").toString();
    }

    /// A list, as CSL has it.
    public String cslJson() {
        JsonObject entry = new JsonObject();
        entry.put("id", key());
        entry.put("type", "entry");
        entry.put("title", title);
        entry.put("container-title", container);
        entry.put("version", releaseId);
        entry.put("URL", iri);
        String read = source.map(it -> "Read from: " + it.inWords() + ". ").orElse("");
        entry.put("note", read + "Release " + release);
        day().ifPresent(
                        day -> {
                            JsonArray parts = new JsonArray();
                            parts.add(day.getYear());
                            parts.add(day.getMonthValue());
                            parts.add(day.getDayOfMonth());
                            JsonArray dates = new JsonArray();
                            dates.add(parts);
                            JsonObject issued = new JsonObject();
                            issued.put("date-parts", dates);
                            entry.put("issued", issued);
                        });
        JsonArray all = new JsonArray();
        source.ifPresent(it -> all.add(csl(it)));
        all.add(entry);
        return JSON.toString(all) + "\n";
    }

    private static JsonObject csl(CitedSource source) {
        JsonObject entry = new JsonObject();
        entry.put("id", key(source));
        entry.put("type", "document");
        entry.put("title", source.title());
        if (!source.authors().isEmpty()) {
            JsonArray authors = new JsonArray();
            for (String name : source.authors()) {
                JsonObject author = new JsonObject();
                author.put("literal", name);
                authors.add(author);
            }
            entry.put("author", authors);
        }
        if (!source.publisher().isEmpty()) {
            entry.put("publisher", source.publisher());
        }
        if (!source.year().isEmpty()) {
            JsonArray parts = new JsonArray();
            parts.add(Integer.parseInt(source.year()));
            JsonArray dates = new JsonArray();
            dates.add(parts);
            JsonObject issued = new JsonObject();
            issued.put("date-parts", dates);
            entry.put("issued", issued);
        }
        if (!source.note().isEmpty()) {
            entry.put("note", source.note());
        }
        entry.put("URL", source.iri());
        return entry;
    }

    private static String key(CitedSource source) {
        return "source-" + source.id().replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
    }

    /// From the end of the IRI: `chancery-agreement-gabala-radar-station-2002`.
    private String key() {
        int id = iri.indexOf("/id/");
        String end = id < 0 ? iri : iri.substring(id + "/id/".length());
        return "chancery-" + end.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append("  ").append(name).append(" = {").append(value).append("},\n");
    }

    /// What TeX would not print as it stands is written so that it does; line breaks and other
    /// control characters become spaces.
    private static String tex(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '\\' -> safe.append("\\textbackslash{}");
                                case '~' -> safe.append("\\textasciitilde{}");
                                case '^' -> safe.append("\\textasciicircum{}");
                                case '{', '}', '%', '&', '#', '_', '$' ->
                                        safe.append('\\').appendCodePoint(c);
                                default ->
                                        safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
                            }
                        });
        return safe.toString();
    }
}
