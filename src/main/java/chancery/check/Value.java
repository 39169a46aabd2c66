package chancery.check;

import chancery.measure.Quantity;
import chancery.time.Edtf;
import java.math.BigDecimal;

/// What the text of a cell, or of one item of its list, means.
public sealed interface Value {
    /// There is none.
    record Absent() implements Value {}

    /// A string.
    ///
    /// @param lang language tag; `""` if none
    record Text(String text, String lang) implements Value {}

    /// A number.
    ///
    /// @param lexical as written where that is a valid lexical form, else the canonical one
    /// @param datatype IRI of the literal's datatype
    record Number(BigDecimal number, String lexical, String datatype) implements Value {}

    /// @param lexical `true`, `false`, `1` or `0`
    record Bool(boolean truth, String lexical, String datatype) implements Value {}

    /// Any other literal: dates, durations, binary, markup, `anyURI`, `INF`.
    record Typed(String lexical, String datatype) implements Value {}

    /// A thing of ours, written `kind/slug`.
    ///
    /// @param iri with the base that metadata have, `https://w3id.org/chancery/`
    record Iri(String iri) implements Value {}

    record Time(Edtf edtf) implements Value {}

    record Amount(Quantity quantity) implements Value {}

    /// A text that does not fit the column; there is a finding about it.
    record Misfit(String text) implements Value {}

    /// Whether there is a value and it fits.
    default boolean isUsable() {
        return !(this instanceof Absent) && !(this instanceof Misfit);
    }
}
