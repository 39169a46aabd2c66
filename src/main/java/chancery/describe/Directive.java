package chancery.describe;

/// Our own properties of tables and columns: common properties by absolute URL, which the standard
/// allows and which change nothing in what another processor writes.
public final class Directive {
    public static final String NS = "https://w3id.org/chancery/ontology#";

    /// On a schema: what the table is for, such as `register` or `facts`.
    public static final String TABLE_ROLE = NS + "tableRole";

    /// On a group of tables: the id of the dataset as a source.
    public static final String SOURCE = NS + "source";

    /// On a table: a regular expression for the names of files that are such tables.
    public static final String FILE_NAME = NS + "fileName";

    /// On a table in UTF-8: the encoding of the bytes that are no UTF-8, such as `windows-1252`.
    public static final String STRAY_BYTES = NS + "strayBytes";

    /// On a schema of a pack: scheme, column of a code and column of the text it stands for; makes
    /// the rows a list for [#CODE_OF] in all of the pack's tables.
    public static final String LISTS_CODES = NS + "listsCodes";

    /// On a column: each value of a cell is one claim.
    public static final String MAKES_CLAIMS = NS + "makesClaims";

    /// On a column: its values rest on the passages of the row, but are no claims.
    public static final String IS_EVIDENCED = NS + "isEvidenced";

    /// On a column: template of one IRI per list item; the variable `item` is the item.
    public static final String ITEM_URL = NS + "itemUrl";

    /// On a column: how its values are written, see [ValueForm].
    public static final String VALUE_FORM = NS + "valueForm";

    /// On a virtual column: columns of year, month and day, of which a date is put together.
    public static final String DATE_OF = NS + "dateOf";

    /// On a virtual column: a text with names of columns in braces.
    public static final String TEXT_OF = NS + "textOf";

    /// On a virtual column: the same, made an id of lower-case letters, digits and hyphens.
    public static final String SLUG_OF = NS + "slugOf";

    /// On a virtual column: the column of a code; the cell holds the id of what the code names.
    public static final String CODE_OF = NS + "codeOf";

    /// Beside [#CODE_OF]: the scheme that the code is of.
    public static final String CODE_SCHEME = NS + "codeScheme";

    /// Beside [#CODE_OF]: the column of the date at which the code counts.
    public static final String CODE_AT = NS + "codeAt";

    /// Beside [#CODE_AT]: whether the code counts on the day before that date begins.
    public static final String CODE_BEFORE = NS + "codeBefore";

    /// Beside [#CODE_OF]: the column whose text stands for a code that names nothing.
    public static final String CODE_ELSE = NS + "codeElse";

    /// Beside [#CODE_OF]: how many digits a number has in the scheme; lost zeros are put before it.
    public static final String CODE_DIGITS = NS + "codeDigits";

    /// Beside any of these: what is read in the place of a text, as `expression=>text`.
    public static final String READ_AS = NS + "readAs";

    /// The start of every IRI of ours in metadata; a build may put its own base in its place.
    public static final String BASE = "https://w3id.org/chancery/";

    /// The variable of [#ITEM_URL] templates.
    public static final String ITEM = "item";

    private Directive() {}
}
