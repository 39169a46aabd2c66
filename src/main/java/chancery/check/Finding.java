package chancery.check;

import chancery.describe.Notice;
import chancery.table.Position;
import java.util.Locale;

/// Something wrong in the data: where, what stands there, what would have been right.
///
/// @param columnNumber 1-based; 0 if the finding is about the whole row or table
/// @param columnName `""` if the finding is about the whole row or table
/// @param found the text as written if there is a column; else what there is, such as `5 fields`;
///     cut at 1000 characters
/// @param expected what would have been right, such as `4`; cut in the same way
public record Finding(
        Code code,
        Severity severity,
        Position position,
        int columnNumber,
        String columnName,
        String found,
        String expected) {

    /// What kinds of findings there are. The names are public: none is ever renamed or used again.
    public enum Code {
        METADATA,
        MALFORMED_TABLE,
        EMPTY_TABLE,
        HEADER_MISMATCH,
        MISSING_COLUMN,
        UNKNOWN_COLUMN,
        COLUMN_ORDER,
        FIELD_COUNT,
        STRAY_QUOTE,
        REQUIRED,
        DATATYPE,
        PATTERN,
        LENGTH,
        OUT_OF_RANGE,
        IMPOSSIBLE_DATE,
        BAD_TIME,
        BAD_QUANTITY,
        BAD_IRI,
        DUPLICATE_KEY,
        DANGLING_REFERENCE,
        AMBIGUOUS_REFERENCE,
        UNDESCRIBED_TABLE,
        TEXT_MISSING,
        TEXT_DIGEST,
        PASSAGE_ID,
        PASSAGE_UNREGISTERED,
        PASSAGE_OUTSIDE,
        PASSAGE_DIGEST,
        PASSAGE_BEYOND_SENTENCE,
        WORDS_COUNT,
        WORDS_TOO_MANY,
        WORDS_NOT_IN_PASSAGE,
        WORDS_MISREAD,
        EXCUSE_MISSING,
        UNKNOWN_RULE,
        NO_SUCH_DISAGREEMENT,
        EXCUSES_TOO_MANY,
        SUBJECT_NOT_NAMED,
        PASSAGE_IDLE,
        SAID_ELSEWHERE,
        UNKNOWN_CODE,
        CODE_AT_ANOTHER_TIME;

        /// @return such as `field-count`
        public String publicName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Finding {
        found = Excerpt.kept(found);
        expected = Excerpt.kept(expected);
    }

    /// Something wrong in metadata.
    static Finding of(Notice notice, Severity severity) {
        String pointer = notice.place().pointer();
        return new Finding(
                Code.METADATA,
                severity,
                new Position(notice.place().file(), notice.place().line(), 0, 0),
                0,
                "",
                notice.found() + (pointer.isEmpty() ? "" : " at " + pointer),
                notice.expected());
    }

    /// @return one line: `where: column "…": found "…", expected … [code]`
    @Override
    public String toString() {
        String what =
                columnName.isEmpty()
                        ? "found " + found
                        : "column \"" + columnName + "\": found \"" + Excerpt.of(found) + "\"";
        return position + ": " + what + ", expected " + expected + " [" + code.publicName() + "]";
    }
}
