package chancery.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chancery.check.Finding.Code;
import chancery.check.derive.DerivedCellTest;
import chancery.evidence.EvidenceGateTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every code with its whole message: table and metadata that bring it about, and nothing else.
class FindingMessagesTest {
    private static final String CHY = "https://w3id.org/chancery/ontology#";
    private static final String TWO = "{\"name\": \"id\"}, {\"name\": \"label\"}";

    private static String typed(String datatype) {
        return "{\"name\": \"a\", \"datatype\": " + datatype + "}, {\"name\": \"b\"}";
    }

    private static String directed(String directive, String value) {
        return "{\"name\": \"a\", \""
                + CHY
                + directive
                + "\": \""
                + value
                + "\"}, {\"name\": \"b\"}";
    }

    private static String reference(String from, String to) {
        return """
               "foreignKeys": [{"columnReference": "%s",
                 "reference": {"resource": "t.csv", "columnReference": "%s"}}]\
               """
                .formatted(from, to);
    }

    static Stream<Arguments> ofTheHeader() {
        return Stream.of(
                arguments(
                        Code.EMPTY_TABLE,
                        TWO,
                        "",
                        "id,label\n",
                        "seeds/t.csv: found no rows, expected at least one [empty-table]"),
                arguments(
                        Code.HEADER_MISMATCH,
                        TWO,
                        "",
                        "id;label\na;A\n",
                        "seeds/t.csv:1: found column \"id;label\", expected columns \"id\","
                                + " \"label\" with \",\" between [header-mismatch]"),
                arguments(
                        Code.MISSING_COLUMN,
                        TWO,
                        "",
                        "id\na\n",
                        "seeds/t.csv:1: found no column \"label\", expected every column described"
                                + " [missing-column]"),
                arguments(
                        Code.UNKNOWN_COLUMN,
                        TWO,
                        "",
                        "id,kind,label\na,K,A\n",
                        "seeds/t.csv:1: found column \"kind\", expected one of id, label"
                                + " [unknown-column]"),
                arguments(
                        Code.COLUMN_ORDER,
                        TWO,
                        "",
                        "label,id\nA,a\n",
                        "seeds/t.csv:1: found columns \"label\", \"id\", expected the order id,"
                                + " label [column-order]"));
    }

    static Stream<Arguments> ofRows() {
        return Stream.of(
                arguments(
                        Code.STRAY_QUOTE,
                        TWO,
                        "",
                        "id,label\na,12\" long\n",
                        "seeds/t.csv:2: found a quote inside \"12\" long\", expected quotes around"
                                + " the whole field, those inside doubled [stray-quote]"),
                arguments(
                        Code.FIELD_COUNT,
                        TWO,
                        "",
                        "id,label\na,\"A\nB\"\nb,B,C\n",
                        "seeds/t.csv:4: found 3 fields, expected 2 [field-count]"),
                arguments(
                        Code.FIELD_COUNT,
                        TWO,
                        "",
                        "id,label\na,A\nb\n",
                        "seeds/t.csv:3: found 1 field, expected 2 [field-count]"),
                arguments(
                        Code.FIELD_COUNT,
                        TWO,
                        "",
                        "id,label\na,A\n\n",
                        "seeds/t.csv:3: found a blank line, expected 2 fields [field-count]"),
                arguments(
                        Code.REQUIRED,
                        "{\"name\": \"id\"}, {\"name\": \"label\", \"required\": true}",
                        "",
                        "id,label\na,\n",
                        "seeds/t.csv:2: column \"label\": found \"\", expected a value [required]"),
                arguments(
                        Code.DUPLICATE_KEY,
                        TWO,
                        "\"primaryKey\": \"id\"",
                        "id,label\na,A\nb,B\na,C\n",
                        "seeds/t.csv:4: column \"id\": found \"a\", expected a key that no other row"
                                + " has; line 2 has it [duplicate-key]"),
                arguments(
                        Code.DANGLING_REFERENCE,
                        TWO,
                        reference("label", "id"),
                        "id,label\na,b\nb,c\nd,\n",
                        "seeds/t.csv:3: column \"label\": found \"c\", expected the id of a row of"
                                + " t.csv [dangling-reference]"),
                arguments(
                        Code.AMBIGUOUS_REFERENCE,
                        TWO,
                        reference("label", "id"),
                        "id,label\na,a\na,\n",
                        "seeds/t.csv:2: column \"label\": found \"a\", expected one row of t.csv"
                                + " with this id, there are 2 [ambiguous-reference]"));
    }

    static Stream<Arguments> ofCells() {
        return Stream.of(
                arguments(
                        Code.DATATYPE,
                        typed("\"integer\""),
                        "",
                        "a,b\n1,\nx1,\n",
                        "seeds/t.csv:3: column \"a\": found \"x1\", expected a whole number"
                                + " [datatype]"),
                arguments(
                        Code.DATATYPE,
                        typed("\"boolean\""),
                        "",
                        "a,b\nyes,\n",
                        "seeds/t.csv:2: column \"a\": found \"yes\", expected true or false"
                                + " [datatype]"),
                arguments(
                        Code.DATATYPE,
                        typed("\"duration\""),
                        "",
                        "a,b\nP5Y,\n5 years,\n",
                        "seeds/t.csv:3: column \"a\": found \"5 years\", expected a duration such"
                                + " as P5Y6M [datatype]"),
                arguments(
                        Code.PATTERN,
                        typed("{\"format\": \"[a-z]+(-[a-z]+)*\"}"),
                        "",
                        "a,b\nbaku,\nBaku,\n",
                        "seeds/t.csv:3: column \"a\": found \"Baku\", expected text like"
                                + " [a-z]+(-[a-z]+)* [pattern]"),
                arguments(
                        Code.PATTERN,
                        typed("{\"format\": \"asserts|denies\"}"),
                        "",
                        "a,b\nsays,\n",
                        "seeds/t.csv:2: column \"a\": found \"says\", expected one of asserts,"
                                + " denies [pattern]"),
                arguments(
                        Code.LENGTH,
                        typed("{\"minLength\": 2, \"maxLength\": 3}"),
                        "",
                        "a,b\nabcd,\n",
                        "seeds/t.csv:2: column \"a\": found \"abcd\", expected 2 to 3 characters"
                                + " [length]"),
                arguments(
                        Code.OUT_OF_RANGE,
                        typed("{\"base\": \"integer\", \"minimum\": 1800, \"maximum\": 2100}"),
                        "",
                        "a,b\n1066,\n",
                        "seeds/t.csv:2: column \"a\": found \"1066\", expected a whole number from"
                                + " 1800 to 2100 [out-of-range]"),
                arguments(
                        Code.OUT_OF_RANGE,
                        typed("\"byte\""),
                        "",
                        "a,b\n128,\n",
                        "seeds/t.csv:2: column \"a\": found \"128\", expected a whole number (byte)"
                                + " from -128 to 127 [out-of-range]"),
                arguments(
                        Code.OUT_OF_RANGE,
                        typed("{\"base\": \"date\", \"minExclusive\": \"1991-08-30\"}"),
                        "",
                        "a,b\n1991-08-30,\n",
                        "seeds/t.csv:2: column \"a\": found \"1991-08-30\", expected a date, more"
                                + " than 1991-08-30 [out-of-range]"),
                arguments(
                        Code.IMPOSSIBLE_DATE,
                        typed("\"date\""),
                        "",
                        "a,b\n2004-02-29,\n2002-02-29,\n",
                        "seeds/t.csv:3: column \"a\": found \"2002-02-29\", expected a date such as"
                                + " 2002-01-25, that the calendar has [impossible-date]"),
                arguments(
                        Code.IMPOSSIBLE_DATE,
                        directed("valueForm", "time"),
                        "",
                        "a,b\n2002-01-25,\n2002-02-30,\n",
                        "seeds/t.csv:3: column \"a\": found \"2002-02-30\", expected a day that"
                                + " exists [impossible-date]"),
                arguments(
                        Code.BAD_TIME,
                        directed("valueForm", "time"),
                        "",
                        "a,b\n2002-01-25,\n25 January 2002,\n",
                        "seeds/t.csv:3: column \"a\": found \"25 January 2002\", expected EDTF, such"
                                + " as 2002-01-25, 2002-01, 199X or 2007-01-01/.. [bad-time]"),
                arguments(
                        Code.BAD_TIME,
                        directed("valueForm", "timeOrReference"),
                        "",
                        "a,b\nevent/x,\n2003/2002,\n",
                        "seeds/t.csv:3: column \"a\": found \"2003/2002\", expected an interval"
                                + " whose end is not before its begin [bad-time]"),
                arguments(
                        Code.BAD_QUANTITY,
                        directed("valueForm", "quantity"),
                        "",
                        "a,b\nabout 8e8 USD,\n$800 million,\n",
                        "seeds/t.csv:3: column \"a\": found \"$800 million\", expected a bound"
                                + " (about, at least, more than, at most, less than) if any, a"
                                + " number whose exponent tells the last written digit, and a"
                                + " unit, such as: about 8e8 USD [bad-quantity]"),
                arguments(
                        Code.BAD_QUANTITY,
                        directed("valueForm", "quantity"),
                        "",
                        "a,b\n5 leagues,\n",
                        "seeds/t.csv:2: column \"a\": found \"5 leagues\", expected one of the"
                                + " units USD, EUR, AZN, RUB, percent, m, km, mi, ha, km2, mi2, t,"
                                + " number, month, year [bad-quantity]"),
                arguments(
                        Code.BAD_IRI,
                        typed("\"anyURI\""),
                        "",
                        "a,b\nhttp://a/b,\nhttp://a/b c,\n",
                        "seeds/t.csv:3: column \"a\": found \"http://a/b c\", expected an IRI, which"
                                + " has no spaces and none of < > \" { } | \\ ^ ` [bad-iri]"),
                arguments(
                        Code.BAD_IRI,
                        directed("itemUrl", "https://w3id.org/chancery/id/{+item}"),
                        "",
                        "a,b\nstate/azer baijan,\n",
                        "seeds/t.csv:2: column \"a\": found \"state/azer baijan\", expected text"
                                + " that stands in https://w3id.org/chancery/id/{+item} as it is"
                                + " [bad-iri]"),
                arguments(
                        Code.BAD_IRI,
                        directed("valueForm", "timeOrReference"),
                        "",
                        "a,b\nevent/Black January,\n",
                        "seeds/t.csv:2: column \"a\": found \"event/Black January\", expected"
                                + " kind/id of lower-case letters, digits and hyphens [bad-iri]"));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource({"ofTheHeader", "ofRows", "ofCells"})
    void eachMistakeHasOneMessage(
            Code code, String columns, String more, String csv, String message) {
        assertEquals(
                List.of(message),
                TableFixture.findings(TableFixture.describe("t", columns, more), csv));
        assertEquals("[" + code.publicName() + "]", message.substring(message.lastIndexOf('[')));
    }

    /// Made where all tables come together, and tested there; those of evidence are tested in its
    /// room.
    private static final Set<Code> TESTED_ELSEWHERE =
            EnumSet.of(
                    Code.METADATA,
                    Code.MALFORMED_TABLE,
                    Code.UNDESCRIBED_TABLE,
                    Code.TEXT_MISSING,
                    Code.TEXT_DIGEST,
                    Code.PASSAGE_ID,
                    Code.UNKNOWN_RULE,
                    Code.NO_SUCH_DISAGREEMENT);

    @Test
    void noCodeIsWithoutAMessage() {
        Set<Code> tested = EnumSet.copyOf(TESTED_ELSEWHERE);
        tested.addAll(EvidenceGateTest.codes());
        tested.addAll(DerivedCellTest.codes());
        Stream.of(ofTheHeader(), ofRows(), ofCells())
                .flatMap(cases -> cases)
                .forEach(arguments -> tested.add((Code) arguments.get()[0]));
        assertEquals(EnumSet.allOf(Code.class), tested);
    }
}
