package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    @Test
    void aSourceThatSaysAThingTwiceMakesOneClaimWithTwoSupports() {
        List<Claim> claims =
                EvidenceFixture.claims(
                        """
                        t,state/russia,,,,,,,s,0-59,Russia,asserts,,,First
                        t,state/russia,,,,,,,s,60-107,~,asserts,,pronoun,Second
                        """);
        assertEquals(1, claims.size());
        List<Support> supports = claims.getFirst().supports();
        assertEquals(List.of("First", "Second"), supports.stream().map(Support::gist).toList());
        assertEquals(List.of("Russia", ""), supports.stream().map(Support::asWritten).toList());
        assertEquals(List.of("pronoun"), supports.get(1).excuses());
        assertEquals(3, supports.get(1).position().line());
    }

    @Test
    void anotherSourceStanceOrSpeakerMakesAnotherClaim() {
        List<Claim> claims =
                EvidenceFixture.claims(
                        """
                        t,state/russia,,,,,,,s,0-59,Russia,asserts,,,G
                        t,state/russia,,,,,,,r,0-59,Russia,asserts,,,G
                        t,state/russia,,,,,,,s,0-59,Russia,denies,,,G
                        t,state/russia,,,,,,,s,0-59,Russia,asserts,somebody-said,,G
                        """);
        assertEquals(4, claims.size());
    }

    @Test
    void eachValueOfACellIsAClaimOfItsOwnWithItsOwnWords() {
        List<Claim> claims =
                EvidenceFixture.claims(
                        "t,state/russia;state/azerbaijan,,,,,,,s,0-59,Russia;Azerbaijan,asserts,,"
                                + ",G\n");
        assertEquals(
                List.of("Russia", "Azerbaijan"),
                claims.stream().map(claim -> claim.supports().getFirst().asWritten()).toList());
    }
}
