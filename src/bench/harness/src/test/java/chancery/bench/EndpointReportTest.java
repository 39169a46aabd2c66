package chancery.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointReportTest {
    @Test
    void rowsAndValuesAreComparedWhateverTheirOrderAndSpelling() {
        JsonRows one =
                JsonRows.of(
                        """
                        {"head":{"vars":["a","b"]},"results":{"bindings":[
                          {"a":{"type":"uri","value":"http://x/1"},"b":{"type":"literal","value":"1.50"}},
                          {"a":{"type":"literal","value":"a \\"{\\" b"}}]}}
                        """);
        JsonRows other =
                JsonRows.of(
                        """
                        {"results":{"bindings":[ { "a" : { "value" : "a \\"{\\" b" } },
                          { "b": {"value":"1.5"}, "a": {"value":"http:\\/\\/x\\/1"} } ] } }
                        """);
        assertEquals(2, one.count());
        assertEquals(one, other);
        assertEquals(1, JsonRows.of("{\"head\":{},\"boolean\":true}").count());
        assertEquals(0, JsonRows.of("{\"head\":{},\"boolean\" : false}").count());
        assertEquals(0, JsonRows.of("{\"results\":{\"bindings\":[]}}").count());
    }

    @Test
    void mediansFailuresAndDifferencesAreTold() {
        String report =
                EndpointReport.table(
                        List.of(
                                "chancery\tfresh\t1\t0\tstar\t1.0\t200\t3\t7",
                                "chancery\tfresh\t1\t1\tstar\t3.0\t200\t3\t8",
                                "chancery\tfresh\t1\t2\tstar\t9.0\t200\t3\t9",
                                "fuseki\tfresh\t1\t0\tstar\t1.0\t200\t3\t7",
                                "fuseki\tfresh\t1\t1\tstar\t1.0\t200\t4\t8",
                                "fuseki\tfresh\t1\t2\tstar\t1.0\t503\t0\t0"));
        assertTrue(report.contains("| star | 3.00 | 1.00 |"), report);
        assertTrue(report.contains("slower than plain Fuseki: star"), report);
        assertTrue(report.contains("different: fresh star round 1"), report);
        assertTrue(report.contains("failed: "), report);
    }
}
