package chancery.describe;

import chancery.describe.json.Place;

/// Something in metadata that the standard does not allow.
///
/// @param found what stands there, such as `"integr"`; line breaks in it are written as `\n`
/// @param expected what would have been right
public record Notice(Place place, String found, String expected) {
    public Notice {
        found = inLine(found);
    }

    private static String inLine(String written) {
        return written.replace("\n", "\\n").replace("\r", "\\r");
    }

    /// @return `file#/pointer: found …, expected …`
    @Override
    public String toString() {
        return inLine(place.toString()) + ": found " + found + ", expected " + expected;
    }
}
