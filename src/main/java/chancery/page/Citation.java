package chancery.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// How to cite what a page is about, as one release has it.
///
/// @param iri       of the thing or claim
/// @param title     as its page is called
/// @param release   IRI of the release
/// @param date      of the release, `""` if it gives none
/// @param container what the thing is an entry of
public record Citation(
        String iri, String title, String release, String releaseId, String date, String container) {
    public static final String BIBTEX = "application/x-bibtex; charset=utf-8";
    public static final String CSL = "application/vnd.citationstyles.csl+json; charset=utf-8";

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// One entry, in UTF-8.
    public String bibtex() {
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
        field(entry, "note", "Release \\url{" + release + "}");
        field(entry, "url", iri);
        return entry.append("}\n").toString();
    }

    /// A list of one entry, as CSL has it.
    public String cslJson() {
        JsonObject entry = new JsonObject();
        entry.put("id", key());
        entry.put("type", "entry");
        entry.put("title", title);
        entry.put("container-title", container);
        entry.put("version", releaseId);
        entry.put("URL", iri);
        entry.put("note", "Release " + release);
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
        all.add(entry);
        return JSON.toString(all) + "\n";
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
