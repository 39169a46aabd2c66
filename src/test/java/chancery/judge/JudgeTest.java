package chancery.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.evidence.Claim;
import chancery.evidence.ClaimKey;
import chancery.evidence.EvidenceFixture;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final Base BASE = Base.DEFAULT;

    private static Judge judge(String csv) {
        return new Judge(
                JudgeFixture.brief(
                        EvidenceFixture.values(EvidenceFixture.rows(csv)), "", List.of()));
    }

    private static List<ClaimKey> keys(String csv) {
        return EvidenceFixture.claims(csv).stream().map(Claim::key).toList();
    }

    private static Judgement judgement(String csv) {
        return judge(csv).judge(keys(csv));
    }

    /// The verdicts in the order of the claims.
    private static List<Verdict> verdicts(String csv) {
        Judgement judgement = judgement(csv);
        return EvidenceFixture.claims(csv).stream()
                .map(claim -> judgement.of(claim.key()))
                .toList();
    }

    /// @param rows each `source signed`, such as `a 2002`
    private static String signed(String... rows) {
        return Arrays.stream(rows)
                .map(row -> row.split(" "))
                .map(row -> "t,,%s,,,,,,%s,0-9,~,asserts,,inference,G%n".formatted(row[1], row[0]))
                .collect(Collectors.joining());
    }

    @Test
    void aClaimThatNothingStandsAgainstIsAccepted() {
        assertEquals(List.of(Verdict.ACCEPTED), verdicts(signed("a 2002-01-25")));
        assertEquals(List.of(), judgement(signed("a 2002-01-25", "b 2002-01-25")).disagreements());
    }

    @Test
    void aPropertyWithManyValuesAcceptsThemAll() {
        String csv = "t,state/russia;state/iran,,,,,,,a,0-9,~;~,asserts,,inference,G\n";
        assertEquals(List.of(Verdict.ACCEPTED, Verdict.ACCEPTED), verdicts(csv));
        assertEquals(List.of(), judgement(csv).disagreements());
    }

    @ParameterizedTest
    @CsvSource({
        "2008, 2008-07-29",
        "2008-07, 2008-07-29",
        "200X, 2008",
        "2008?, 2008",
        "2008-07/2008-09, 2008-07/2008-09-30",
        "[2008..], 2009-01",
        "XXXX-07-29, 2008-07-29"
    })
    void aCoarserDateIsRefinedByAFinerOneThatAgrees(String coarse, String fine) {
        List<Verdict> expected = List.of(Verdict.REFINED, Verdict.ACCEPTED);
        assertEquals(expected, verdicts(signed("a " + coarse, "b " + fine)));
        assertEquals(expected.reversed(), verdicts(signed("a " + fine, "b " + coarse)));
        assertEquals(List.of(), judgement(signed("a " + coarse, "b " + fine)).disagreements());
    }

    @Test
    void aCoarserFigureIsRefinedByAFinerOneThatAgrees() {
        assertEquals(
                List.of(Verdict.REFINED, Verdict.ACCEPTED),
                verdicts(
                        """
                        t,,,,187.1 mi,,,,a,0-9,~,asserts,,inference,G
                        t,,,,301.1 km,,,,b,0-9,~,asserts,,inference,G
                        """));
        assertEquals(
                List.of(Verdict.DISPUTED, Verdict.DISPUTED),
                verdicts(
                        """
                        t,,,,301.1 mi,,,,a,0-9,~,asserts,,inference,G
                        t,,,,301.1 km,,,,b,0-9,~,asserts,,inference,G
                        """));
    }

    @Test
    void valuesThatCannotBothHoldAreDisputed() {
        String csv = signed("a 2002-01-25", "b 2002-01-26", "c 2002-01-25", "d 2002");
        assertEquals(
                Collections.nCopies(4, Verdict.DISPUTED),
                verdicts(csv),
                "while it is disputed, no value is accepted, a coarser one neither");
        List<Disagreement> disagreements = judgement(csv).disagreements();
        assertEquals(1, disagreements.size());
        Disagreement only = disagreements.getFirst();
        assertEquals(Clash.Kind.DIFFERENT_VALUES, only.clash().kind());
        assertEquals(List.of(BASE.id("agreement", "t")), only.clash().about());
        assertEquals(Chy.term("signed"), only.clash().property());
        assertEquals(
                List.of("a", "b", "c", "d"),
                only.positions().stream().map(ClaimKey::source).toList());
        assertEquals("2002-01-25 (a, c) against 2002-01-26 (b)", only.clash().summary());
    }

    @Test
    void otherThingsAndOtherPropertiesDoNotStandAgainstEachOther() {
        String csv =
                """
                t,,2002,,,1,,,a,0-9,~;~,asserts,,inference,G
                u,,2003,,,2,,,a,0-9,~;~,asserts,,inference,G
                """;
        assertEquals(Collections.nCopies(4, Verdict.ACCEPTED), verdicts(csv));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50})
    void repeatingAValueMoreOftenChangesNothing(int times) {
        List<String> rows = new ArrayList<>(List.of("b 2002-01-26", "d 2002"));
        for (int i = 0; i < times; i++) {
            rows.add("a" + i + " 2002-01-25");
        }
        String csv = signed(rows.toArray(String[]::new));
        List<Verdict> verdicts = verdicts(csv);
        assertEquals(Verdict.DISPUTED, verdicts.getFirst());
        assertEquals(Verdict.DISPUTED, verdicts.get(1));
        assertEquals(Set.of(Verdict.DISPUTED), new HashSet<>(verdicts.subList(2, verdicts.size())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"denies,", "plans,", "asks,", "asserts,somebody-said"})
    void whatIsOnlySaidDeniedPlannedOrAskedIsNotAsserted(String voice) {
        String csv = "t,,2003,,,,,,b,0-9,~," + voice + ",inference,G\n";
        assertEquals(List.of(Verdict.NOT_ASSERTED), verdicts(csv));
        assertEquals(Verdict.NOT_ASSERTED, verdicts(signed("a 2002") + csv).getLast());
    }

    @Test
    void anOpinionIsNotAsserted() {
        assertEquals(
                List.of(Verdict.NOT_ASSERTED),
                verdicts("t,,,,,,,friendly,a,0-9,~,asserts,,inference,G\n"));
    }

    @Test
    void aDenialOfWhatAnotherAssertsIsADisagreement() {
        String csv =
                """
                t,state/russia,,,,,,,a,0-9,~,asserts,,inference,G
                t,state/russia,,,,,,,b,0-9,~,denies,,inference,G
                t,state/russia,,,,,,,a,0-9,~,denies,minister-said,inference,G
                t,state/russia,,,,,,,c,0-9,~,plans,,inference,G
                """;
        assertEquals(
                List.of(
                        Verdict.DISPUTED,
                        Verdict.NOT_ASSERTED,
                        Verdict.NOT_ASSERTED,
                        Verdict.NOT_ASSERTED),
                verdicts(csv));
        Disagreement denial = judgement(csv).disagreements().getFirst();
        assertEquals(1, judgement(csv).disagreements().size());
        assertEquals(Clash.Kind.DENIAL, denial.clash().kind());
        assertEquals(3, denial.positions().size());
        assertEquals(
                "russia: a asserts it, b denies it, minister-said denies it",
                denial.clash().description());
    }

    @Test
    void aDenialOfSomethingElseIsNone() {
        String csv =
                """
                t,state/russia,,,,,,,a,0-9,~,asserts,,inference,G
                t,state/iran,,,,,,,b,0-9,~,denies,,inference,G
                """;
        assertEquals(List.of(), judgement(csv).disagreements());
    }

    @Test
    void aClaimThatWasNotJudgedIsNotAsserted() {
        ClaimKey other = keys(signed("a 2001")).getFirst();
        assertEquals(Verdict.NOT_ASSERTED, judgement(signed("a 2002")).of(other));
        assertEquals(List.of(), judge(signed("a 2002")).judge(List.of()).disagreements());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheClaimsChangesNothing(long seed) {
        String csv =
                signed("b 2002-01-26", "a 2002-01-25", "c 2002-01-25", "d 2002", "e 2002-01-25?")
                        + """
                        t,state/russia,,,,,,,z,0-9,~,asserts,,inference,G
                        t,state/russia,,,,,,,b,0-9,~,denies,,inference,G
                        t,state/russia,,,,,,,a,0-9,~,asserts,,inference,G
                        """;
        List<ClaimKey> claims = new ArrayList<>(keys(csv));
        Judge judge = judge(csv);
        Judgement expected = judge.judge(claims);
        Collections.shuffle(claims, new Random(seed));
        Judgement shuffled = judge.judge(claims);
        assertEquals(expected.verdicts(), shuffled.verdicts());
        assertEquals(written(expected), written(shuffled), "seed " + seed);
    }

    private static Set<Triple> written(Judgement judgement) {
        Set<Triple> triples = new HashSet<>();
        judgement.disagreements().forEach(d -> d.write(BASE, triples::add));
        return triples;
    }

    @Test
    void aDisagreementIsWrittenWithItsPositions() {
        String csv = signed("a 2002", "b 2003");
        Disagreement disagreement = judgement(csv).disagreements().getFirst();
        List<ClaimKey> keys = keys(csv);
        Graph expected = GraphFactory.createGraphMem();
        RDFParser.fromString(
                        """
                        PREFIX chy: <https://w3id.org/chancery/ontology#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        <%s> a chy:Disagreement ; chy:kind chy:DifferentValues ;
                          rdfs:label "id/agreement/t: 2002 (a) against 2003 (b)"@en ;
                          chy:rationale "2002 (a) against 2003 (b)"@en ; chy:rule "undecided" ;
                          chy:about <https://w3id.org/chancery/id/agreement/t> ;
                          chy:onProperty chy:signed ; chy:position <%s>, <%s> .
                        """
                                .formatted(
                                        disagreement.node(BASE).getURI(),
                                        keys.getFirst().node(BASE).getURI(),
                                        keys.getLast().node(BASE).getURI()),
                        Lang.TURTLE)
                .parse(expected);
        assertEquals(expected.find().toSet(), written(judgement(csv)));
    }
}
