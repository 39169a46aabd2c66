package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
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
                IRI,
                title,
                "https://w3id.org/chancery/release/r1",
                "r1",
                date,
                "Chancery",
                Optional.empty());
    }

    /// A footnote cites the source; what this release makes of it is the second entry.
    @Test
    void whatWasReadInASourceCitesThatWithItsPlace() {
        Citation citation =
                new Citation(
                        "https://w3id.org/chancery/id/claim/01",
                        "Lease: signed: 2002",
                        "https://w3id.org/chancery/release/r1",
                        "r1",
                        "2026-01-31",
                        "Chancery",
                        Optional.of(
                                new CitedSource(
                                        "gazette-1991",
                                        "https://w3id.org/chancery/id/source/gazette-1991",
                                        List.of("Anna Ali", "Bo & Co"),
                                        "The Gazette",
                                        "Gazette Press",
                                        "1991",
                                        "March 1991",
                                        "characters 27–68")));
        assertEquals(
                """
                @misc{source-gazette-1991,
                  author = {{Anna Ali} and {Bo \\& Co}},
                  title = {{The Gazette}},
                  howpublished = {Gazette Press},
                  year = {1991},
                  note = {March 1991; characters 27–68},
                  url = {https://w3id.org/chancery/id/source/gazette-1991},
                }
                """,
                citation.bibtex().split("\n\n")[0] + "\n");
        assertTrue(
                citation.bibtex()
                        .contains(
                                "note = {Read from: Anna Ali, Bo \\& Co, The Gazette, Gazette"
                                        + " Press, March 1991, characters 27–68. Release"),
                citation.bibtex());
        JsonObject source = JSON.parseAny(citation.cslJson()).getAsArray().get(0).getAsObject();
        assertEquals("The Gazette", source.getString("title"));
        assertEquals(2, source.get("author").getAsArray().size());
        assertEquals("March 1991; characters 27–68", source.getString("note"));
    }
}
