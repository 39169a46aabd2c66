package chancery.suite;

import chancery.check.Finding;
import chancery.check.Findings;
import chancery.check.Groups;
import chancery.check.Validator;
import chancery.describe.TableGroup;
import chancery.map.Converter;
import chancery.map.Mode;
import chancery.table.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/// Runs entries of the official manifests.
///
/// @param folder of the official tests
record SuiteRun(Path folder) {

    /// @return what is wrong; empty if the entry passes
    Optional<String> convert(SuiteEntry entry) throws IOException {
        Findings findings = new Findings();
        Library library = library(entry);
        Graph found = GraphFactory.createDefaultGraph();
        Mode mode = entry.minimal() ? Mode.MINIMAL : Mode.STANDARD;
        Optional<TableGroup> group = group(entry, library, findings);
        boolean done =
                group.isPresent()
                        && new Converter(library, mode, findings).convert(group.get(), found::add);
        return switch (entry.kind()) {
            case NEGATIVE -> fails(done, findings);
            case POSITIVE ->
                    findings.isEmpty() ? succeeds(entry, done, found) : unexpected(findings);
            case WITH_WARNINGS ->
                    findings.isEmpty()
                            ? Optional.of("no finding, expected a warning")
                            : done ? succeeds(entry, true, found) : unexpected(findings);
        };
    }

    /// @return what is wrong; empty if the entry passes
    Optional<String> validate(SuiteEntry entry) {
        Findings findings = new Findings();
        Library library = library(entry);
        Optional<TableGroup> group = group(entry, library, findings);
        if (group.isPresent()) {
            try {
                new Validator(library, findings).validate(group.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return switch (entry.kind()) {
            case NEGATIVE -> fails(!findings.hasErrors(), findings);
            case POSITIVE -> findings.isEmpty() ? Optional.empty() : unexpected(findings);
            case WITH_WARNINGS ->
                    findings.isEmpty()
                            ? Optional.of("no finding, expected a warning")
                            : findings.hasErrors() ? unexpected(findings) : Optional.empty();
        };
    }

    Library library(SuiteEntry entry) {
        return SuiteLibrary.of(folder, entry.actionIri(), entry.link());
    }

    Optional<TableGroup> group(SuiteEntry entry, Findings findings) {
        return group(entry, library(entry), findings);
    }

    private static Optional<TableGroup> group(
            SuiteEntry entry, Library library, Findings findings) {
        Groups groups = new Groups(library, findings);
        if (!entry.metadata().isEmpty()) {
            return groups.ofMetadata(SuiteLibrary.BASE + entry.metadata());
        }
        return entry.startsWithMetadata()
                ? groups.ofMetadata(entry.actionIri())
                : groups.ofTable(entry.actionIri());
    }

    private static Optional<String> fails(boolean succeeded, Findings findings) {
        if (succeeded) {
            return Optional.of("no error, expected one; found " + findings.lines());
        }
        return findings.hasErrors() ? Optional.empty() : Optional.of("it failed without a finding");
    }

    private static Optional<String> unexpected(Findings findings) {
        List<String> lines = findings.sorted().stream().map(Finding::toString).toList();
        return Optional.of("unexpected findings: " + String.join("\n", lines));
    }

    private Optional<String> succeeds(SuiteEntry entry, boolean done, Graph found)
            throws IOException {
        if (!done) {
            return Optional.of("no graph, expected one");
        }
        Graph expected = GraphFactory.createDefaultGraph();
        String turtle = Files.readString(folder.resolve(entry.result()), StandardCharsets.UTF_8);
        String base = SuiteLibrary.BASE + entry.result();
        RDFParser.fromString(turtle, Lang.TURTLE).base(base).parse(expected);
        return SameGraph.difference(expected, found);
    }
}
