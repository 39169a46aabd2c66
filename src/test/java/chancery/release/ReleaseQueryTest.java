package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.jena.query.QueryException;
import org.junit.jupiter.api.Test;

class ReleaseQueryTest {
    private static final String START = "http://x.example/";

    private static String iri(int length) {
        return START + "y".repeat(length - START.length());
    }

    private static void assertTooLong(String found, String query) {
        QueryException e = assertThrows(QueryException.class, () -> ReleaseQuery.parse(query));
        assertEquals(found + " characters, expected at most 500", e.getMessage());
    }

    /// Each name that is made with it is as long.
    @Test
    void aPrefixOrBaseHasALimit() {
        String ask = " ASK { ?s p:a <b> ; p:c <<( ?s p:a ?o )>> }";
        String prefix = "PREFIX p: <" + iri(500) + ">";
        String base = "BASE <" + iri(500) + ">";
        assertEquals(iri(500), ReleaseQuery.parse(base + prefix + ask).query().getPrefix("p"));
        assertTooLong("PREFIX: found 501", "PREFIX p: <" + iri(501) + ">" + ask);
        assertTooLong("PREFIX: found 501", "PREFIX p: <" + iri(501) + "> ASK { p:a p:b p:c }");
        assertTooLong("BASE: found 501", "BASE <" + iri(501) + "> ASK { <a> <b> <c> }");
        assertTooLong(
                "PREFIX: found 501", "pre\\u0066ix p: <" + iri(501) + "> ASK { p:a p:b p:c }");
    }

    @Test
    void whatIsTakenFromTheBaseCountsToo() {
        String more = "y".repeat(300) + "/";
        String once = "BASE <" + START + more + "> ";
        assertTooLong("BASE: found 619", once + "BASE <" + more + "> ASK { <a> <b> <c> }");
        assertTooLong("PREFIX: found 619", once + "PREFIX p: <" + more + "> ASK { p:a p:b p:c }");
    }
}
