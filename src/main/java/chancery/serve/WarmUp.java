package chancery.serve;

import chancery.page.Example;
import chancery.release.Release;
import chancery.release.ReleaseQuery;
import chancery.search.Deadline;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/// Asks the example questions of a release that nobody is served yet, so that its first client does
/// not wait for files to be read and counts to be made.
///
/// What goes wrong here goes wrong again for whoever asks, and is told then.
final class WarmUp {
    private static final long MOST_SECONDS = 20;

    private final List<Example> examples;

    WarmUp(List<Example> examples) {
        this.examples = List.copyOf(examples);
    }

    void of(Served served) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        for (Example example : examples) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (leftMillis <= 0) {
                return;
            }
            served.release().read(dataset -> ask(example, served.release(), dataset, leftMillis));
        }
        // what pages of all kinds ask for first
        for (Supplier<?> counted :
                List.of(served.described(), served.sources(), served.sitePaths())) {
            Object kept = counted.get();
            Objects.requireNonNull(kept);
        }
    }

    /// @return whether there was an answer
    private static boolean ask(
            Example example, Release release, DatasetGraph dataset, long mostMillis) {
        try {
            ReleaseQuery parsed = ReleaseQuery.parse(example.query());
            Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
            release.offerText(context, Deadline.in(Duration.ofMillis(mostMillis)));
            parsed.chooseGraph(context);
            context.set(ARQ.httpServiceAllowed, false);
            try (QueryExec run =
                    QueryExec.dataset(dataset)
                            .query(parsed.query())
                            .context(context)
                            .timeout(mostMillis, TimeUnit.MILLISECONDS)
                            .build()) {
                readAll(parsed, run);
                return true;
            }
        } catch (QueryException stoppedOrWrong) {
            return false;
        }
    }

    private static void readAll(ReleaseQuery parsed, QueryExec run) {
        if (parsed.query().isAskType()) {
            run.ask();
            return;
        }
        Iterator<?> rows =
                parsed.query().isSelectType()
                        ? run.select()
                        : parsed.query().isConstructType()
                                ? run.constructTriples()
                                : run.describeTriples();
        while (rows.hasNext()) {
            rows.next();
        }
    }
}
