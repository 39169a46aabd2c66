package chancery.describe;

import java.util.Optional;
import java.util.regex.Pattern;

/// How the text of a cell writes a value of its datatype (Tabular Data Model, section 6.4).
public sealed interface Format {
    /// As XML Schema writes it.
    record Plain() implements Format {}

    /// A regular expression that the whole text has to match.
    ///
    /// @param source as the metadata writes it
    record Regex(String source, Pattern pattern) implements Format {}

    /// The two words for true and false.
    record TruthWords(String yes, String no) implements Format {}

    /// Digits with other signs than XML Schema's.
    ///
    /// @param groupChar empty if groups of digits are not separated
    record Digits(char decimalChar, Optional<Character> groupChar) implements Format {}
}
