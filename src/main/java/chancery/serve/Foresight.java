package chancery.serve;

import chancery.page.DisagreementPage;
import chancery.page.GraphView;
import chancery.page.dispute.DisputePage;
import chancery.vocab.Chy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;

/// Works out what would change if disagreements had ended otherwise, one after another, so that a
/// reader of their pages finds it ready. After each it rests three times as long as that took, so
/// that others have most of its processor. It begins when a release is served and ends with it;
/// whoever asks meanwhile waits for one more of them at most.
final class Foresight implements AutoCloseable {
    /// Of a release with more the others are worked out when somebody asks.
    private static final int MOST = 100;

    private static final long PERIOD_MILLIS = 1_000;

    /// For each unit of time that something took.
    private static final long REST = 3;

    private final Current current;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private record Asked(Node disagreement, Node preferred) {}

    Foresight(Current current) {
        this.current = current;
        this.thread = new Thread(this::run, "chancery-foresight");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            Optional<Served> done = Optional.empty();
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                Optional<Served> now = Optional.of(current.peek());
                if (!now.equals(done)) {
                    done = now;
                    foresee(now.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError e) {
            // the release is opened anew; what takes too much memory is not tried again
            current.distrust();
        }
    }

    /// Returns early when the release is replaced, or when this is closed.
    void foresee(Served served) throws InterruptedException {
        List<Asked> all;
        try (Current.Loan loan = current.borrow()) {
            all = loan.served().equals(served) ? served.read(Foresight::all) : List.of();
        }
        for (Asked one : all) {
            long begun = System.nanoTime();
            try (Current.Loan loan = current.borrow()) {
                if (closed.getCount() == 0 || !loan.served().equals(served)) {
                    return;
                }
                var unused =
                        served.viewpoints().suppositions().of(one.disagreement(), one.preferred());
            } catch (IllegalArgumentException tooLarge) {
                // its pages say so
                return;
            }
            if (closed.await(REST * (System.nanoTime() - begun), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    private static List<Asked> all(GraphView graph) {
        return graph.typed(Chy.DISAGREEMENT).filter(Node::isURI).limit(MOST).toList().stream()
                .flatMap(
                        node ->
                                DisputePage.others(
                                                graph,
                                                DisagreementPage.of(
                                                        graph, node, "", Optional.empty()))
                                        .stream()
                                        .map(side -> new Asked(node, side.claim())))
                .toList();
    }

    @Override
    public void close() {
        var unused = end();
    }

    /// Waits for the one that is under way, because the files of the release must not be closed
    /// before.
    ///
    /// @return whether it came to its end in ten seconds
    boolean end() {
        closed.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            return !thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
