package chancery.infer.dialect;

import chancery.table.Dialect;
import chancery.table.MalformedTable;
import chancery.table.Source;
import chancery.table.TableReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out how a file is laid out, from its first some thousand lines.
public final class LayoutGuess {
    private static final int LONGEST_PREAMBLE = 20;
    private static final int LEAST_FIELDS = 3;

    private final EncodingGuess encoding;
    private final DialectGuess guess;
    private final List<List<String>> records;
    private final List<String> notes = new ArrayList<>();

    private final Sample sample;

    private LayoutGuess(EncodingGuess encoding, Sample sample, DialectGuess guess) {
        this.sample = sample;
        this.encoding = encoding;
        this.guess = guess;
        this.records = guess.cut().records();
    }

    public static Layout of(Source source, EncodingGuess encoding) throws IOException {
        Sample sample = Sample.of(source, encoding.charset());
        Layout layout = new LayoutGuess(encoding, sample, DialectGuess.of(sample)).layout();
        return layout.hasHeader() ? withTitles(source, layout) : layout;
    }

    /// The header as it is read in the end: a comment with a quote in it may have hidden it.
    private static Layout withTitles(Source source, Layout layout) {
        try (TableReader reader = TableReader.openAny(source, layout.dialect(), c -> {})) {
            List<String> header = reader.header().stream().map(String::strip).toList();
            return new Layout(
                    layout.dialect(),
                    header.isEmpty() ? List.of("") : header,
                    !header.isEmpty(),
                    layout.notes());
        } catch (MalformedTable e) {
            // whoever reads the rows says so
            return layout;
        }
    }

    private Layout layout() {
        int fields = guess.fields();
        String comment = commentPrefix();
        int header = firstFull(comment);
        boolean plain = header == 0 || onlyComments(header, comment);
        List<List<String>> body = body(header + 1, comment);
        if (isShortHeader(header)) {
            return shortHeader(comment);
        }
        List<String> first = header < records.size() ? records.get(header) : List.of("");
        boolean named = new HeaderGuess(first, body).isHeader();
        int skipped = plain ? 0 : header;
        if (skipped > 0) {
            notes.add(
                    "the first %d lines stand before the table"
                            .formatted(skipped)
                            .replace("first 1 lines stand", "first line stands"));
        }
        List<String> titles =
                named
                        ? first.stream().map(String::strip).toList()
                        : Collections.nCopies(fields, "");
        notes.add(0, named ? "" : "no header");
        notes.removeIf(String::isEmpty);
        Dialect dialect =
                Layout.complete(
                        guess.dialect(), encoding.charset(), named ? 1 : 0, skipped, comment);
        return new Layout(dialect, titles, named, notes);
    }

    /// `#` if lines that begin with it have other than the usual number of fields; in a table of
    /// one column, if they all stand before the others and look like remarks.
    private @Nullable String commentPrefix() {
        int comments = 0;
        int fitting = 0;
        int remarks = 0;
        boolean leading = true;
        boolean others = false;
        for (List<String> record : records) {
            String first = record.getFirst();
            if (first.startsWith("#")) {
                comments++;
                fitting += record.size() == guess.fields() ? 1 : 0;
                remarks += first.startsWith("# ") ? 1 : 0;
                leading &= !others;
            } else {
                others |= !DialectGuess.isAside(record);
            }
        }
        boolean are = guess.fields() > 1 ? fitting == 0 : leading && others && remarks == comments;
        return comments > 0 && are && !areQuoted() ? "#" : null;
    }

    /// Whether all that begin with `#` do so inside quotes.
    private boolean areQuoted() {
        Dialect commented = Layout.complete(guess.dialect(), StandardCharsets.UTF_8, 0, 0, "#");
        return sample.cut(commented)
                .filter(cut -> cut.records().size() == records.size())
                .isPresent();
    }

    /// The first record that is no comment, no line of a title, and not blank.
    private int firstFull(@Nullable String comment) {
        int fields = guess.fields();
        for (int i = 0; i < Math.min(records.size(), LONGEST_PREAMBLE); i++) {
            List<String> record = records.get(i);
            boolean blank = record.size() == 1 && record.getFirst().isBlank();
            boolean aside = blank || (comment != null && record.getFirst().startsWith(comment));
            if (!aside && record.size() == fields && !isTitle(record)) {
                return i;
            }
        }
        return 0;
    }

    /// One text and empty fields behind it, as spreadsheets write a line above a table.
    private boolean isTitle(List<String> record) {
        return record.size() >= LEAST_FIELDS
                && record.stream().filter(field -> !field.isBlank()).count() <= 1;
    }

    private boolean onlyComments(int until, @Nullable String comment) {
        return comment != null
                && records.subList(0, until).stream()
                        .allMatch(record -> record.getFirst().startsWith(comment));
    }

    private List<List<String>> body(int from, @Nullable String comment) {
        List<List<String>> body = new ArrayList<>();
        for (int i = from; i < records.size(); i++) {
            List<String> record = records.get(i);
            boolean remark = comment != null && record.getFirst().startsWith(comment);
            if (!remark && record.size() == guess.fields()) {
                body.add(record);
            }
        }
        return body;
    }

    /// Names for all columns but one, which nearly all rows have, as statistics programs write row
    /// names, or a sign behind the last field.
    private boolean isShortHeader(int header) {
        return header == 1
                && guess.fields() >= LEAST_FIELDS
                && records.getFirst().size() == guess.fields() - 1
                && records.getFirst().stream().noneMatch(String::isBlank)
                && new HeaderGuess(
                                records.getFirst(),
                                body(1, null).stream()
                                        .map(row -> row.subList(isTrailing() ? 0 : 1, row.size()))
                                        .map(row -> row.subList(0, guess.fields() - 1))
                                        .toList())
                        .isHeader();
    }

    private boolean isTrailing() {
        return body(1, null).stream().allMatch(row -> row.getLast().isBlank());
    }

    private Layout shortHeader(@Nullable String comment) {
        List<String> titles = new ArrayList<>();
        records.getFirst().forEach(title -> titles.add(title.strip()));
        titles.add(isTrailing() ? titles.size() : 0, "");
        notes.add(
                "the header has one name less than rows have fields, and is taken for a line before"
                        + " the table: "
                        + (isTrailing() ? "the last" : "the first")
                        + " field is without a name");
        Dialect dialect = Layout.complete(guess.dialect(), encoding.charset(), 0, 1, comment);
        return new Layout(dialect, titles, false, notes);
    }
}
