package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HrefsTest {
    @ParameterizedTest
    @CsvSource({
        "http://example.org/g/id/state/x,          /id/state/x",
        "https://w3id.org/chancery/ontology#State, /ontology#State",
        "http://www.wikidata.org/entity/Q1,        http://www.wikidata.org/entity/Q1",
        "javascript:alert(1),                      ''",
        "data:text/html;x,                         ''",
        "urn:x:y,                                  ''",
    })
    void iriLeadsToAPathOrAnAddressOrNowhereAndBack(String iri, String href) {
        Hrefs hrefs = new Hrefs("http://example.org/g/");
        assertEquals(href, hrefs.of(iri));
        assertEquals(href.isEmpty() ? "" : iri, hrefs.iri(href));
    }
}
