package chancery.cli;

import chancery.pack.PackStore;
import chancery.vocab.Base;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where things are: the options that several commands share. What is not given lies in the
/// project's folder.
final class Places {
    @Option(
            names = "--seeds",
            paramLabel = "DIR",
            description = "Folder of the tables and their metadata (default: seeds/).")
    private @Nullable Path seeds;

    @Option(
            names = "--releases",
            paramLabel = "DIR",
            description = "Folder of the releases (default: releases/).")
    private @Nullable Path releases;

    @Option(
            names = "--ontology",
            paramLabel = "DIR",
            description = "Folder of the ontology (default: ontology/).")
    private @Nullable Path ontology;

    @Option(
            names = "--queries",
            paramLabel = "DIR",
            description = "Folder of the example queries (default: queries/).")
    private @Nullable Path queries;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "List of the rules that decide disagreements (default: rules.csv of the tables).")
    private @Nullable Path rules;

    @Option(
            names = "--packs",
            paramLabel = "DIR",
            description = "Folder of the files that pack add was given (default: packs/).")
    private @Nullable Path packs;

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = "Folder of the source texts; with it passages are verified and shown.")
    private @Nullable Path texts;

    @Option(
            names = "--base",
            paramLabel = "IRI",
            defaultValue = "https://w3id.org/chancery/",
            description = "Base of all IRIs, ends in / (default: ${DEFAULT-VALUE}).")
    private String base = "https://w3id.org/chancery/";

    private @Nullable PackStore store;

    /// Where nothing was given on a command line but these.
    ///
    /// @param seeds null for the usual folder
    static Places of(@Nullable Path seeds, Base base) {
        Places places = new Places();
        places.seeds = seeds;
        places.base = base.iri();
        return places;
    }

    Path seeds() {
        return or(seeds, "seeds");
    }

    Path releases() {
        return or(releases, "releases");
    }

    Path ontology() {
        return or(ontology, "ontology");
    }

    Path queries() {
        return or(queries, "queries");
    }

    Path packs() {
        return or(packs, "packs");
    }

    /// The files of packs, as they are or as a command is about to make them.
    PackStore packStore() {
        return store == null ? new PackStore(packs()) : store;
    }

    /// From now on the files of packs are these.
    void use(PackStore other) {
        store = other;
    }

    @Nullable Path rules() {
        return rules;
    }

    Path constraints() {
        return queries().resolve("constraints");
    }

    @Nullable Path texts() {
        return texts;
    }

    Base base() throws Refusal {
        try {
            return new Base(base);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--" + e.getMessage());
        }
    }

    private static Path or(@Nullable Path given, String name) {
        if (given != null) {
            return given;
        }
        Path home = Path.of(System.getProperty("chancery.home", ""));
        return home.toString().isEmpty() ? Path.of(name) : home.resolve(name);
    }
}
