package chancery.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownQueryTest {
    private static final String PREFIXED =
            "PREFIX c: <http://a/> SELECT ?x { ?x a c:A ; c:p 'a', [] }";
    private static final String PLAIN =
            "# again\nSELECT ?x\nWHERE { ?x a <http://a/A>; <http://a/p> 'a' , [] . }";

    private final ResultCache cache = new ResultCache(100_000);

    @Test
    void otherWordsOfOneQueryStandUnderTheFirstOfThem() {
        KnownQuery first = cache.known(new QueryText(PREFIXED));
        KnownQuery second = cache.known(new QueryText(PLAIN));
        assertEquals(PREFIXED, first.first());
        assertEquals(first, second);
        assertSame(second, cache.known(new QueryText(PLAIN)));
    }

    @Test
    void aPrintIsTheSameInWhateverOrderTheWordsCame() {
        String print = cache.known(new QueryText(PREFIXED)).print();
        KnownQuery elsewhere = new ResultCache(100_000).known(new QueryText(PLAIN));
        assertEquals(PLAIN, elsewhere.first());
        assertEquals(print, elsewhere.print());
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT ?x { ?x ?p 'a' }, SELECT ?y { ?y ?p 'a' }",
        "SELECT ?x { ?x ?p 1 }, SELECT ?x { ?x ?p 01 }",
        "SELECT ?x { ?x ?p 1 }, SELECT DISTINCT ?x { ?x ?p 1 }",
        "SELECT * { ?x ?p ?o }, SELECT ?x ?p ?o { ?x ?p ?o }",
        "SELECT * { ?x ?p ?o } LIMIT 1, SELECT * { ?x ?p ?o } OFFSET 1",
        "BASE <http://a/> ASK { ?x ?p <b> }, BASE <http://b/> ASK { ?x ?p <b> }",
        "BASE <http://a/> SELECT (IRI('x') AS ?y) {}, BASE <http://b/> SELECT (IRI('x') AS ?y) {}",
        "PREFIX p: <http://a/> ASK { ?x p:p 1 }, PREFIX p: <http://b/> ASK { ?x p:p 1 }",
        "ASK { ?x ?p << ?s ?q ?o >> }, ASK { ?x ?p <<( ?s ?q ?o )>> }"
    })
    void anotherQueryIsAnotherOne(String one, String two) {
        KnownQuery first = cache.known(new QueryText(one));
        KnownQuery second = cache.known(new QueryText(two));
        assertEquals(two, second.first());
        assertNotEquals(first.print(), second.print());
        assertFalse(KnownQuery.isSame(ReleaseQuery.parse(one), ReleaseQuery.parse(two)));
    }

    @Test
    void anotherQueryThatWerePrintedAlikeIsKeptApart() {
        KnownQuery first = cache.known(new QueryText(PLAIN));
        String other = PLAIN.replace("'a'", "'b'");
        KnownQuery alike = new KnownQuery(other, first.print(), first.kind(), true);
        KnownQuery apart = cache.placed(alike, new QueryText(other));
        assertEquals(other, apart.first());
        assertNotEquals(first.print(), apart.print());
    }

    @Test
    void aQueryIsParsedOnceAndKeepsItsPrefixes() {
        QueryText text = new QueryText(PREFIXED);
        cache.known(new QueryText(PLAIN));
        cache.known(text);
        ReleaseQuery parsed = text.parsed();
        assertSame(parsed, text.parsed());
        assertEquals("http://a/", parsed.query().getPrefix("c"));
        assertTrue(parsed.query().serialize().contains("c:A"), parsed.query().serialize());
    }
}
