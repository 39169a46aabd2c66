package chancery.describe;

/// Our own properties of tables and columns: common properties by absolute URL, which the standard
/// allows and which change nothing in what another processor writes.
public final class Directive {
    public static final String NS = "https://w3id.org/chancery/ontology#";

    /// On a schema: what the table is for, such as `register` or `facts`.
    public static final String TABLE_ROLE = NS + "tableRole";

    /// On a column: each value of a cell is one claim.
    public static final String MAKES_CLAIMS = NS + "makesClaims";

    /// On a column: its values rest on the passages of the row, but are no claims.
    public static final String IS_EVIDENCED = NS + "isEvidenced";

    /// On a column: template of one IRI per list item; the variable `item` is the item.
    public static final String ITEM_URL = NS + "itemUrl";

    /// On a column: how its values are written, see [ValueForm].
    public static final String VALUE_FORM = NS + "valueForm";

    /// The start of every IRI of ours in metadata; a build may put its own base in its place.
    public static final String BASE = "https://w3id.org/chancery/";

    /// The variable of [#ITEM_URL] templates.
    public static final String ITEM = "item";

    private Directive() {}
}
