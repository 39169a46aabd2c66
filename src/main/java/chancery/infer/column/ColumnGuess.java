package chancery.infer.column;

import chancery.describe.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a column is taken for.
///
/// @param base of its datatype, as metadata name it
/// @param nulls texts for no value, `""` among them; none if only the empty text is one
/// @param separator between the items of a list
/// @param notes what it rests on, in the order in which they are told
/// @param swappable whether day and month could be the other way round
public record ColumnGuess(
        String base,
        Json datatype,
        List<String> nulls,
        Optional<String> separator,
        boolean required,
        List<String> notes,
        boolean swappable) {
    static final String STRING = "string";

    public ColumnGuess {
        nulls = List.copyOf(nulls);
        notes = List.copyOf(notes);
    }

    static ColumnGuess of(String base, Json datatype, String note) {
        return new ColumnGuess(
                base, datatype, List.of(), Optional.empty(), false, List.of(note), false);
    }

    static ColumnGuess of(String base, String note) {
        return of(base, JsonBuilder.text(base), note);
    }

    /// Whether a date may be written in several ways, as `1.2.2003` and `01.02.2003`.
    public boolean isUnpadded() {
        return datatype instanceof Json.Obj type
                && type.members().get("format") instanceof Json.Str format
                && format.text().matches("(?:.*[^dM])?[dM](?:[^dM].*)?");
    }

    public boolean isText() {
        return base.equals(STRING);
    }

    ColumnGuess withNulls(List<String> words) {
        return new ColumnGuess(base, datatype, words, separator, required, notes, swappable);
    }

    ColumnGuess withSeparator(String sign) {
        return new ColumnGuess(
                base, datatype, nulls, Optional.of(sign), required, notes, swappable);
    }

    ColumnGuess asSwappable() {
        return new ColumnGuess(base, datatype, nulls, separator, required, notes, true);
    }

    public ColumnGuess asRequired() {
        return new ColumnGuess(base, datatype, nulls, separator, true, notes, swappable);
    }

    /// @param note `""` adds nothing
    public ColumnGuess noting(String note) {
        if (note.isEmpty()) {
            return this;
        }
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new ColumnGuess(base, datatype, nulls, separator, required, more, swappable);
    }
}
