package chancery.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void aTableHasTheMediansAndTheRatiosOfEachSize() {
        List<String> runs =
                List.of(
                        "1000\tbytes-fastcsv\t1\t0.50\t0.4\t0.1\t102400\t10000\t",
                        "1000\tcarml\t1\t4.00\t5.0\t0.5\t409600\t10000\t",
                        "1000\ttemplate\t1\t2.00\t2.0\t0.5\t204800\t10000\t",
                        "1000\ttemplate\t2\t9.00\t3.0\t0.5\t204800\t10000\t",
                        "1000\ttemplate\t3\t2.50\t2.5\t0.5\t204800\t10000\t",
                        "1000\tchancery\t1\t0\t0\t0\t0\t0\tno such command");
        assertEquals(
                """
                | rows | tool | runs | wall s | processor s | triples/s | peak memory MB | speed, fastest peer = 1 | times the floor |
                |---|---|---|---|---|---|---|---|---|
                | 1,000 | bytes-fastcsv | 1 | 0.50 | 0.50 | 20,000 | 100 | 5.00 | 1.00 |
                | 1,000 | carml | 1 | 4.00 | 5.50 | 2,500 | 400 | 0.63 | 8.00 |
                | 1,000 | template | 3 | 2.50 | 3.00 | 4,000 | 200 | 1.00 | 5.00 |
                | 1,000 | chancery | 0 | – | – | – | – | – | failed: no such command |
                """,
                Report.table(runs));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertEquals(2.5, Report.median(new double[] {4, 1, 3, 2}));
    }
}
