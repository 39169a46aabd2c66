package chancery.infer;

import chancery.check.Findings;
import chancery.check.Validator;
import chancery.describe.BadDescription;
import chancery.describe.TableGroup;
import chancery.describe.json.Json;
import chancery.describe.json.JsonReader;
import chancery.describe.json.JsonWriter;
import chancery.describe.metadata.MetadataReader;
import chancery.table.Library;
import chancery.table.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Tables in memory, what `infer` makes of them, and what `check` says to that.
///
/// @param json the document, read again from its text
/// @param findings of a validation, warnings on the metadata included
record Described(Json.Obj json, List<String> faults, List<String> findings) {
    private static final String FOLDER = "http://example.org/";

    static Described of(String table) throws Undescribable {
        return of(Map.of("t.csv", table.getBytes(StandardCharsets.UTF_8)), 0);
    }

    static Described of(String table, Charset encoding) throws Undescribable {
        return of(Map.of("t.csv", table.getBytes(encoding)), 0);
    }

    static Described of(String name, String table, String other, String otherTable)
            throws Undescribable {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put(name, table.getBytes(StandardCharsets.UTF_8));
        tables.put(other, otherTable.getBytes(StandardCharsets.UTF_8));
        return of(tables, 0);
    }

    static Described of(Map<String, byte[]> tables, long rows) throws Undescribable {
        Map<String, Source> sources = new LinkedHashMap<>();
        tables.forEach(
                (name, bytes) ->
                        sources.put(name, new Source(name, () -> new ByteArrayInputStream(bytes))));
        return ofSources(sources, rows);
    }

    static Described ofSources(Map<String, Source> sources, long rows) throws Undescribable {
        Inference.Result result = new Inference(rows, (file, bytes) -> {}).describe(sources);
        List<String> findings = new ArrayList<>();
        try {
            String text = JsonWriter.write(result.document());
            Json json =
                    JsonReader.read(
                            "metadata.json",
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            Library library = new Tables(sources);
            TableGroup group =
                    MetadataReader.ofTheStandard(library, notice -> findings.add(notice.toString()))
                            .read(json, FOLDER + "metadata.json");
            Findings found = new Findings();
            new Validator(library, found).validate(group);
            findings.addAll(found.lines());
            return new Described((Json.Obj) json, result.faults(), findings);
        } catch (BadDescription e) {
            throw new AssertionError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Tables(Map<String, Source> sources) implements Library {
        @Override
        public Document open(String iri) throws IOException {
            Source source = sources.get(iri.substring(FOLDER.length()));
            if (source == null) {
                throw new NoSuchFileException(iri);
            }
            return new Document(source.opener().open(), "text/csv", "", List.of());
        }

        @Override
        public String name(String iri) {
            return iri.substring(FOLDER.length());
        }
    }

    private Json.Obj table(int number) {
        return json.members().get("tables") instanceof Json.Arr tables
                ? (Json.Obj) tables.items().get(number)
                : json;
    }

    private static Json.Obj object(Json.Obj in, String name) {
        return (Json.Obj) in.members().getOrDefault(name, new Json.Obj(Map.of(), in.place()));
    }

    private static Json member(Json.Obj in, String name) {
        return Objects.requireNonNull(in.members().get(name), name);
    }

    String dialect() {
        return compact(object(table(0), "dialect"));
    }

    String description() {
        return compact(member(table(0), "dc:description"));
    }

    /// What is said of a column, its description left out.
    ///
    /// @param number 1-based
    String column(int number) {
        Json.Obj column = columnObject(number);
        Map<String, Json> members = new LinkedHashMap<>(column.members());
        members.remove("dc:description");
        return compact(new Json.Obj(members, column.place()));
    }

    /// The datatype of a column.
    ///
    /// @param number 1-based
    String datatype(int number) {
        return compact(member(columnObject(number), "datatype"));
    }

    /// Why a column is what it is.
    ///
    /// @param number 1-based
    String why(int number) {
        return compact(member(columnObject(number), "dc:description"));
    }

    private Json.Obj columnObject(int number) {
        Json.Obj schema = object(table(0), "tableSchema");
        return (Json.Obj) ((Json.Arr) member(schema, "columns")).items().get(number - 1);
    }

    String key() {
        return key(0);
    }

    String key(int table) {
        Json key = object(table(table), "tableSchema").members().get("primaryKey");
        return key == null ? "" : compact(key);
    }

    /// The foreign keys of a table.
    ///
    /// @param table 0-based
    String references(int table) {
        Json keys = object(table(table), "tableSchema").members().get("foreignKeys");
        return keys == null ? "" : compact(keys);
    }

    private static String compact(Json json) {
        return JsonWriter.write(json)
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + (a.endsWith(",") ? " " : "") + b)
                .orElse("")
                .replace("\"", "'");
    }
}
