package chancery.describe.datatype;

import java.util.Optional;
import java.util.regex.Pattern;

/// How the text of a cell writes a value of its datatype (Tabular Data Model, section 6.4).
public sealed interface Format {
    /// As XML Schema writes it.
    record Plain() implements Format {}

    /// A regular expression that the whole text has to match (section 6.4.6).
    ///
    /// @param source as the metadata writes it
    record Regex(String source, Pattern pattern) implements Format {}

    /// The two words for true and false (section 6.4.3).
    record TruthWords(String yes, String no) implements Format {}

    /// Digits with other signs than XML Schema's, percent and per mille (section 6.4.2).
    ///
    /// @param groupChar empty if groups of digits are not separated
    /// @param pattern empty if any number of digits will do
    record Digits(String decimalChar, Optional<String> groupChar, Optional<NumberPattern> pattern)
            implements Format {}

    /// Dates and times with their parts in another order (section 6.4.4).
    record Fields(MomentPattern pattern) implements Format {}
}
