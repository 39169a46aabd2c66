package chancery.pack;

import chancery.describe.BadDescription;
import chancery.describe.DescriptionReader;
import chancery.describe.Directive;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.describe.json.Json;
import chancery.table.Encodings;
import chancery.table.Source;
import chancery.table.bytes.StrayBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One file of a dataset's table, as text alone: another machine can describe the table from it.
///
/// @param name of the metadata, for messages
/// @param metadata their text
/// @param folder IRI of the folder of the metadata, ends in `/`
/// @param url of the table in the metadata
/// @param id of the file in IRIs
public record PackFile(String name, String metadata, String folder, String url, String id)
        implements Serializable {
    /// @param source where the file lies, unpacked
    public TableDescription described(Source source) throws BadDescription {
        TableGroup ofFile;
        try {
            ofFile =
                    DescriptionReader.readGroup(
                            name,
                            new ByteArrayInputStream(metadata.getBytes(StandardCharsets.UTF_8)),
                            folder,
                            text -> text.replace(Pack.FILE_VARIABLE, id));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        TableDescription described =
                ofFile.tables().stream()
                        .filter(table -> table.url().equals(url))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        BadDescription.of(
                                                name,
                                                0,
                                                "no table " + url,
                                                "the tables of the files that were added"))
                        .at(source);
        return described.at(readable(described));
    }

    /// The bytes of a table's file as UTF-8, if its metadata say what else stands in it.
    private static Source readable(TableDescription table) throws BadDescription {
        Json stray = table.annotations().properties().get(Directive.STRAY_BYTES);
        if (stray == null) {
            return table.source();
        }
        Optional<Charset> encoding =
                stray instanceof Json.Str label ? Encodings.named(label.text()) : Optional.empty();
        if (encoding.isEmpty()) {
            throw BadDescription.of(stray, "an encoding, such as windows-1252");
        }
        Source bytes = table.source();
        return new Source(bytes.name(), () -> new StrayBytes(bytes.open(), encoding.get()));
    }
}
