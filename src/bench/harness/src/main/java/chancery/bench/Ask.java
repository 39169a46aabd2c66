package chancery.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// `Ask RUNS STORE ENDPOINT SHAPES ROUND CLIENTS FRESH|SAME [EACH]`: asks one endpoint the mix, as
/// so many clients at once, and adds a line for each answer to the file of runs.
///
/// FRESH fills each query as no other of the whole benchmark; SAME asks what is asked again and
/// again, once before the clock runs. EACH is how many queries each client asks (all shapes).
/// A line has: store, mode, clients, round, shape, milliseconds, status, rows, sum of the answer's
/// values; and one of the shape `all` with the whole time and the number of answers.
public final class Ask {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int WARM = 1_000_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String endpoint;
    private final List<Shape> shapes;

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

    public static void main(String[] args) throws Exception {
        Path runs = Path.of(args[0]);
        String store = args[1];
        Ask ask = new Ask(args[2], Shape.readAll(Path.of(args[3])));
        int round = Integer.parseInt(args[4]);
        int clients = Integer.parseInt(args[5]);
        boolean fresh = args[6].equals("FRESH");
        int each = args.length > 7 ? Integer.parseInt(args[7]) : ask.shapes.size();
        ask.warmUp(fresh, round);
        long start = System.nanoTime();
        List<Answer> answers = ask.all(fresh, round, clients, each);
        long took = System.nanoTime() - start;
        try (BufferedWriter out =
                Files.newBufferedWriter(
                        runs, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            String mode = fresh ? "fresh" : "same";
            for (Answer answer : answers) {
                out.write(
                        "%s\t%s\t%d\t%d\t%s\t%.3f\t%d\t%d\t%d%n"
                                .formatted(
                                        store,
                                        mode,
                                        clients,
                                        round,
                                        answer.shape,
                                        answer.nanos / 1e6,
                                        answer.status,
                                        answer.rows,
                                        answer.sum));
            }
            long good = answers.stream().filter(answer -> answer.status == 200).count();
            out.write(
                    "%s\t%s\t%d\t%d\tall\t%.3f\t%d\t%d\t0%n"
                            .formatted(
                                    store,
                                    mode,
                                    clients,
                                    round,
                                    took / 1e6,
                                    good == answers.size() ? 200 : 0,
                                    good));
            System.out.printf(
                    "%s %s %d clients round %d: %d of %d in %.1f s%n",
                    store, mode, clients, round, good, answers.size(), took / 1e9);
        }
    }

    /// What is asked again is asked once before; what is asked anew has been asked of other things.
    private void warmUp(boolean fresh, int round) throws InterruptedException {
        for (Shape shape : shapes) {
            ask(shape, shape.filled(fresh ? WARM + round : 0));
        }
    }

    private List<Answer> all(boolean fresh, int round, int clients, int each) throws Exception {
        AtomicLong numbers = new AtomicLong(1 + ((long) clients * 100 + round) * 1_000_000);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<Answer>>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                List<Shape> mine = new ArrayList<>();
                while (mine.size() < each) {
                    mine.addAll(shapes);
                }
                if (clients > 1) {
                    Collections.shuffle(mine, new Random(client));
                }
                running.add(
                        threads.submit(
                                () -> {
                                    List<Answer> answers = new ArrayList<>();
                                    for (Shape shape : mine.subList(0, each)) {
                                        long number = fresh ? numbers.getAndIncrement() : 0;
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

    private Answer ask(Shape shape, String query) throws InterruptedException {
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
        } catch (IOException e) {
            return new Answer(shape.name(), System.nanoTime() - start, 0, 0, 0);
        }
    }
}
