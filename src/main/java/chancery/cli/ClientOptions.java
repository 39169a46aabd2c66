package chancery.cli;

import chancery.guard.client.Budget;
import chancery.guard.client.ClientRules;
import picocli.CommandLine.Option;

/// What one client of `serve` may use, and how clients are told apart.
final class ClientOptions {
    @Option(
            names = "--client-queries",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Queries of one client at one time, those that wait included; clients on this"
                            + " machine have no such budget unless --client-header is given"
                            + " (default: ${DEFAULT-VALUE}).")
    private int queries;

    @Option(
            names = "--client-seconds",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "Query seconds that one client may use in a minute (default:"
                            + " ${DEFAULT-VALUE}).")
    private int secondsPerMinute;

    @Option(
            names = "--client-header",
            paramLabel = "NAME",
            defaultValue = "",
            description =
                    "Header in which a proxy tells the client's address, such as X-Forwarded-For;"
                            + " its last value counts. Let nobody but the proxy reach the port."
                            + " Without it, whoever connects is the client.")
    private String header = "";

    /// @throws Refusal for a budget of nothing, or a name that is none of a header
    ClientRules rules() throws Refusal {
        atLeastOne("--client-queries", queries);
        atLeastOne("--client-seconds", secondsPerMinute);
        if (!header.matches("[A-Za-z0-9-]*")) {
            throw Refusal.ofOption(
                    "--client-header: found \"%s\", expected a name such as X-Forwarded-For"
                            .formatted(header));
        }
        return new ClientRules(new Budget(queries, secondsPerMinute), header);
    }

    private static void atLeastOne(String option, int value) throws Refusal {
        if (value < 1) {
            throw Refusal.ofOption(option + ": found \"" + value + "\", expected 1 or more");
        }
    }
}
