package chancery.page.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExtentTest {
    private static final double NONE = Double.NaN;

    @Test
    void aNumberReachesHalfOfItsLastDigitToEachSide() {
        Extent extent = Extent.of(2_403_000_000d, NONE, "exactly", 1_000_000);
        assertEquals(2_402_500_000d, extent.from());
        assertEquals(2_403_500_000d, extent.to());
        assertEquals("to the nearest 1,000,000", extent.precision());
        assertFalse(extent.isOpenUp() || extent.isOpenDown() || extent.isAbout());
    }

    @Test
    void whatIsOnlyABoundIsOpenOnItsOtherSide() {
        Extent more = Extent.of(50, NONE, "more-than", 1);
        assertTrue(more.isOpenUp());
        assertEquals(50, more.from());
        assertEquals("more than", more.precision());
        Extent most = Extent.of(50, NONE, "at-most", NONE);
        assertTrue(most.isOpenDown());
        assertEquals(50, most.to());
        assertEquals("at most", most.precision());
    }

    @Test
    void twoNumbersAreARange() {
        Extent extent = Extent.of(10, 20, "", 10);
        assertEquals(5, extent.from());
        assertEquals(25, extent.to());
        assertEquals("between two numbers, to the nearest 10", extent.precision());
    }

    @Test
    void aboutSaysThatNobodyKnowsHowFarOff() {
        assertTrue(Extent.of(80, NONE, "about", 10).isAbout());
        assertEquals("0.1", Extent.number(0.1));
    }
}
