package chancery.page.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.time.Edtf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    static Span of(String edtf) throws Exception {
        return Span.of(Edtf.parse(edtf).bounds());
    }

    @ParameterizedTest
    @CsvSource({
        "2002-01-25, day, 2002-01-25, 2002-01-25",
        "2002, within, 2002-01-01, 2002-12-31",
        "199X, within, 1990-01-01, 1999-12-31",
        "[2010-12..], within, 2010-12-01, 2010-12-01",
        "2005/2006, lasting, 2005-01-01, 2006-12-31",
        "2007-01-01/.., lasting, 2007-01-01, 2007-01-01",
        "../2007, lasting, 2007-01-01, 2007-12-31",
        "XXXX-04-22, unknown, , ",
    })
    void dateIsADayOrWithinOrLasts(String edtf, String what, LocalDate first, LocalDate last)
            throws Exception {
        Span span = of(edtf);
        assertEquals(what.equals("day"), span.isDay());
        assertEquals(what.equals("day") || what.equals("within"), span.isWithin());
        assertEquals(!what.equals("unknown"), span.isKnown());
        assertEquals(Optional.ofNullable(first), span.first());
        assertEquals(Optional.ofNullable(last), span.last());
    }

    @Test
    void whatLastsIsSureBetweenTheTimesAtWhichItIsSeen() throws Exception {
        Span tenure =
                Span.lasting(
                        Span.NONE, Span.NONE, List.of(of("2007-06-08"), of("2009"), of("2002-01")));
        assertEquals(
                new Span(null, LocalDate.of(2002, 1, 31), LocalDate.of(2009, 1, 1), null), tenure);
        assertFalse(tenure.isWithin());
    }

    @Test
    void beginAndEndOfWhatLastsAreAsUncertainAsTheyAreTold() throws Exception {
        assertEquals(of("1982/1987"), Span.lasting(of("1982"), of("1987"), List.of()));
        assertEquals(
                new Span(
                        LocalDate.of(1982, 1, 1),
                        LocalDate.of(1982, 5, 3),
                        LocalDate.of(1987, 1, 1),
                        LocalDate.of(1987, 12, 31)),
                Span.lasting(of("1982"), of("1987"), List.of(of("1982-05-03"))),
                "seen in May, so begun by May");
    }

    @Test
    void oneOfTwoYearsIsAtSomeTimeWithinBoth() throws Exception {
        Span either = Span.oneOf(List.of(of("2002"), of("2004")));
        assertTrue(either.isWithin());
        assertEquals(Optional.of(LocalDate.of(2004, 12, 31)), either.last());
        assertEquals(of("2002-05-01"), Span.oneOf(List.of(of("2002-05-01"))));
    }
}
