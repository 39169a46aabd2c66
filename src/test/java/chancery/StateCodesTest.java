package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.StateCodes.Period;
import chancery.table.Dialect;
import chancery.table.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The codes of states: at one time a code names one, and the hard ones were looked at by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateCodesTest {
    private static final Map<String, String> FORMS =
            Map.of(
                    "iso-3166-1-alpha-2", "[A-Z]{2}",
                    "iso-3166-1-alpha-3", "[A-Z]{3}",
                    "iso-3166-1-numeric", "[0-9]{3}",
                    "cow", "[1-9][0-9]{0,2}",
                    "cow-abbreviation", "[A-Z]{3}",
                    "gleditsch-ward", "[1-9][0-9]{0,2}",
                    "fips-10-4", "[A-Z]{2}",
                    "cameo", "[A-Z]{3}");

    private StateCodes codes;

    @BeforeAll
    void readCodes() throws Exception {
        codes = StateCodes.read();
    }

    @Test
    void atOneTimeACodeNamesOneState() {
        List<String> clashes = new ArrayList<>();
        codes.periods()
                .forEach(
                        (code, periods) -> {
                            for (int i = 0; i < periods.size(); i++) {
                                for (Period other : periods.subList(i + 1, periods.size())) {
                                    if (periods.get(i).meets(other)) {
                                        clashes.add(periods.get(i).id() + " and " + other.id());
                                    }
                                }
                            }
                        });
        assertEquals(List.of(), clashes);
    }

    @Test
    void whatIsNoStateHasNoState() throws Exception {
        List<String> regions = new ArrayList<>();
        StateCodes.each(
                Source.of(Path.of("seeds/region-codes.csv")),
                Dialect.DEFAULT,
                row -> regions.add(row.get("scheme") + " " + row.get("code")));
        assertTrue(regions.contains("cameo AFR"));
        regions.forEach(it -> assertFalse(codes.periods().containsKey(it), it));
    }

    @Test
    void noPeriodEndsBeforeItBegins() {
        codes.periods()
                .values()
                .forEach(
                        periods ->
                                periods.forEach(
                                        it ->
                                                assertFalse(
                                                        it.until().isBefore(it.from()), it.id())));
    }

    @Test
    void everyCodeHasTheFormOfItsList() {
        for (String code : codes.periods().keySet()) {
            String[] parts = code.split(" ", 2);
            assertTrue(parts[1].matches(FORMS.get(parts[0])), code);
        }
        assertEquals(
                FORMS.keySet(),
                codes.periods().keySet().stream()
                        .map(it -> it.split(" ", 2)[0])
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "cow,365,1900-01-01,russian-empire",
        "cow,365,1950-01-01,soviet-union",
        "cow,365,2000-01-01,russia",
        "cow,255,1850-01-01,prussia",
        "cow,255,1900-01-01,german-reich",
        "cow,255,1970-01-01,",
        "cow,260,1970-01-01,west-germany",
        "cow,260,2000-01-01,",
        "cow,265,1970-01-01,german-democratic-republic",
        "cow,255,2000-01-01,germany",
        "gleditsch-ward,260,1970-01-01,west-germany",
        "gleditsch-ward,260,2000-01-01,germany",
        "gleditsch-ward,255,2000-01-01,",
        "iso-3166-1-numeric,280,1980-01-01,west-germany",
        "iso-3166-1-numeric,276,2000-01-01,germany",
        "cow,345,1900-01-01,serbia-until-1918",
        "cow,345,1930-01-01,yugoslavia",
        "cow,345,2000-01-01,serbia-and-montenegro",
        "cow,345,2010-01-01,serbia",
        "gleditsch-ward,340,1900-01-01,serbia-until-1918",
        "gleditsch-ward,340,2010-01-01,serbia",
        "gleditsch-ward,345,2010-01-01,",
        "iso-3166-1-numeric,891,2000-01-01,serbia-and-montenegro",
        "iso-3166-1-alpha-2,CS,1980-01-01,czechoslovakia",
        "iso-3166-1-alpha-2,CS,2004-01-01,serbia-and-montenegro",
        "cow,315,1970-01-01,czechoslovakia",
        "cow,316,2000-01-01,czechia",
        "cow,317,2000-01-01,slovakia",
        "iso-3166-1-alpha-2,VN,1970-01-01,south-vietnam",
        "iso-3166-1-alpha-2,VN,1980-01-01,vietnam",
        "iso-3166-1-alpha-3,VNM,1970-01-01,south-vietnam",
        "iso-3166-1-alpha-3,VDR,1970-01-01,north-vietnam",
        "fips-10-4,YI,2004-01-01,serbia-and-montenegro",
        "cow,816,1960-01-01,north-vietnam",
        "cow,816,1980-01-01,vietnam",
        "cow,817,1960-01-01,south-vietnam",
        "cow,678,1980-01-01,yemen-arab-republic",
        "cow,679,2000-01-01,yemen",
        "cow,680,1980-01-01,south-yemen",
        "gleditsch-ward,678,2000-01-01,yemen",
        "iso-3166-1-alpha-2,YE,1980-01-01,yemen-arab-republic",
        "iso-3166-1-numeric,736,2000-01-01,sudan",
        "iso-3166-1-numeric,729,2015-01-01,sudan",
        "cow,626,2015-01-01,south-sudan",
        "iso-3166-1-numeric,230,1980-01-01,ethiopia",
        "iso-3166-1-numeric,231,2000-01-01,ethiopia",
        "cow,531,2000-01-01,eritrea",
        "cow,730,1900-01-01,korea-until-1910",
        "cow,731,2000-01-01,north-korea",
        "cow,732,2000-01-01,south-korea",
        "cow,710,1900-01-01,qing-china",
        "cow,710,1930-01-01,republic-of-china-until-1949",
        "cow,710,1960-01-01,china",
        "cow,713,1960-01-01,taiwan",
        "cow,484,2000-01-01,republic-of-the-congo",
        "cow,490,2000-01-01,democratic-republic-of-the-congo",
        "iso-3166-1-alpha-2,CG,2000-01-01,republic-of-the-congo",
        "iso-3166-1-alpha-2,CD,2000-01-01,democratic-republic-of-the-congo",
        "fips-10-4,CG,2018-01-01,democratic-republic-of-the-congo",
        "fips-10-4,CF,2018-01-01,republic-of-the-congo",
        "cow,770,1960-01-01,pakistan",
        "cow,771,1980-01-01,bangladesh",
        "cow,987,2000-01-01,micronesia",
        "gleditsch-ward,970,2000-01-01,kiribati",
        "gleditsch-ward,971,2000-01-01,nauru",
        "cow,970,2000-01-01,nauru",
        "gleditsch-ward,972,2000-01-01,tonga",
        "cow,955,2000-01-01,tonga",
        "iso-3166-1-alpha-2,VA,2000-01-01,holy-see",
        "cow,347,2010-01-01,kosovo",
        "iso-3166-1-alpha-2,PS,2000-01-01,palestine",
        "fips-10-4,GZ,2018-01-01,palestine",
        "fips-10-4,RS,2018-01-01,russia",
        "fips-10-4,AJ,2018-01-01,azerbaijan",
        "fips-10-4,AU,2018-01-01,austria",
        "fips-10-4,AS,2018-01-01,australia",
        "cameo,ROM,2018-01-01,romania",
        "iso-3166-1-alpha-2,NA,2000-01-01,namibia",
        "iso-3166-1-alpha-2,SK,1970-01-01,sikkim",
        "iso-3166-1-alpha-2,SK,2000-01-01,slovakia",
        "cow,533,2025-05-31,"
    })
    void theStateOfACodeOnADay(String scheme, String code, LocalDate day, String state) {
        assertEquals(state == null ? List.of() : List.of(state), codes.on(scheme, code, day));
    }
}
