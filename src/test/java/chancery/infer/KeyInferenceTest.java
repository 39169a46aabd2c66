package chancery.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which columns tell rows apart, and which refer to them.
class KeyInferenceTest {
    private static Described clean(String table) throws Undescribable {
        Described described = Described.of(table);
        assertEquals(List.of(), described.findings());
        return described;
    }

    @Test
    void aColumnCalledLikeAKeyIsPreferred() throws Undescribable {
        Described described = clean("name,state_id,size\nA,x1,1\nB,x2,2\nC,x3,3\nD,x4,3\nE,x5,5\n");
        assertEquals("'state_id'", described.key());
        assertTrue(described.column(2).contains("'required': true"), described.column(2));
    }

    @Test
    void measuresThatHappenToDifferAreNoKey() throws Undescribable {
        Described described = clean("kind,area,size\na,10,1\na,20,2\nb,30,3\nb,41,4\nb,52,5\n");
        assertEquals("", described.key());
        assertTrue(described.description().contains("no column and no two"), "nothing said");
    }

    @Test
    void aColumnWithAMissingValueIsNoKey() throws Undescribable {
        Described described = clean("id,n\na,1\n,1\nb,1\nc,1\nd,1\n");
        assertEquals("", described.key());
    }

    @Test
    void twoColumnsTogetherCanBeTheKey() throws Undescribable {
        Described described =
                clean("state,year,size\naz,2001,5\naz,2002,5\nru,2001,5\nru,2002,7\nru,2003,5\n");
        assertEquals("['state', 'year']", described.key());
        assertTrue(described.description().contains("state and year together"), "nothing said");
    }

    @Test
    void numbersThatDifferOnlyInTheirSignAreNoKey() throws Undescribable {
        Described described = clean("id;n\n5;a\n+5;a\n6;a\n7;a\n");
        assertEquals("", described.key());
    }

    @Test
    void aColumnOfValuesOfAKeyRefersToIt() throws Undescribable {
        Described described =
                Described.of(
                        "cities.csv",
                        "city,country\nBaku,az\nGanja,az\nMoscow,ru\nKazan,ru\n",
                        "countries.csv",
                        "id,label\naz,Azerbaijan\nru,Russia\nge,Georgia\n");
        assertEquals(List.of(), described.findings());
        assertEquals(
                "[{'columnReference': 'country', 'reference': {'resource': 'countries.csv',"
                        + " 'columnReference': 'id'}}]",
                described.references(0));
        assertEquals("", described.references(1));
        assertTrue(
                described.why(2).contains("every value is in id of countries.csv, which has 3"),
                described.why(2));
    }

    @Test
    void anEmptyReferenceRefersToNothing() throws Undescribable {
        Described described =
                Described.of(
                        "cities.csv",
                        "city,country\nBaku,az\nGanja,az\nMoscow,ru\nAtlantis,\n",
                        "countries.csv",
                        "id,label\naz,Azerbaijan\nru,Russia\nge,Georgia\n");
        assertEquals(List.of(), described.findings());
        assertTrue(described.references(0).contains("countries.csv"), described.references(0));
    }

    @Test
    void smallNumbersReferOnlyWhereNamesAreAlike() throws Undescribable {
        String keyed = "no,label\n1,a\n2,b\n3,c\n4,d\n5,e\n";
        Described unlike =
                Described.of("t.csv", "what,rank\nx,1\ny,2\nz,3\nu,1\n", "states.csv", keyed);
        assertEquals("", unlike.references(0));
        Described alike =
                Described.of("t.csv", "what,state\nx,1\ny,2\nz,3\nu,1\n", "states.csv", keyed);
        assertTrue(alike.references(0).contains("states.csv"), alike.references(0));
        assertEquals(List.of(), alike.findings());
    }

    @Test
    void namesDecideAmongSeveralKeys() throws Undescribable {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("t.csv", "n,party\n1,a\n2,b\n3,c\n4,a\n".getBytes(StandardCharsets.UTF_8));
        tables.put("states.csv", "id,x\na,1\nb,2\nc,3\n".getBytes(StandardCharsets.UTF_8));
        tables.put(
                "parties.csv",
                "party,x\na,1\nb,2\nc,3\nd,3\ne,3\n".getBytes(StandardCharsets.UTF_8));
        Described described = Described.of(tables, 0);
        assertEquals(List.of(), described.findings());
        assertTrue(described.references(0).contains("parties.csv"), described.references(0));
    }

    @Test
    void aReferenceWithExceptionsIsOnlyToldOf() throws Undescribable {
        StringBuilder cities = new StringBuilder("n,country\n");
        StringBuilder countries = new StringBuilder("id,label\n");
        for (int i = 0; i < 20; i++) {
            cities.append(i).append(",c").append(i).append('\n');
            countries.append('c').append(i).append(",Label ").append(i).append('\n');
        }
        cities.append("21,unheard\n");
        Described described =
                Described.of(
                        "cities.csv", cities.toString(), "countries.csv", countries.toString());
        assertEquals(List.of(), described.findings());
        assertEquals("", described.references(0));
        assertTrue(described.why(2).contains("20 of 21 different values"), described.why(2));
    }

    @Test
    void aParentInTheSameTableIsAReference() throws Undescribable {
        Described described = clean("id,label,parent\na,A,\nb,B,a\nc,C,a\nd,D,b\ne,E,c\nf,F,c\n");
        assertTrue(
                described.references(0).contains("'resource': 't.csv'"), described.references(0));
    }
}
