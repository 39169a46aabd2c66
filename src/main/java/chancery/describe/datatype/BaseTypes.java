package chancery.describe.datatype;

import chancery.describe.iri.CompactIri;

/// Datatypes by the names that values of common properties may use.
public final class BaseTypes {
    private BaseTypes() {}

    /// @param name of a built-in datatype, with a known prefix, or a URL
    /// @return the datatype's IRI
    public static String iri(String name) {
        return BaseType.named(name).map(BaseType::iri).orElseGet(() -> CompactIri.expand(name));
    }
}
