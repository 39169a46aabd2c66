package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.release.Release;
import chancery.release.ReleaseQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every question in `queries/` gets the answer that stands beside it, checked against the texts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {
    private static final Path QUERIES = Path.of("queries");
    private static final String NOT_RUN = "# not run:";

    private Release release;

    @BeforeAll
    void openRelease() throws Exception {
        release = Release.open(SeedRelease.folder());
    }

    @AfterAll
    void closeRelease() {
        release.close();
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(QUERIES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rq"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList();
        }
    }

    static List<String> run() throws IOException {
        return names().stream().filter(name -> !text(name).contains(NOT_RUN)).toList();
    }

    @ParameterizedTest
    @MethodSource("run")
    void answersAsTheTextsSay(String name) throws IOException {
        String expected = Files.readString(QUERIES.resolve(name + ".csv"));
        assertEquals(lines(expected), lines(answer(text(name))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatItAsksAndWhatEachColumnIs(String name) {
        String text = text(name);
        assertTrue(text.startsWith("# "), name + " has no question");
        List<String> columns = ReleaseQuery.parse(text).query().getResultVars();
        for (String column : columns) {
            assertTrue(text.contains("# ?" + column + ":"), name + " does not explain ?" + column);
        }
    }

    @Test
    void thereAreThirtyAtLeastAndSomeAreEmpty() throws IOException {
        assertTrue(run().size() >= 30, run().size() + " questions");
        long empty = 0;
        for (String name : run()) {
            if (lines(Files.readString(QUERIES.resolve(name + ".csv"))).size() == 1) {
                empty++;
            }
        }
        assertTrue(empty >= 3, empty + " questions that the texts do not answer");
        assertFalse(names().size() == run().size(), "one federated question is text only");
    }

    private String answer(String text) {
        ReleaseQuery query = ReleaseQuery.parse(text);
        DatasetGraph dataset = release.dataset();
        return Txn.calculateRead(
                dataset,
                () -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    try (QueryExec exec = QueryExec.dataset(dataset).query(query.query()).build()) {
                        ResultSet rows = ResultSet.adapt(exec.select());
                        ResultSetMgr.write(out, rows, ResultSetLang.RS_CSV);
                    }
                    return out.toString(StandardCharsets.UTF_8);
                });
    }

    private static String text(String name) {
        try {
            return Files.readString(QUERIES.resolve(name + ".rq"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> lines(String csv) {
        return csv.lines().map(String::strip).toList();
    }
}
