package chancery.check;

import chancery.check.Finding.Code;

/// The rule behind each kind of finding: a section of CSV on the Web, or a rule of ours.
public final class CodeRules {
    private static final String MODEL = "Tabular Data Model, section ";
    private static final String VOCABULARY = "Metadata Vocabulary, section ";
    private static final String OURS = "Chancery, reading tables: ";
    private static final String GATE = "Chancery, evidence gate: ";

    private CodeRules() {}

    /// The rule that was broken, such as `Tabular Data Model, section 6.4.2`.
    public static String of(Code code) {
        return switch (code) {
            case METADATA -> VOCABULARY + "5";
            case MALFORMED_TABLE, FIELD_COUNT, STRAY_QUOTE -> MODEL + "8";
            case HEADER_MISMATCH -> VOCABULARY + "5.5.1";
            case REQUIRED, DATATYPE -> MODEL + "6.4";
            case PATTERN -> MODEL + "6.4.2 to 6.4.7";
            case LENGTH -> MODEL + "4.6.1";
            case OUT_OF_RANGE -> MODEL + "4.6.2";
            case IMPOSSIBLE_DATE -> MODEL + "6.4.4";
            case BAD_IRI -> MODEL + "4.6";
            case DUPLICATE_KEY, DANGLING_REFERENCE, AMBIGUOUS_REFERENCE -> MODEL + "6.6";
            case EMPTY_TABLE, MISSING_COLUMN, UNKNOWN_COLUMN, COLUMN_ORDER, UNDESCRIBED_TABLE ->
                    OURS + "a table is what its metadata describe";
            case BAD_TIME -> OURS + "EDTF, ISO 8601-2";
            case BAD_QUANTITY -> OURS + "figures";
            case UNKNOWN_CODE, CODE_AT_ANOTHER_TIME -> OURS + "codes and what they name";
            case UNKNOWN_RULE, NO_SUCH_DISAGREEMENT -> OURS + "rules and decisions";
            case TEXT_MISSING,
                    TEXT_DIGEST,
                    PASSAGE_ID,
                    PASSAGE_UNREGISTERED,
                    PASSAGE_OUTSIDE,
                    PASSAGE_DIGEST,
                    PASSAGE_BEYOND_SENTENCE,
                    PASSAGE_IDLE,
                    SAID_ELSEWHERE ->
                    GATE + "passages";
            case WORDS_COUNT, WORDS_TOO_MANY, WORDS_NOT_IN_PASSAGE, WORDS_MISREAD ->
                    GATE + "words as written";
            case EXCUSE_MISSING, EXCUSES_TOO_MANY, SUBJECT_NOT_NAMED -> GATE + "names and excuses";
        };
    }
}
