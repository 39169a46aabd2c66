package chancery.release.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseBuild;
import chancery.release.ReleaseRefused;
import chancery.release.change.ReleaseChanges.Kind;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseComparisonTest {
    private static final String CONTENT =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            BASE <https://w3id.org/chancery/>
            GRAPH <graph/register> {
              <id/agreement/t> a chy:Agreement ; rdfs:label "The treaty"@en , "Договор"@ru .
              <id/time/1998> a chy:Time ; chy:edtf "1998" .
            }
            GRAPH <graph/source/s> {
              <id/claim/c> a chy:Claim ; rdf:subject <id/agreement/t> ; rdf:predicate chy:signed ;
                rdf:object <id/time/1998> ; chy:statedIn <id/source/s> .
            }
            GRAPH <graph/disagreements> {
              <id/claim/c> chy:verdict chy:Disputed .
              <id/disagreement/d> a chy:Disagreement ; rdfs:label "Signed when?"@en ;
                chy:rule "undecided" .
            }
            GRAPH <graph/rows> { <id/claim/c> chy:row <seeds/t.csv#row=2> . }
            """;

    @TempDir private Path folder;
    private Path former = Path.of("");

    @BeforeEach
    void makeTheFormer() throws ReleaseRefused {
        former = release(CONTENT);
    }

    private Path release(String trig) throws ReleaseRefused {
        ReleaseBuild build = new ReleaseBuild(folder, Base.DEFAULT, LocalDate.of(2026, 1, 31));
        RDFParser.fromString(trig, Lang.TRIG).parse(build.sink());
        return build.finish().folder().resolve("dumps");
    }

    private ReleaseChanges with(String from, String to) throws Exception {
        assertTrue(CONTENT.contains(from), from);
        return ReleaseComparison.between(former, release(CONTENT.replace(from, to)));
    }

    private ReleaseChanges without(String graph) throws Exception {
        Path later = release(CONTENT.replaceFirst("(?s)GRAPH <graph/" + graph + "> \\{.*?\\}", ""));
        return ReleaseComparison.between(former, later);
    }

    @Test
    void theSameHoldsNothingElse() throws Exception {
        assertTrue(ReleaseComparison.between(former, former).none());
    }

    @Test
    void theLineOfATableIsNoChange() throws Exception {
        assertTrue(with("#row=2", "#row=3").none());
    }

    @Test
    void aClaimIsToldByLabels() throws Exception {
        List<String> claim = List.of("The treaty: signed 1998 (s)");
        assertEquals(claim, without("source/s").of(Kind.CLAIMS_WITHDRAWN));
        ReleaseChanges back = ReleaseComparison.between(release(""), former);
        assertEquals(claim, back.of(Kind.CLAIMS_ADDED));
        assertEquals(0, back.triplesGone());
    }

    @Test
    void aVerdictThatTurns() throws Exception {
        ReleaseChanges changes = with("chy:Disputed", "chy:Accepted");
        assertEquals(
                List.of("The treaty: signed 1998 (s): was Disputed, is Accepted"),
                changes.of(Kind.CLAIMS_JUDGED_ANEW));
        assertEquals(List.of(), changes.of(Kind.CLAIMS_ADDED));
        assertEquals(1, changes.triplesAdded());
        assertEquals(1, changes.triplesGone());
    }

    @Test
    void aDisagreementIsOpenedSettledAndGone() throws Exception {
        ReleaseChanges settled = with("\"undecided\"", "\"later-edition\"");
        assertEquals(
                List.of("Signed when? [later-edition]"), settled.of(Kind.DISAGREEMENTS_SETTLED));
        assertEquals(List.of(), settled.of(Kind.DISAGREEMENTS_OPENED));
        assertEquals(List.of("Signed when?"), without("disagreements").of(Kind.DISAGREEMENTS_GONE));
        ReleaseChanges opened = ReleaseComparison.between(release(""), former);
        assertEquals(List.of("Signed when?"), opened.of(Kind.DISAGREEMENTS_OPENED));
    }

    @Test
    void aThingIsAddedAndGone() throws Exception {
        List<String> thing = List.of("The treaty (agreement/t)");
        assertEquals(thing, without("register").of(Kind.THINGS_GONE));
        assertEquals(thing, ReleaseComparison.between(release(""), former).of(Kind.THINGS_ADDED));
    }

    @Test
    void aThingOfAnotherKindIsNoOtherThing() throws Exception {
        ReleaseChanges changes = with("a chy:Agreement", "a chy:Event");
        assertEquals(List.of(), changes.of(Kind.THINGS_ADDED));
        assertEquals(List.of(), changes.of(Kind.THINGS_GONE));
    }

    @Test
    void aLabelOfSeveralLinesIsToldInOne() throws Exception {
        Path nothing = release("");
        ReleaseChanges added =
                ReleaseComparison.between(
                        nothing,
                        release(CONTENT.replace("\"The treaty\"@en", "\"The\\n treaty \"@en")));
        assertEquals(List.of("The treaty (agreement/t)"), added.of(Kind.THINGS_ADDED));
    }

    @Test
    void aDumpThatIsNoneIsNamedByFileAndLine() throws Exception {
        Path later = release("");
        Path dump = later.resolve("chancery.nq");
        Files.writeString(dump, "nothing\n");
        IOException refused =
                assertThrows(IOException.class, () -> ReleaseComparison.between(former, later));
        assertEquals(dump + ":1: found no quad, expected one a line", refused.getMessage());
    }
}
