package chancery.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// `Ask RUNS STORE ENDPOINT SHAPES ROUNDS WARM_SECONDS`: asks one endpoint the mix, as 1, 8 and 64
/// clients at once, queries never asked before (fresh) and such as are asked again and again (same,
/// once before the clock runs), and adds a line for each answer to the file of runs.
///
/// `-Dbench.only=fresh-1` asks in the modes alone whose names begin so.
///
/// Before the first round eight clients ask fresh queries for so many seconds: a server that has
/// been up for a while is what users meet, and this program is warm then too. A line has: store,
/// mode, clients, round, shape, milliseconds, status, rows, sum of the answer's values; and one of
/// the shape `all` with the whole time and the number of good answers.
public final class Ask {
    private static final Duration PATIENCE =
            Duration.ofSeconds(Integer.getInteger("bench.patience", 120));
    private static final long WARM = 1_000_000_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String endpoint;
    private final List<Shape> shapes;
    private final Set<String> givenUp = ConcurrentHashMap.newKeySet();

    private Ask(String endpoint, List<Shape> shapes) {
        this.endpoint = endpoint;
        this.shapes = shapes;
    }

    /// @param shape    by name
    /// @param nanos    until the last byte
    /// @param status   0 for a connection that broke
    /// @param rows     of the answer
    /// @param sum      of the hashes of its values, in whatever order they came
    private record Answer(String shape, long nanos, int status, int rows, long sum) {}

    /// So many clients, each asking one query after the other. A round lasts a time, not a number
    // of
    /// queries, so that all clients ask until its end: after the quick ones had left, the others
    /// would have the machine for themselves. One client alone asks each shape at least once, and
    /// fresh ones just so, for stores to be asked the same.
    private record Mode(int clients, boolean fresh, int seconds) {
        String name() {
            return (fresh ? "fresh" : "same") + "-" + clients;
        }
    }

    private static final List<Mode> MODES =
            List.of(
                    new Mode(1, true, 0),
                    new Mode(1, false, 4),
                    new Mode(8, true, 8),
                    new Mode(8, false, 6),
                    new Mode(64, true, 20),
                    new Mode(64, false, 8));

    public static void main(String[] args) throws Exception {
        Path runs = Path.of(args[0]);
        String store = args[1];
        Ask ask = new Ask(args[2], Shape.readAll(Path.of(args[3])));
        int rounds = Integer.parseInt(args[4]);
        ask.warmUp(Duration.ofSeconds(Integer.parseInt(args[5])));
        for (int round = 0; round < rounds; round++) {
            for (Mode mode : MODES) {
                if (mode.name().startsWith(System.getProperty("bench.only", ""))) {
                    ask.round(runs, store, mode, round);
                }
            }
        }
    }

    private void round(Path runs, String store, Mode mode, int round) throws Exception {
        if (!mode.fresh) {
            for (Shape shape : shapes) {
                ask(shape, shape.filled(0));
            }
        }
        long start = System.nanoTime();
        List<Answer> answers = all(mode, round);
        long took = System.nanoTime() - start;
        String run =
                "%s\t%s\t%d\t%d"
                        .formatted(store, mode.fresh ? "fresh" : "same", mode.clients, round);
        try (BufferedWriter out =
                Files.newBufferedWriter(
                        runs, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (Answer answer : answers) {
                out.write(
                        "%s\t%s\t%.3f\t%d\t%d\t%d%n"
                                .formatted(
                                        run,
                                        answer.shape,
                                        answer.nanos / 1e6,
                                        answer.status,
                                        answer.rows,
                                        answer.sum));
            }
            long good = answers.stream().filter(answer -> answer.status == 200).count();
            out.write(
                    "%s\tall\t%.3f\t%d\t%d\t0%n"
                            .formatted(run, took / 1e6, good == answers.size() ? 200 : 0, good));
            System.out.printf(
                    "%s: %d of %d in %.1f s%n",
                    run.replace('\t', ' '), good, answers.size(), took / 1e9);
        }
    }

    private void warmUp(Duration time) throws InterruptedException {
        AtomicLong numbers = new AtomicLong(WARM);
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int client = 0; client < 8; client++) {
                List<Shape> mine = new ArrayList<>(shapes);
                Collections.shuffle(mine, new Random(client));
                threads.execute(
                        () -> {
                            for (int i = 0; System.nanoTime() < end; i++) {
                                Shape shape = mine.get(i % mine.size());
                                ask(shape, shape.filled(numbers.getAndIncrement()));
                            }
                        });
            }
        } finally {
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.MINUTES);
        }
    }

    private List<Answer> all(Mode mode, int round) throws Exception {
        AtomicLong numbers = new AtomicLong(1 + (mode.clients * 100L + round) * 1_000_000);
        long end = System.nanoTime() + Duration.ofSeconds(mode.seconds).toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(mode.clients);
        try {
            List<Future<List<Answer>>> running = new ArrayList<>();
            for (int client = 0; client < mode.clients; client++) {
                List<Shape> mine = new ArrayList<>(shapes);
                if (mode.clients > 1) {
                    Collections.shuffle(mine, new Random(client + 1000L * round));
                }
                int least = mode.clients > 1 ? 0 : mine.size();
                running.add(
                        threads.submit(
                                () -> {
                                    List<Answer> answers = new ArrayList<>();
                                    for (int i = 0; i < least || System.nanoTime() < end; i++) {
                                        Shape shape = mine.get(i % mine.size());
                                        long number = mode.fresh ? numbers.getAndIncrement() : 0;
                                        answers.add(ask(shape, shape.filled(number)));
                                    }
                                    return answers;
                                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> client : running) {
                answers.addAll(client.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    /// A query that once took longer than we wait is not asked again: it counts as that long, and
    /// as no answer.
    private Answer ask(Shape shape, String query) {
        if (givenUp.contains(shape.name())) {
            return new Answer(shape.name(), PATIENCE.toNanos(), 0, 0, 0);
        }
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        endpoint
                                                + "?query="
                                                + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                        .header("Accept", "application/sparql-results+json")
                        .timeout(PATIENCE)
                        .build();
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - start;
            JsonRows rows = JsonRows.of(new String(response.body(), StandardCharsets.UTF_8));
            return new Answer(shape.name(), nanos, response.statusCode(), rows.count(), rows.sum());
        } catch (HttpTimeoutException e) {
            if (givenUp.add(shape.name())) {
                System.out.printf("%s: given up after %d s%n", shape.name(), PATIENCE.toSeconds());
            }
            return new Answer(shape.name(), PATIENCE.toNanos(), 0, 0, 0);
        } catch (IOException e) {
            return new Answer(shape.name(), System.nanoTime() - start, 0, 0, 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
    }
}
