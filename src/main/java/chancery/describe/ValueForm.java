package chancery.describe;

/// Notations of values that no datatype of the standard has.
public enum ValueForm {
    /// EDTF.
    TIME("time"),
    /// A number with unit, bound and precision.
    QUANTITY("quantity"),
    /// `kind/slug` names a thing, anything else is EDTF.
    TIME_OR_REFERENCE("timeOrReference");

    private final String word;

    ValueForm(String word) {
        this.word = word;
    }

    /// As the metadata writes it.
    public String word() {
        return word;
    }
}
