package chancery.describe.datatype;

import java.util.Optional;

/// The built-in datatypes of CSV on the Web (Tabular Data Model, section 4.6), under the names
/// metadata uses.
public enum BaseType {
    ANY_ATOMIC_TYPE("anyAtomicType", Kind.TEXT),
    ANY_URI("anyURI", Kind.TEXT),
    BASE64_BINARY("base64Binary", Kind.BINARY),
    HEX_BINARY("hexBinary", Kind.BINARY),
    BOOLEAN("boolean", Kind.TRUTH),
    DATE("date", Kind.MOMENT),
    DATE_TIME("dateTime", Kind.MOMENT),
    DATE_TIME_STAMP("dateTimeStamp", Kind.MOMENT),
    TIME("time", Kind.MOMENT),
    G_DAY("gDay", Kind.MOMENT),
    G_MONTH("gMonth", Kind.MOMENT),
    G_MONTH_DAY("gMonthDay", Kind.MOMENT),
    G_YEAR("gYear", Kind.MOMENT),
    G_YEAR_MONTH("gYearMonth", Kind.MOMENT),
    DURATION("duration", Kind.SPAN),
    DAY_TIME_DURATION("dayTimeDuration", Kind.SPAN),
    YEAR_MONTH_DURATION("yearMonthDuration", Kind.SPAN),
    DECIMAL("decimal", Kind.NUMERIC),
    INTEGER("integer", Kind.NUMERIC),
    LONG("long", Kind.NUMERIC),
    INT("int", Kind.NUMERIC),
    SHORT("short", Kind.NUMERIC),
    BYTE("byte", Kind.NUMERIC),
    NON_NEGATIVE_INTEGER("nonNegativeInteger", Kind.NUMERIC),
    POSITIVE_INTEGER("positiveInteger", Kind.NUMERIC),
    UNSIGNED_LONG("unsignedLong", Kind.NUMERIC),
    UNSIGNED_INT("unsignedInt", Kind.NUMERIC),
    UNSIGNED_SHORT("unsignedShort", Kind.NUMERIC),
    UNSIGNED_BYTE("unsignedByte", Kind.NUMERIC),
    NON_POSITIVE_INTEGER("nonPositiveInteger", Kind.NUMERIC),
    NEGATIVE_INTEGER("negativeInteger", Kind.NUMERIC),
    DOUBLE("double", Kind.NUMERIC),
    FLOAT("float", Kind.NUMERIC),
    STRING("string", Kind.TEXT),
    NORMALIZED_STRING("normalizedString", Kind.TEXT),
    TOKEN("token", Kind.TEXT),
    LANGUAGE("language", Kind.TEXT),
    NAME("Name", Kind.TEXT),
    NMTOKEN("NMTOKEN", Kind.TEXT),
    Q_NAME("QName", Kind.TEXT),
    XML("xml", Kind.TEXT),
    HTML("html", Kind.TEXT),
    JSON("json", Kind.TEXT);

    /// Which facets and formats a datatype can have.
    public enum Kind {
        TEXT,
        BINARY,
        TRUTH,
        NUMERIC,
        MOMENT,
        SPAN
    }

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private final String csvwName;
    private final Kind kind;

    BaseType(String csvwName, Kind kind) {
        this.csvwName = csvwName;
        this.kind = kind;
    }

    /// The name metadata uses, such as `nonNegativeInteger`.
    public String csvwName() {
        return csvwName;
    }

    public Kind kind() {
        return kind;
    }

    /// The datatype IRI of literals of this type.
    public String iri() {
        return switch (this) {
            case XML -> RDF + "XMLLiteral";
            case HTML -> RDF + "HTML";
            case JSON -> "http://www.w3.org/ns/csvw#JSON";
            default -> XSD + csvwName;
        };
    }

    /// Finds a datatype by the name metadata uses, the four short names included.
    public static Optional<BaseType> named(String name) {
        String full =
                switch (name) {
                    case "any" -> "anyAtomicType";
                    case "binary" -> "base64Binary";
                    case "datetime" -> "dateTime";
                    case "number" -> "double";
                    default -> name;
                };
        for (BaseType type : values()) {
            if (type.csvwName.equals(full)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
