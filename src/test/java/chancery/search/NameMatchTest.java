package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {
    @ParameterizedTest
    @CsvSource({
        "Heydar Aliyev, heydar aliyev",
        "Nagorno-Karabakh, Nagorno Karabakh",
        "Türkiye, TURKIYE",
        "Azərbaycan, AZƏRBAYCAN"
    })
    void capitalsMarksAndHyphensDoNotMatter(String one, String other) {
        assertEquals(1, NameMatch.between(one, other), 1e-9);
    }

    /// The likeness in the second column is at least, that in the third at most, what is expected.
    @ParameterizedTest
    @CsvSource({
        "Heydar Aliyev, Гейдар Алиев, 0.95, 0.99",
        "Heydar Aliyev, Aliyev Heydar, 0.95, 0.99",
        "Heydar Aliyev, H. Aliyev, 0.85, 0.95",
        "Vladimir Putin, Vladmir Putin, 0.9, 0.97",
        "Vladimir Putin, Vlaidmir Putin, 0.9, 0.97",
        "Nagorno-Karabakh, NagornoKarabakh, 0.95, 0.99",
        "Heydar Aliyev, Ilham Aliyev, 0, 0.75",
        "Sergei Ivanov, Sergei Lavrov, 0, 0.8",
        "Baku, Moscow, 0, 0.3",
        "Treaty of Gulistan, Gulistan Treaty, 0.9, 0.98",
        "Agreement on Gabala (2002), Agreement on Gabala (2003), 0, 0.6"
    })
    void likenessIsBetween(String one, String other, double least, double most) {
        double likeness = NameMatch.between(one, other);
        assertTrue(likeness >= least && likeness <= most, "found " + likeness);
        assertEquals(likeness, NameMatch.between(other, one), 1e-9, "the same both ways");
    }

    @Test
    void aPartOfANameAnswersWhatWasTyped() {
        double part = NameMatch.answers("Putin", "Vladimir Putin");
        assertTrue(part > 0.8, "found " + part);
        assertTrue(part > NameMatch.answers("Putin", "Re-election of Vladimir Putin"));
        assertTrue(part > NameMatch.answers("Putin", "Putilov"));
        assertEquals(0, NameMatch.answers("", "Vladimir Putin"));
    }

    @Test
    void twoLettersThatChangedPlacesAreOneSlip() {
        assertEquals(1, Slips.between("ivanov", "iavnov"));
        assertEquals(3, Slips.between("", "abc"));
        assertEquals(0, Slips.between("same", "same"));
        assertEquals(3, Slips.between("kitten", "sitting"));
    }
}
