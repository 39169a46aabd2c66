package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Node TURKEY = Base.DEFAULT.id("state", "turkey");
    private static final Node RUSSIA = Base.DEFAULT.id("state", "russia");

    private final Names names = new Names();

    private void name(Node property, String text, String lang) {
        Node label = NodeFactory.createLiteralLang(text, lang);
        names.add(Triple.create(TURKEY, property, label));
    }

    @Test
    void everyKindOfLabelInEveryLanguageIsAName() {
        name(RDFS.label.asNode(), "Türkiye", "en");
        name(SKOS.prefLabel.asNode(), "Republic of Türkiye", "en");
        name(SKOS.altLabel.asNode(), "Турция", "ru");
        name(SKOS.hiddenLabel.asNode(), "Turkish", "en");
        name(Chy.term("title"), "A Book", "en");
        for (String words :
                new String[] {"Türkiye", "Republic of Türkiye", "Турция", "Turkish", "A book"}) {
            assertTrue(names.means(words, TURKEY), words);
            assertFalse(names.means(words, RUSSIA), words);
        }
    }

    @Test
    void caseAndWhiteSpaceDoNotCount() {
        name(RDFS.label.asNode(), "Republic  of Türkiye", "en");
        assertTrue(names.means(" republic of\n TÜRKIYE", TURKEY));
    }

    @Test
    void partsOfNamesAndOtherPropertiesAreNoNames() {
        name(RDFS.label.asNode(), "Republic of Türkiye", "en");
        name(RDFS.comment.asNode(), "a state", "en");
        name(Chy.term("publisher"), "Türkiye", "en");
        assertFalse(names.means("Türkiye", TURKEY));
        assertFalse(names.means("a state", TURKEY));
        assertFalse(names.means("", TURKEY));
        assertFalse(names.means("Republic of Türkiye's", TURKEY));
    }

    @Test
    void whiteSpaceAndCaseAreFolded() {
        assertEquals("a b", Names.fold(" A \t b "));
    }

    @Test
    void aNameStandsAsWholeWordsOverAnyWhiteSpace() {
        name(RDFS.label.asNode(), "Republic of Türkiye", "en");
        name(SKOS.hiddenLabel.asNode(), "“Turkish” side", "en");
        assertTrue(names.standsIn("the republic\n of TÜRKIYE’s", TURKEY));
        assertTrue(names.standsIn("the “Turkish” side", TURKEY));
        assertFalse(names.standsIn("the Republic of Türkiyeans", TURKEY));
        assertFalse(names.standsIn("of Türkiye", TURKEY));
        assertFalse(names.standsIn("the republic of Türkiye", RUSSIA));
    }

    @Test
    void aNameWithinALongerOneOfAnotherThingOfItsKindDoesNotCount() {
        Node elder = Base.DEFAULT.id("person", "elder");
        called(elder, "Aliyev");
        called(Base.DEFAULT.id("person", "younger"), "Ilham Aliyev");
        called(Base.DEFAULT.id("place", "square"), "Aliyev Square");
        assertFalse(names.standsIn("Ilham Aliyev came", elder));
        assertTrue(names.standsIn("Ilham Aliyev and Aliyev came", elder));
        assertTrue(names.standsIn("to Aliyev Square", elder));
        called(elder, "Ilham Aliyev");
        assertTrue(names.standsIn("Ilham Aliyev came", elder));
    }

    private void called(Node thing, String label) {
        names.add(
                Triple.create(
                        thing, RDFS.label.asNode(), NodeFactory.createLiteralLang(label, "en")));
    }
}
