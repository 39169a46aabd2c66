package chancery.describe.datatype;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/// The datatype of a column: a built-in type, perhaps narrowed (Metadata Vocabulary, 5.11.2).
public sealed interface Datatype {
    BaseType base();

    /// IRI of the datatype that literals have: the description's own `@id`, else that of the base.
    String iri();

    Format format();

    /// Strings, names, IRIs, markup.
    record Text(BaseType base, String iri, Format format, Lengths lengths) implements Datatype {}

    /// base64 and hexadecimal; lengths count bytes.
    record Binary(BaseType base, String iri, Format format, Lengths lengths) implements Datatype {}

    record Truth(BaseType base, String iri, Format format) implements Datatype {}

    record Numeric(BaseType base, String iri, Format format, Bounds<BigDecimal> bounds)
            implements Datatype {}

    /// Dates and times; bounds are lexical forms of the base type.
    record Moment(BaseType base, String iri, Format format, Bounds<String> bounds)
            implements Datatype {}

    /// Durations; bounds are lexical forms of the base type.
    record Span(BaseType base, String iri, Format format, Bounds<String> bounds)
            implements Datatype {}

    /// Inclusive bounds of a length in characters (code points) or bytes.
    record Lengths(OptionalInt least, OptionalInt most) {
        public static final Lengths ANY = new Lengths(OptionalInt.empty(), OptionalInt.empty());

        /// @return such as `3 to 5 characters`
        public String shown(String unit) {
            if (least.isPresent() && most.isPresent()) {
                return least.getAsInt() == most.getAsInt()
                        ? least.getAsInt() + " " + unit
                        : least.getAsInt() + " to " + most.getAsInt() + " " + unit;
            }
            return least.isPresent()
                    ? "at least " + least.getAsInt() + " " + unit
                    : "at most " + most.orElse(0) + " " + unit;
        }

        /// Whether some length is allowed.
        public boolean areInOrder() {
            return least.orElse(0) <= most.orElse(Integer.MAX_VALUE);
        }

        public boolean allow(int length) {
            return length >= least.orElse(0) && length <= most.orElse(Integer.MAX_VALUE);
        }
    }

    /// Bounds of a value; of each end either the inclusive or the exclusive one is given, or none.
    record Bounds<T>(
            Optional<T> minimum,
            Optional<T> maximum,
            Optional<T> minExclusive,
            Optional<T> maxExclusive) {
        public static <T> Bounds<T> none() {
            return new Bounds<>(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// What a column has that names no datatype.
    static Datatype string() {
        return new Text(BaseType.STRING, BaseType.STRING.iri(), new Format.Plain(), Lengths.ANY);
    }
}
