package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                               | html",
                "*/*                                              | html",
                "text/html,application/xml;q=0.9,*/*;q=0.8        | html",
                "text/turtle                                      | ttl",
                "TEXT/Turtle                                      | ttl",
                "text/html;q=0.5, text/turtle                     | ttl",
                "text/*;q=0.3, text/html;q=0.1, text/turtle;q=0.2 | ttl",
                "application/*                                    | nt",
                "application/rdf+xml, */*;q=0.1                   | rdf",
                "text/html;q=0, */*;q=0.5                         | ttl",
                "text/html;q=x, text/turtle;q=0.001               | ttl",
                "image/png                                        | none",
                "text/html;q=0                                    | none",
            })
    void bestOfTheDescriptionsIsChosen(String accept, String ending) {
        assertEquals(
                ending,
                new Negotiation(accept)
                        .choose(Offer.DESCRIPTIONS)
                        .map(Offer::ending)
                        .orElse("none"));
    }

    @Test
    void tripleTermsAreWantedOnlyForTheTypeThatSaysSo() {
        Negotiation both =
                new Negotiation("text/turtle; version=\"1.2\", application/n-triples;q=0.5");
        assertTrue(both.wantsTripleTerms(Offer.TURTLE));
        assertFalse(both.wantsTripleTerms(Offer.NTRIPLES));
        assertFalse(new Negotiation("text/turtle;version=1.1").wantsTripleTerms(Offer.TURTLE));
    }
}
