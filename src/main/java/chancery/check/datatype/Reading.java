package chancery.check.datatype;

import chancery.check.Finding;
import chancery.check.Value;

/// What came of reading a text: a value, or what would have been right.
public sealed interface Reading {
    record Fits(Value value) implements Reading {}

    record Fails(Finding.Code code, String expected) implements Reading {}

    static Reading fits(Value value) {
        return new Fits(value);
    }

    static Reading fails(Finding.Code code, String expected) {
        return new Fails(code, expected);
    }
}
