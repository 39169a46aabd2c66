package chancery.cli;

import chancery.check.Finding;
import chancery.evidence.Claim;
import chancery.evidence.ClaimWriter;
import chancery.judge.Constraint;
import chancery.judge.Derivation;
import chancery.judge.Judgement;
import chancery.judge.OntologyMarks;
import chancery.judge.Verdict;
import chancery.page.Example;
import chancery.release.BuildProgress;
import chancery.release.Contract;
import chancery.release.Contract.Violation;
import chancery.release.ReleaseBuild;
import chancery.release.ReleaseRefused;
import chancery.release.example.ExampleGraph;
import chancery.release.example.ExampleQuery;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// The whole way from tables to a release; here the two halves of the house are joined.
final class GraphBuild {
    private static final int STEPS = 7;

    private final Places places;
    private final Base base;
    private final @Nullable LocalDate date;

    /// @param date of the release; null for the default
    GraphBuild(Places places, @Nullable LocalDate date) throws Refusal {
        this.places = places;
        this.base = places.base();
        this.date = date;
    }

    /// @param err where findings and violations go
    /// @return the release, or null when the tables have findings
    ReleaseBuild.@Nullable Made make(PrintWriter err) throws Refusal {
        try (Progress progress = new Progress("build", STEPS, err)) {
            InputDigest inputs = InputDigest.of(places);
            Seeds seeds = new SeedReader(places).read(progress);
            if (!seeds.findings().isEmpty()) {
                seeds.findings().lines().forEach(err::println);
                err.printf("%,d findings, no release made%n", seeds.findings().size());
                return null;
            }
            Report.evidence(seeds, err);
            ReleaseBuild.Made made;
            try (ReleaseBuild release =
                    new ReleaseBuild(
                            places.releases(),
                            base,
                            dateOf(seeds),
                            Workroom.bytesByHeap(),
                            told(progress, err))) {
                if (!fill(release, seeds, progress, err)) {
                    return null;
                }
                progress.step("writing database and dumps");
                made = release.finish();
            }
            if (places.texts() != null) {
                EvidenceFile.write(made, base, seeds.tallies());
            }
            inputs.remember(places.releases(), made.id());
            return made;
        } catch (ReleaseRefused e) {
            throw new Refusal(e);
        } catch (IOException e) {
            throw new Refusal(places.releases() + ": found it not writable: " + e.getMessage());
        }
    }

    private static BuildProgress told(Progress progress, PrintWriter err) {
        return new BuildProgress() {
            @Override
            public void at(String what, long done, long all) {
                progress.at(what, done, all);
            }

            @Override
            public void say(String line) {
                err.println(line);
            }
        };
    }

    /// @return whether the claims and the graph are as they have to be
    private boolean fill(ReleaseBuild release, Seeds seeds, Progress progress, PrintWriter err)
            throws Refusal, ReleaseRefused, IOException {
        progress.step("judging");
        Graph ontology = OntologyFiles.ontology(places.ontology(), base);
        OntologyMarks marks = new OntologyMarks(ontology);
        List<Constraint> constraints = ConstraintFiles.read(places.constraints());
        Judging judging = new Judging(constraints, base, seeds);
        Judgement judgement = judging.judge(marks);
        List<Finding> unmet = judging.unmet(judgement);
        if (!unmet.isEmpty()) {
            unmet.forEach(err::println);
            err.printf("%,d findings, no release made%n", unmet.size());
            return false;
        }
        List<Triple> examples = examples(ontology);
        try {
            write(constraints, seeds, ontology, marks, judgement, release.sink());
            into("queries", release.sink(), examples);
        } catch (UncheckedIOException e) {
            throw release.refusal(e);
        }
        if (!light(release, seeds, progress, err)) {
            return false;
        }
        progress.step("checking shapes");
        // in memory, as are the tables that it is made of
        List<Violation> violations =
                new Contract(OntologyFiles.shapes(places.ontology())).check(release.defaultGraph());
        if (!violations.isEmpty()) {
            BlamedRows rows = new BlamedRows(seeds, base);
            violations.forEach(violation -> err.println(rows.line(violation)));
            err.printf("%,d violations of shapes, no release made%n", violations.size());
            return false;
        }
        return true;
    }

    /// Streams the tables of packs that are too large for memory.
    ///
    /// @return whether all could be read
    private boolean light(ReleaseBuild release, Seeds seeds, Progress progress, PrintWriter err)
            throws ReleaseRefused {
        progress.step("mapping large tables");
        PackReader.Read packs = seeds.packs();
        LightTables tables =
                new LightTables(base, packs.codes(), packs.findings(), release, progress::at);
        boolean whole;
        try {
            whole = tables.write(packs.light(), seeds.values());
        } catch (IOException | UncheckedIOException e) {
            throw release.refusal(e);
        }
        Report.light(tables.reports(), err);
        Report.packs(packs, err);
        if (!whole) {
            err.println("a table could not be read to its end, no release made");
        }
        return whole;
    }

    private void write(
            List<Constraint> constraints,
            Seeds seeds,
            Graph ontology,
            OntologyMarks marks,
            Judgement judgement,
            StreamRDF sink) {
        into("register", sink, seeds.register().keySet());
        seeds.values().describe(triple -> sink.quad(Quad.create(base.graph("register"), triple)));
        String folder = places.seeds().toString().replace('\\', '/') + "/";
        ClaimWriter claims = new ClaimWriter(base, folder, seeds.speakers(), sink::quad);
        Set<Triple> accepted = new LinkedHashSet<>();
        for (Claim claim : seeds.claims()) {
            Verdict verdict = judgement.of(claim.key());
            claims.write(claim);
            Node node = claim.key().node(base);
            into(
                    "disagreements",
                    sink,
                    Set.of(Triple.create(node, Chy.term("verdict"), verdict.node())));
            if (verdict == Verdict.ACCEPTED) {
                accepted.add(claim.key().triple());
            }
        }
        into("best", sink, accepted);
        into("disagreements", sink, seeds.ruleList());
        for (Constraint constraint : constraints) {
            constraint.write(base, triple -> into("disagreements", sink, Set.of(triple)));
        }
        judgement
                .disagreements()
                .forEach(d -> d.write(base, t -> into("disagreements", sink, Set.of(t))));
        new Derivation(base, marks, seeds.values())
                .derive(
                        seeds.register().keySet(),
                        accepted,
                        triple -> into("derived", sink, Set.of(triple)));
        into("ontology", sink, ontology.find().toList());
    }

    private List<Triple> examples(Graph ontology) throws IOException, Refusal {
        List<ExampleQuery> examples =
                Example.readAll(places.queries()).stream()
                        .map(it -> new ExampleQuery(it.name(), it.question(), it.query()))
                        .toList();
        try {
            return new ExampleGraph(base, ontology).of(examples);
        } catch (QueryException e) {
            throw new Refusal(places.queries() + "/" + e.getMessage());
        }
    }

    private void into(String graph, StreamRDF sink, Iterable<Triple> triples) {
        Node name = base.graph(graph);
        triples.forEach(triple -> sink.quad(Quad.create(name, triple)));
    }

    private LocalDate dateOf(Seeds seeds) throws Refusal {
        if (date != null) {
            return date;
        }
        String epoch = System.getenv().getOrDefault("SOURCE_DATE_EPOCH", "");
        if (!epoch.isEmpty()) {
            try {
                return LocalDate.ofInstant(
                        Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC);
            } catch (NumberFormatException | DateTimeException e) {
                throw new Refusal(
                        "SOURCE_DATE_EPOCH: found \"" + epoch + "\", expected seconds since 1970");
            }
        }
        return seeds.newest();
    }
}
