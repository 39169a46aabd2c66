package chancery.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ways in which a disagreement is noticed.
class ClashTest {
    private static final String OPPOSED =
            "<concept/friendly> chy:opposedTo <concept/sour> . <event/x> rdfs:label \"X\"@en .";

    private static List<Clash.Kind> kinds(Judgement judgement) {
        return judgement.disagreements().stream().map(d -> d.clash().kind()).toList();
    }

    @Test
    void oneClaimDoesNotDisagreeWithItself() {
        JudgeFixture claims = JudgeFixture.claims("a | agreement/t | signed | 2001");
        Clash.Stand one = Clash.Stand.of(claims.key(0));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Clash(
                                Clash.Kind.DENIAL,
                                "",
                                List.of(JudgeFixture.thing("agreement/t")),
                                null,
                                claims.keys(),
                                List.of(Set.of(one)),
                                true,
                                "",
                                ""));
    }

    @Test
    void aRoleWithOneFillerTakesOne() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | event/x | eventType | concept/resignation",
                        "a | event/x | agent | person/anna",
                        "b | event/x | agent | person/boris",
                        "b | event/y | agent | person/boris",
                        "a | event/y | agent | person/anna");
        Judgement judgement =
                claims.judge("<concept/resignation> chy:functionalRole chy:agent .", List.of());
        assertEquals(List.of(Clash.Kind.DIFFERENT_VALUES), kinds(judgement));
        assertEquals(
                List.of(JudgeFixture.thing("event/x")),
                judgement.disagreements().getFirst().clash().about());
    }

    @Test
    void aTownRefinesItsStateAndContradictsAnother() {
        String lies = "<place/baku> chy:locatedIn <place/apsheron> .";
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | event/x | place | place/baku",
                        "b | event/x | place | place/azerbaijan",
                        "c | place/apsheron | locatedIn | place/azerbaijan");
        Judgement judgement = claims.judge(lies, List.of());
        assertEquals(List.of(), kinds(judgement));
        assertEquals(
                List.of(Verdict.ACCEPTED, Verdict.REFINED, Verdict.ACCEPTED),
                claims.verdicts(judgement));
        JudgeFixture apart =
                JudgeFixture.claims(
                        "a | event/x | place | place/baku", "b | event/x | place | place/moscow");
        assertEquals(List.of(Clash.Kind.DIFFERENT_VALUES), kinds(apart.judge(lies, List.of())));
    }

    @Test
    void valuesThatCanAllBeTrueAreNoDisagreementAndOneIsAccepted() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | agreement/t | signed | [2002-01..2002-03]",
                        "b | agreement/t | signed | [2002-02..2002-05]");
        Judgement judgement = claims.judge();
        assertEquals(List.of(), kinds(judgement));
        assertEquals(
                Set.of(Verdict.ACCEPTED, Verdict.REFINED),
                new HashSet<>(claims.verdicts(judgement)));
    }

    @ParameterizedTest
    @CsvSource({
        "2008, 2008-07-29, 0",
        "2008-07-28, 2008-07-29, 1",
        "301.1 km, 187.1 mi, 0",
        "301.1 mi, 301.1 km, 1",
        "2.403e9 USD, 2.4e9 USD, 0"
    })
    void precisionDecidesWhatContradicts(String one, String other, int disagreements) {
        String property = one.contains(" ") ? "quantity" : "signed";
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | thing/t | " + property + " | " + one,
                        "b | thing/t | " + property + " | " + other);
        assertEquals(disagreements, claims.judge().disagreements().size());
    }

    @ParameterizedTest
    @CsvSource({
        "2008, 2008-05, state/b, 1",
        "2008, 2009, state/b, 0",
        "2008, 2008-05, state/c, 0",
        "'', 2008, state/b, 0"
    })
    void opposedQualitiesTowardOneThingAtOneTimeClash(
            String time, String otherTime, String toward, int disagreements) {
        String[] lines = {
            "a | condition/one | bearer | state/a",
            "a | condition/one | toward | state/b",
            "a | condition/one | quality | concept/friendly",
            "a | condition/one | " + (time.isEmpty() ? "issue | event/x" : "attested | " + time),
            "b | condition/two | bearer | state/a",
            "b | condition/two | toward | " + toward,
            "b | condition/two | quality | concept/sour",
            "b | condition/two | attested | " + otherTime
        };
        Judgement judgement = JudgeFixture.claims(lines).judge(OPPOSED, List.of());
        assertEquals(disagreements, judgement.disagreements().size());
        assertTrue(kinds(judgement).stream().allMatch(Clash.Kind.OPPOSED_CONDITIONS::equals));
    }

    @Test
    void whatHasBegunAndNotEndedGoesOn() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | condition/one | bearer | state/a",
                        "a | condition/one | quality | concept/friendly",
                        "a | condition/one | begin | 2001",
                        "b | condition/two | bearer | state/a",
                        "b | condition/two | quality | concept/sour",
                        "b | condition/two | attested | 2020");
        assertEquals(1, claims.judge(OPPOSED, List.of()).disagreements().size());
        JudgeFixture ended =
                JudgeFixture.claims(
                        "a | condition/one | bearer | state/a",
                        "a | condition/one | quality | concept/friendly",
                        "a | condition/one | begin | 2001",
                        "a | condition/one | end | 2010",
                        "b | condition/two | bearer | state/a",
                        "b | condition/two | quality | concept/sour",
                        "b | condition/two | attested | 2020");
        assertEquals(List.of(), ended.judge(OPPOSED, List.of()).disagreements());
    }

    private static final String TWO_SIGNERS =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            SELECT ?about ?claim1 ?claim2 ?rationale {
              ?claim1 rdf:predicate chy:begin ; rdf:subject ?about ; rdf:object/chy:startEarliest ?b .
              ?claim2 rdf:predicate chy:end ; rdf:subject ?about ; rdf:object/chy:endLatest ?e .
              FILTER (?e < ?b) BIND (CONCAT(STR(?e), " before ", STR(?b)) AS ?rationale) }
            """;

    private static Judgement constrained(JudgeFixture claims, String header) {
        Constraint constraint = Constraint.of("ends-first", header + TWO_SIGNERS);
        return new Judge(
                        JudgeFixture.brief(
                                claims.values(), "", List.of(), List.of(), List.of(constraint)))
                .judge(claims.keys());
    }

    @Test
    void aConstraintFindsClaimsOfAnyVoice() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | tenure/t | begin | 2005",
                        "b:somebody-said | tenure/t | end | 2004-05",
                        "b | tenure/u | begin | 2004",
                        "b | tenure/u | end | 2005");
        Judgement judgement = constrained(claims, "");
        Disagreement found = judgement.disagreements().getFirst();
        assertEquals(List.of(Clash.Kind.BROKEN_CONSTRAINT), kinds(judgement));
        assertEquals("ends-first", found.clash().constraint());
        assertEquals("2004-05-31 before 2005-01-01", found.clash().summary());
        assertEquals(
                List.of(Verdict.DISPUTED, Verdict.NOT_ASSERTED, Verdict.ACCEPTED, Verdict.ACCEPTED),
                claims.verdicts(judgement));
    }

    @Test
    void whatIsOnlyUnlikelyIsListedAndStaysAccepted() {
        JudgeFixture claims =
                JudgeFixture.claims("a | tenure/t | begin | 2005", "a | tenure/t | end | 2004");
        Judgement judgement = constrained(claims, "# certainty: unlikely\n");
        assertEquals(1, judgement.disagreements().size());
        assertEquals(Set.of(Verdict.ACCEPTED), new HashSet<>(claims.verdicts(judgement)));
    }

    @ParameterizedTest
    @CsvSource({"SELECT ?claim { ?claim ?p ?o }", "ASK {}", "SELECT ?about { ?about ?p ?o }"})
    void aConstraintSelectsClaimsAndThings(String query) {
        assertThrows(IllegalArgumentException.class, () -> Constraint.of("x", query));
    }

    private static CuratorsRow row(
            Clash.Kind kind, JudgeFixture claims, Optional<Integer> preferred, String... about) {
        return new CuratorsRow(
                "row",
                kind,
                List.of(about).stream().map(JudgeFixture::thing).toList(),
                Optional.empty(),
                claims.keys().stream()
                        .map(key -> key.id(JudgeFixture.BASE))
                        .collect(Collectors.toSet()),
                preferred.map(index -> claims.key(index).id(JudgeFixture.BASE)),
                Set.of(),
                "seen by hand");
    }

    private static Judgement curated(JudgeFixture claims, CuratorsRow row) {
        return new Judge(
                        JudgeFixture.brief(
                                claims.values(),
                                "",
                                List.of(Rule.OWN_VOICE),
                                List.of(row),
                                List.of()))
                .judge(claims.keys());
    }

    @Test
    void aCuratorDecidesBeforeAnyRule() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | agreement/t | signed | 2001", "b | agreement/t | signed | 2002");
        Judgement judgement =
                curated(claims, row(Clash.Kind.DIFFERENT_VALUES, claims, Optional.of(1)));
        Ruling ruling = judgement.disagreements().getFirst().ruling();
        assertEquals("curator", ruling.rule());
        assertEquals("2002 preferred: seen by hand", ruling.rationale());
        assertEquals(List.of(Verdict.OUTWEIGHED, Verdict.ACCEPTED), claims.verdicts(judgement));
        assertEquals(List.of(), judgement.unmetRows());
    }

    @Test
    void aCuratorSeesWhatNoProgramSees() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | event/x | eventType | concept/renewal",
                        "b | event/y | eventType | concept/end");
        Judgement judgement =
                curated(
                        claims,
                        row(
                                Clash.Kind.CURATORS_FINDING,
                                claims,
                                Optional.of(1),
                                "event/x",
                                "event/y"));
        assertEquals(List.of(Clash.Kind.CURATORS_FINDING), kinds(judgement));
        assertEquals(List.of(Verdict.OUTWEIGHED, Verdict.ACCEPTED), claims.verdicts(judgement));
    }

    @Test
    void aRowThatMeetsNothingIsReported() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | agreement/t | signed | 2001", "b | agreement/t | signed | 2001-02");
        Judgement judgement =
                curated(claims, row(Clash.Kind.DIFFERENT_VALUES, claims, Optional.of(1)));
        assertEquals(
                List.of("row"),
                judgement.unmetRows().stream().map(unmet -> unmet.row().id()).toList());
    }
}
