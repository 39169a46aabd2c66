package chancery.cli;

import chancery.release.Release;
import chancery.release.ReleaseQuery;
import chancery.search.TextRefused;
import chancery.view.PointOfView;
import chancery.view.View;
import chancery.view.Viewed;
import chancery.vocab.Base;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `chancery query`: a SPARQL query against the current release, without a server.
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Answers a SPARQL query from the current release.")
final class QueryCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private Places places = new Places();

    @Parameters(
            paramLabel = "QUERY",
            description =
                    "A file, the name of an example (such as agreements-by-signing), or the text of"
                            + " a query.")
    private String query = "";

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "table, json, xml, csv or tsv (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    /// How a table of answers is printed; graphs are printed as Turtle.
    enum Format {
        TABLE,
        JSON,
        XML,
        CSV,
        TSV;

        Lang lang() {
            return switch (this) {
                case TABLE -> ResultSetLang.RS_Text;
                case JSON -> ResultSetLang.RS_JSON;
                case XML -> ResultSetLang.RS_XML;
                case CSV -> ResultSetLang.RS_CSV;
                case TSV -> ResultSetLang.RS_TSV;
            };
        }
    }

    @Option(
            names = "--according-to",
            paramLabel = "SOURCE",
            split = ",",
            description = "Only what these sources say, judged anew without the others.")
    private List<String> accordingTo = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description = "The world of that day: what then definitely or possibly held.")
    private String asOf = "";

    @Option(
            names = "--known-on",
            paramLabel = "YYYY-MM-DD",
            description = "Only what sources say that may have been published by that day.")
    private String knownOn = "";

    @Override
    public Integer call() throws Refusal {
        String text = text();
        try (Release release = CurrentRelease.open(places)) {
            ReleaseQuery prepared = ReleaseQuery.parse(text);
            Base base = new Base(release.description().base());
            PointOfView view = PointOfView.of(String.join(",", accordingTo), asOf, knownOn);
            String answer =
                    release.read(
                            dataset -> {
                                DatasetGraph seen = seen(dataset, base, view, prepared);
                                release.offerText(seen.getContext());
                                return answer(prepared, seen);
                            });
            PrintWriter out = Terminal.out(spec);
            out.print(answer);
            out.flush();
            return ExitCode.GOOD.number();
        } catch (IllegalArgumentException e) {
            throw new Refusal("--" + e.getMessage());
        } catch (TextRefused e) {
            throw new Refusal(e.getMessage());
        } catch (QueryParseException e) {
            String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("a mistake");
            throw new Refusal(
                    "query:%d:%d: found %s, expected SPARQL 1.1 or 1.2"
                            .formatted(e.getLine(), e.getColumn(), line));
        }
    }

    private DatasetGraph seen(
            DatasetGraph dataset, Base base, PointOfView view, ReleaseQuery prepared) {
        if (view.isPlain()) {
            return dataset;
        }
        Viewed viewed = new View(dataset, base).of(view);
        PrintWriter err = Terminal.err(spec);
        viewed.notes().forEach(note -> err.println("--" + note));
        err.flush();
        return viewed.dataset(prepared.onUnion());
    }

    private String answer(ReleaseQuery prepared, DatasetGraph dataset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (QueryExec exec = prepared.over(dataset)) {
            switch (prepared.query().queryType()) {
                case ASK -> ResultSetMgr.write(bytes, exec.ask(), format.lang());
                case CONSTRUCT -> RDFDataMgr.write(bytes, exec.construct(), Lang.TURTLE);
                case DESCRIBE -> RDFDataMgr.write(bytes, exec.describe(), Lang.TURTLE);
                default -> ResultSetMgr.write(bytes, ResultSet.adapt(exec.select()), format.lang());
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String text() throws Refusal {
        Path named = places.queries().resolve(query + ".rq");
        try {
            if (query.matches("[a-z0-9-]+") && Files.exists(named)) {
                return Files.readString(named);
            }
            if (query.endsWith(".rq")) {
                return Files.readString(Path.of(query));
            }
            return query;
        } catch (IOException e) {
            throw new Refusal(query + ": found no such file, expected a query");
        }
    }
}
