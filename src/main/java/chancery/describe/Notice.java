package chancery.describe;

import chancery.describe.json.Place;

/// Something in metadata that the standard does not allow.
///
/// @param found what stands there, such as `"integr"`; line breaks in it are written as `\n`
/// @param expected what would have been right
public record Notice(Place place, String found, String expected) {
    public Notice {
        found = found.replace("\n", "\\n").replace("\r", "\\r");
    }

    /// @return `file#/pointer: found …, expected …`
    @Override
    public String toString() {
        return place + ": found " + found + ", expected " + expected;
    }
}
