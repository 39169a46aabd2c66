package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.table.Dialect;
import chancery.table.MalformedTable;
import chancery.table.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every code of a state in public tables of the field, at the date of its row, names one state.
/// What does not is listed, with how often: codes of regions, slips of the tables, and states that
/// a row names after they had ended.
///
/// A begin that gives only a month or a year is looked up at its last day, an end at its first.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesOfPublicTablesTest {
    private static final Path TABLES = Path.of("../shared/datasets");
    private static final String ALPHA_2 = "iso-3166-1-alpha-2";
    private static final String NUMERIC = "iso-3166-1-numeric";
    private static final String COW = "cow";
    private static final String LETTERS = "cow-abbreviation";
    private static final String FIPS = "fips-10-4";
    private static final String CAMEO = "cameo";

    private StateCodes codes;

    @BeforeAll
    void readCodes() throws Exception {
        codes = StateCodes.read();
    }

    @Test
    void membersOfTheStateSystem() throws Exception {
        LookUps found = new LookUps();
        read(
                "cow-states/states2016.csv",
                ',',
                true,
                row -> {
                    for (String edge : new String[] {"st", "end"}) {
                        LocalDate day =
                                LocalDate.of(
                                        number(row, edge + "year"),
                                        number(row, edge + "month"),
                                        number(row, edge + "day"));
                        found.lookUp(COW, row.get("ccode"), day);
                        found.lookUp(LETTERS, row.get("stateabb"), day);
                    }
                });
        found.are(972, Map.of());
    }

    @Test
    void neighbours() throws Exception {
        LookUps found = new LookUps();
        read(
                "cow-states/contdir.csv",
                ',',
                true,
                row -> {
                    for (String side : new String[] {"statelno", "statehno"}) {
                        found.lookUp(COW, row.get(side), lastOf(row.get("begin")));
                        found.lookUp(COW, row.get(side), firstOf(row.get("end")));
                    }
                    for (String side : new String[] {"statelab", "statehab"}) {
                        found.lookUp(LETTERS, row.get(side), lastOf(row.get("begin")));
                        found.lookUp(LETTERS, row.get(side), firstOf(row.get("end")));
                    }
                });
        found.are(6776, Map.of());
    }

    /// Four once were under Austria-Hungary, which ended long before their independence; the two
    /// Germanies came from a Germany, the two Koreas from a Korea that were no more.
    @Test
    void coloniesAndTheirRulers() throws Exception {
        LookUps found = new LookUps();
        read(
                "cow-states/coldata110.csv",
                ',',
                true,
                row -> {
                    found.lookUpLast(row, "State", "IndDate");
                    found.lookUpLast(row, "ColRuler", "IndDate");
                    found.lookUpBefore(row, "IndFrom", "IndDate");
                    found.lookUpBefore(row, "SecFrom", "SecDate");
                    found.lookUpLast(row, "Into", "IntoDate");
                });
        found.are(619, Map.of("cow 255", 4, "cow 300", 4, "cow 730", 2));
    }

    @Test
    void leaders() throws Exception {
        LookUps found = new LookUps();
        read(
                "reign/leaderlist_3_21.csv",
                ',',
                true,
                row -> {
                    LocalDate day =
                            LocalDate.of(
                                    number(row, "syear"),
                                    number(row, "smonth"),
                                    number(row, "sdate"));
                    found.lookUp(COW, row.get("ccode"), day);
                    found.lookUp(LETTERS, row.get("stateabb"), day);
                });
        // West Germany with the letters of Germany; Germany, from two days before it was one
        found.are(5048, Map.of("cow 255", 1, "cow-abbreviation GMY", 2));
    }

    @Test
    void elections() throws Exception {
        LookUps found = new LookUps();
        read(
                "reign/electionlist_3_21.csv",
                ',',
                true,
                row -> {
                    String day = row.getOrDefault("elec_day", "").strip();
                    LocalDate month =
                            LocalDate.of(number(row, "elec_year"), number(row, "elec_month"), 1);
                    found.lookUp(
                            COW,
                            row.get("ccode"),
                            day.isEmpty()
                                    ? month.plusMonths(1).minusDays(1)
                                    // one row has a 31 November
                                    : month.plusDays(Integer.parseInt(day) - 1L));
                });
        // Germany in 1987, which was West Germany's; Malawi, 553, with another figure
        found.are(4351, Map.of("cow 255", 1, "cow 533", 1));
    }

    @Test
    void partiesOfTradeAgreements() throws Exception {
        LookUps found = new LookUps();
        read(
                "desta/DESTA.csv",
                ';',
                true,
                row -> {
                    for (int i = 1; i <= 91; i++) {
                        String code = row.getOrDefault("c" + i, "NA");
                        String year = row.getOrDefault("year", "NA");
                        if (!code.equals("NA") && !year.equals("NA")) {
                            found.lookUp(NUMERIC, padded(code), StateCodes.last(year));
                        }
                    }
                });
        found.are(7141, Map.of());
    }

    /// Rows without a code are those of states that the table knows by name alone.
    @Test
    void votesInTheUnitedNations() throws Exception {
        Map<String, String> days = new HashMap<>();
        read(
                "un-votes/un_roll_calls.csv",
                ',',
                true,
                row -> days.put(row.getOrDefault("rcid", ""), row.getOrDefault("date", "")));
        LookUps found = new LookUps();
        read(
                "un-votes/un_votes.csv.gz",
                ',',
                true,
                row -> {
                    String code = row.getOrDefault("country_code", "");
                    LocalDate day = LocalDate.parse(days.get(row.get("rcid")));
                    if (code.isEmpty()) {
                        found.without++;
                    } else {
                        found.lookUp(ALPHA_2, code, day);
                    }
                });
        assertEquals(5444, found.without);
        found.are(864_665, Map.of());
    }

    /// Actors without a country are not states; the rest are parts of the world.
    @Test
    void actorsAndPlacesOfEvents() throws Exception {
        LookUps found = new LookUps();
        read(
                "gdelt/20180101000000.export.CSV",
                '\t',
                false,
                row -> {
                    LocalDate day = LocalDate.parse(row.get("1"), DateTimeFormatter.BASIC_ISO_DATE);
                    for (String actor : new String[] {"7", "17"}) {
                        found.lookUpUnlessEmpty(CAMEO, row.get(actor), day);
                    }
                    for (String place : new String[] {"37", "45", "53"}) {
                        found.lookUpUnlessEmpty(FIPS, row.get(place), day);
                    }
                });
        assertEquals(3539, found.without);
        found.are(
                8531,
                Map.of(
                        "cameo AFR", 10,
                        "cameo EUR", 7,
                        "cameo NMR", 4,
                        "cameo WAF", 3,
                        "cameo WST", 3,
                        "fips-10-4 OS", 4));
    }

    /// What was looked up in one table.
    private final class LookUps {
        private final Map<String, Integer> nobodys = new TreeMap<>();
        private int all;
        private int without;

        void lookUp(String scheme, @Nullable String code, LocalDate day) {
            all++;
            int states = codes.on(scheme, String.valueOf(code), day).size();
            if (states != 1) {
                nobodys.merge(scheme + " " + code, 1, Integer::sum);
            }
        }

        void lookUpUnlessEmpty(String scheme, @Nullable String code, LocalDate day) {
            if (code == null || code.isEmpty()) {
                without++;
            } else {
                lookUp(scheme, code, day);
            }
        }

        void lookUpLast(Map<String, String> row, String code, String date) {
            if (isThere(row, code, date)) {
                lookUp(COW, row.get(code), lastOf(row.get(date)));
            }
        }

        void lookUpBefore(Map<String, String> row, String code, String date) {
            if (isThere(row, code, date)) {
                lookUp(COW, row.get(code), firstOf(row.get(date)).minusDays(1));
            }
        }

        /// Dates before 1000 have five figures.
        private static boolean isThere(Map<String, String> row, String code, String date) {
            return !row.getOrDefault(code, "-9").equals("-9")
                    && row.getOrDefault(date, "-9").length() == 6;
        }

        void are(int number, Map<String, Integer> expected) {
            assertEquals(expected, nobodys);
            assertEquals(number, all);
        }
    }

    private static LocalDate firstOf(@Nullable String yearAndMonth) {
        String text = String.valueOf(yearAndMonth);
        int month = Integer.parseInt(text.substring(4));
        return LocalDate.of(Integer.parseInt(text.substring(0, 4)), Math.max(1, month), 1);
    }

    private static LocalDate lastOf(@Nullable String yearAndMonth) {
        String text = String.valueOf(yearAndMonth);
        boolean isYear = text.endsWith("00");
        LocalDate first = firstOf(text);
        return (isYear ? first.plusYears(1) : first.plusMonths(1)).minusDays(1);
    }

    private static String padded(String number) {
        return "0".repeat(Math.max(0, 3 - number.length())) + number;
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(row.getOrDefault(column, "").strip());
    }

    /// Skips the test if the table is not there.
    private static void read(
            String name, char delimiter, boolean hasHeader, Consumer<Map<String, String>> row)
            throws MalformedTable {
        Path file = TABLES.resolve(name);
        assumeTrue(Files.exists(file), "no " + file);
        Source source =
                name.endsWith(".gz")
                        ? new Source(name, () -> new GZIPInputStream(Files.newInputStream(file)))
                        : Source.of(file);
        // a stray byte of another encoding stands in the names of one table, none in a code
        Charset encoding =
                name.startsWith("reign/") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        Dialect plain = Dialect.DEFAULT;
        StateCodes.each(
                source,
                new Dialect(
                        null,
                        String.valueOf(delimiter),
                        true,
                        encoding,
                        hasHeader,
                        hasHeader ? 1 : 0,
                        plain.lineTerminators(),
                        delimiter == '\t' ? null : Character.valueOf('"'),
                        false,
                        0,
                        false,
                        0,
                        Dialect.Trim.NONE),
                row);
    }
}
