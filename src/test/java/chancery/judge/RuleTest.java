package chancery.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final String EDITIONS =
            """
            <source/e1> chy:origin <work/w> . <source/e2> chy:origin <work/w> ; chy:revisionOf <source/e1> .
            <source/e3> chy:origin <work/w> ; chy:revisionOf <source/e2> . <source/other> chy:origin <work/v> .
            """;
    private static final List<Rule> ALL = List.of(Rule.LATER_EDITION, Rule.OWN_VOICE);

    private static Disagreement only(Judgement judgement) {
        assertEquals(1, judgement.disagreements().size());
        return judgement.disagreements().getFirst();
    }

    @Test
    void theLatestEditionOfAWorkIsItsLastWord() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "e1 | agreement/t | signed | 2001",
                        "e3 | agreement/t | signed | 2002-05",
                        "e2 | agreement/t | signed | 2002-05-01",
                        "e1 | agreement/t | signed | 2002");
        Judgement judgement = claims.judge(EDITIONS, ALL);
        Disagreement decided = only(judgement);
        assertEquals("later-edition", decided.ruling().rule());
        assertEquals(Optional.of(claims.key(1)), decided.ruling().preferred());
        assertTrue(decided.ruling().rationale().contains("e3 is the latest edition"));
        assertEquals(
                List.of(Verdict.OUTWEIGHED, Verdict.REFINED, Verdict.ACCEPTED, Verdict.REFINED),
                claims.verdicts(judgement),
                "a value that the latest edition does not contradict may still be the finer one");
    }

    @Test
    void editionsOfOneWorkAreNoMajority() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "e1 | agreement/t | signed | 2001",
                        "e2 | agreement/t | signed | 2001",
                        "e3 | agreement/t | signed | 2001",
                        "other | agreement/t | signed | 2002");
        assertFalse(only(claims.judge(EDITIONS, ALL)).ruling().isDecided());
    }

    @Test
    void anEditionThatContradictsItselfDecidesNothing() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "e2 | agreement/t | signed | 2001",
                        "e2 | agreement/t | signed | 2002",
                        "e1 | agreement/t | signed | 2003");
        assertFalse(only(claims.judge(EDITIONS, ALL)).ruling().isDecided());
    }

    @Test
    void aSourcesOwnVoiceGoesBeforeAReport() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a | agreement/t | signed | 2001",
                        "b:minister-said | agreement/t | signed | 2002");
        Judgement judgement = claims.judge(EDITIONS, ALL);
        assertEquals("own-voice", only(judgement).ruling().rule());
        assertEquals(Optional.of(claims.key(0)), only(judgement).ruling().preferred());
        assertEquals(List.of(Verdict.ACCEPTED, Verdict.NOT_ASSERTED), claims.verdicts(judgement));
    }

    @Test
    void twoReportsAreLeftUndecided() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "a:one-said | possibility/p | eventType | concept/transfer",
                        "a:other-said! | possibility/p | eventType | concept/transfer");
        assertEquals("undecided", only(claims.judge(EDITIONS, ALL)).ruling().rule());
    }

    @Test
    void withoutRulesNothingIsDecidedAndNothingAccepted() {
        JudgeFixture claims =
                JudgeFixture.claims(
                        "e1 | agreement/t | signed | 2001", "e2 | agreement/t | signed | 2002");
        Judgement judgement = claims.judge(EDITIONS, List.of());
        assertEquals(List.of(Verdict.DISPUTED, Verdict.DISPUTED), claims.verdicts(judgement));
    }

    @Test
    void rulesAreKnownByTheNamesOfTheTable() {
        assertEquals(Optional.of(Rule.OWN_VOICE), Rule.of("own-voice"));
        assertEquals(Optional.empty(), Rule.of("majority"));
        assertEquals("later-edition, own-voice", Rule.names());
    }
}
