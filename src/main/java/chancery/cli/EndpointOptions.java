package chancery.cli;

import chancery.guard.endpoint.EndpointAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The store to stand before, as options of `serve`.
final class EndpointOptions {
    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description =
                    "Stand before another SPARQL 1.1 endpoint that holds the triples of the current"
                            + " release, such as http://127.0.0.1:8890/sparql; nothing is built"
                            + " (default: the release's own database).")
    private @Nullable String endpoint;

    @Option(
            names = "--endpoint-default-graph",
            paramLabel = "IRI",
            description =
                    "With --endpoint: the graph into which chancery.ttl was loaded, for stores such"
                            + " as Virtuoso that have no default graph of their own (default:"
                            + " none).")
    private @Nullable String defaultGraph;

    /// @param follows whether releases come from elsewhere
    /// @return empty when the release's own database is to be read
    Optional<EndpointAddress> address(boolean follows) throws Refusal {
        if (endpoint == null) {
            if (defaultGraph != null) {
                throw Refusal.ofOption(
                        "--endpoint-default-graph: found no --endpoint, expected one");
            }
            return Optional.empty();
        }
        if (follows) {
            throw Refusal.ofOption(
                    "--endpoint: found --follow as well, expected one of them: the endpoint holds"
                            + " one release");
        }
        try {
            return Optional.of(EndpointAddress.of(endpoint, Optional.ofNullable(defaultGraph)));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofOption("--endpoint: " + e.getMessage());
        }
    }
}
