package chancery.cli;

import chancery.guard.service.AllowedServer;
import chancery.guard.service.ServiceLimits;
import chancery.guard.service.ServiceRules;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Whom queries may ask by `SERVICE`, as options of `serve`.
final class ServiceOptions {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MOST_MEBIBYTES = 1024;

    @Option(
            names = "--service",
            paramLabel = "HOST",
            split = ",",
            description =
                    "A server that queries may ask by SERVICE, such as query.wikidata.org; https on"
                            + " the usual port, unless it is an address such as"
                            + " http://example.org:8080/sparql. Several with commas (default: none).")
    private List<String> open = List.of();

    @Option(
            names = "--service-private",
            paramLabel = "HOST",
            split = ",",
            description =
                    "The same for a server on this machine or in a private network, such as"
                            + " http://localhost:3031/sparql (default: none).")
    private List<String> inside = List.of();

    @Option(
            names = "--service-timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long one call may take (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--service-calls",
            paramLabel = "N",
            defaultValue = "20",
            description = "Calls of one query (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--service-concurrent",
            paramLabel = "N",
            defaultValue = "4",
            description = "Calls of all queries at one time (default: ${DEFAULT-VALUE}).")
    private int concurrent;

    @Option(
            names = "--service-rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many rows one call may bring (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--service-answer",
            paramLabel = "MIB",
            defaultValue = "16",
            description = "How much one call may bring, uncompressed (default: ${DEFAULT-VALUE}).")
    private int mebibytes;

    /// @throws Refusal for what is no host, or a limit of nothing
    ServiceRules rules() throws Refusal {
        List<AllowedServer> servers = new ArrayList<>();
        add("--service-private", inside, true, servers);
        add("--service", open, false, servers);
        if (mebibytes > MOST_MEBIBYTES) {
            throw Refusal.ofOption(
                    "--service-answer: found \"%d\", expected at most %d"
                            .formatted(mebibytes, MOST_MEBIBYTES));
        }
        return ServiceRules.of(servers)
                .withLimits(
                        new ServiceLimits(
                                atLeastOne("--service-timeout", seconds),
                                atLeastOne("--service-calls", calls),
                                atLeastOne("--service-concurrent", concurrent),
                                atLeastOne("--service-rows", rows),
                                atLeastOne("--service-answer", mebibytes) * MEBIBYTE));
    }

    private static void add(
            String option, List<String> texts, boolean isPrivate, List<AllowedServer> servers)
            throws Refusal {
        for (String text : texts) {
            try {
                if (!text.isBlank()) {
                    servers.add(AllowedServer.parse(text.strip(), isPrivate));
                }
            } catch (IllegalArgumentException e) {
                throw Refusal.ofOption(option + ": " + e.getMessage());
            }
        }
    }

    private static int atLeastOne(String option, int value) throws Refusal {
        if (value < 1) {
            throw Refusal.ofOption(option + ": found \"" + value + "\", expected 1 or more");
        }
        return value;
    }
}
