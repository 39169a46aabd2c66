package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

class CitationTest {
    private static final String IRI = "https://w3id.org/chancery/id/agreement/lease-2002";

    @Test
    void bibtexNamesTheThingAndTheRelease() {
        assertEquals(
                """
                @misc{chancery-agreement-lease-2002,
                  title = {{Lease of the radar}},
                  howpublished = {Chancery},
                  year = {2026},
                  month = jan,
                  version = {r1},
                  note = {Release \\url{https://w3id.org/chancery/release/r1}},
                  url = {https://w3id.org/chancery/id/agreement/lease-2002},
                }
                """,
                citation("Lease of the radar", "2026-01-31").bibtex());
    }

    @Test
    void titleCannotBreakOutOfItsField() {
        String entry =
                citation("a}}, url = {x}\n@misc{b, \\input{/etc/passwd} 5% & #1", "").bibtex();
        assertTrue(
                entry.contains(
                        "{{a\\}\\}, url = \\{x\\} @misc\\{b,"
                                + " \\textbackslash{}input\\{/etc/passwd\\} 5\\% \\& \\#1}}"),
                entry);
        assertFalse(entry.contains("year"), "a release without a date gives none");
    }

    @Test
    void cslJsonCanBeReadWhateverTheTitle() {
        String title = "\"</script>\u0001\u202Eтекст";
        JsonObject entry =
                JSON.parseAny(citation(title, "2026-01-31").cslJson())
                        .getAsArray()
                        .get(0)
                        .getAsObject();
        assertEquals(title, entry.get("title").getAsString().value());
        assertEquals(IRI, entry.get("URL").getAsString().value());
        assertEquals(
                "[ [ 2026 , 1 , 31 ] ]",
                entry.get("issued")
                        .getAsObject()
                        .get("date-parts")
                        .toString()
                        .replaceAll("\\s+", " ")
                        .strip());
    }

    private static Citation citation(String title, String date) {
        return new Citation(
                IRI, title, "https://w3id.org/chancery/release/r1", "r1", date, "Chancery");
    }
}
