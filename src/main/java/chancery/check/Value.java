package chancery.check;

import chancery.check.datatype.CanonicalForm;
import chancery.check.datatype.CanonicalNumber;
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
    @SuppressWarnings("AvoidCommonTypeNames") // always said with its room: Value.Number
    record Number(BigDecimal value, String lexical, String datatype) implements Value {}

    /// @param lexical `true`, `false`, `1` or `0`
    record Bool(boolean value, String lexical, String datatype) implements Value {}

    /// Any other literal: dates, durations, binary, markup, `anyURI`, `INF`.
    record Typed(String lexical, String datatype) implements Value {}

    /// A thing, by a directive: `itemUrl`, or `kind/slug` where a time may stand as well.
    ///
    /// @param iri with the base that metadata have, `https://w3id.org/chancery/`
    /// @param text as written
    record Iri(String iri, String text) implements Value {}

    /// @param text as written
    record Time(Edtf edtf, String text) implements Value {}

    /// @param text as written
    record Quantity(chancery.measure.Quantity quantity, String text) implements Value {}

    /// A text that does not fit the column; there is a finding about it.
    record Misfit(String text) implements Value {}

    /// The value in the form that templates and keys use: canonical where XML Schema has such a
    /// form (`7.0` for the decimal `7`); `""` for none; a misfit as written.
    default String canonical() {
        return switch (this) {
            case Absent absent -> "";
            case Text text -> text.text();
            case Number number -> CanonicalNumber.of(number);
            case Bool bool -> String.valueOf(bool.value());
            case Typed typed -> CanonicalForm.of(typed.lexical(), typed.datatype());
            case Iri iri -> iri.text();
            case Time time -> time.text();
            case Quantity quantity -> quantity.text();
            case Misfit misfit -> misfit.text();
        };
    }

    /// Whether there is a value and it fits.
    default boolean isUsable() {
        return !(this instanceof Absent) && !(this instanceof Misfit);
    }
}
