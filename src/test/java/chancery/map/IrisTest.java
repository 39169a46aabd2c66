package chancery.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.describe.iri.UriTemplate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IrisTest {
    private static final Iris IRIS = new Iris("http://example.org/", "http://example.org/t.csv");

    @Test
    void whatATemplateCouldNotFinishIsNoIri() {
        String longest = "x".repeat(UriTemplate.LONGEST);
        assertEquals(Optional.of("http://example.org/" + longest), IRIS.resolved(longest));
        assertEquals(Optional.empty(), IRIS.resolved(longest + "x"));
    }
}
