package chancery.cli;

import chancery.check.Findings;
import chancery.check.Groups;
import chancery.check.IriSyntax;
import chancery.describe.BadDescription;
import chancery.describe.DescriptionReader;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import chancery.map.compiled.StreamConverter;
import chancery.release.ReleaseRefused;
import chancery.release.TripleStore;
import chancery.table.Source;
import chancery.vocab.Base;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `chancery map`: any tables to N-Triples or N-Quads, as CSV on the Web says.
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        description =
                "Writes tables as RDF, as CSV on the Web says: N-Triples, or with --graph N-Quads."
                        + " Streams: tables may be of any size. The output is the same for any"
                        + " number of threads.",
        footer = {
            "",
            "Findings go to standard error: with errors among them the exit code is 1, and cells"
                    + " that do not fit are written as strings. A table that cannot be read to its"
                    + " end is exit code 3, and -o leaves no file.",
            "Foreign keys are not looked at: see check."
        })
final class MapCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private static final int BUFFER = 1 << 16;

    @Spec private @Nullable CommandSpec spec;
    @ParentCommand private @Nullable Cli cli;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Metadata (.json), or a table (.csv, .csv.gz …) whose metadata are found as the"
                            + " standard says. - is a table on standard input: alone, or beside the"
                            + " metadata that describe it. With --pack, any files of the dataset.")
    private List<String> files = List.of();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "standard",
            description =
                    "minimal: only what the cells say; standard: tables, rows and annotations too;"
                            + " evidence: our directives on, registers and claims as N-Quads"
                            + " (default: ${DEFAULT-VALUE}).")
    private Mode mode = Mode.STANDARD;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Where to write (default: standard output); compressed if the name ends in"
                            + " .gz.")
    private @Nullable Path output;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description =
                    "Write no lines but a TDB2 database, which Fuseki opens; DIR must be empty or"
                            + " not there.")
    private @Nullable Path store;

    @Option(
            names = "--graph",
            paramLabel = "IRI",
            description = "Write N-Quads, all in this graph.")
    private @Nullable String graph;

    @Option(
            names = "--url",
            paramLabel = "IRI",
            description =
                    "Where the folder of FILE is published, with / at its end: what names tables in"
                            + " the output (default: its file: IRI).")
    private @Nullable String url;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many threads map, beside the one that reads and writes (default: one a core"
                            + " but one).")
    private int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description =
                    "In evidence mode and with --pack: the start of all IRIs (default: https://w3id.org/chancery/).")
    private @Nullable String base;

    @Option(
            names = "--pack",
            paramLabel = "NAME",
            description =
                    "Map files of the dataset that this pack describes, those whose rows stream"
                            + " (tableRole light), into what pack add puts into a release.")
    private @Nullable String pack;

    @Option(
            names = "--seeds",
            paramLabel = "DIR",
            description =
                    "With --pack: folder of the packs and of the registers that say what codes name"
                            + " (default: seeds/).")
    private @Nullable Path seeds;

    @Option(names = "--no-keys", description = "Do not look whether primary keys are unique.")
    private boolean noKeys;

    @Override
    public Integer call() throws Refusal {
        if (store != null && (output != null || graph != null)) {
            throw wrongUse("--store: found --output or --graph beside it, expected one of them");
        }
        if (threads < 1) {
            throw wrongUse("--threads: found " + threads + ", expected 1 or more");
        }
        if (graph != null && !IriSyntax.isAbsolute(graph)) {
            throw wrongUse("--graph: found \"" + graph + "\", expected an absolute IRI");
        }
        if (url != null && !(IriSyntax.isAbsolute(url) && url.endsWith("/"))) {
            throw wrongUse(
                    "--url: found \"" + url + "\", expected an absolute IRI with / at its end");
        }
        if (base != null && !(IriSyntax.isAbsolute(base) && base.endsWith("/"))) {
            throw wrongUse(
                    "--base: found \"" + base + "\", expected an absolute IRI with / at its end");
        }
        if (seeds != null && pack == null) {
            throw wrongUse("--seeds: found no --pack beside it, expected one");
        }
        Findings findings = new Findings();
        boolean whole = pack == null ? map(findings) : packed(pack, findings);
        findings.lines().forEach(Terminal.err(spec)::println);
        ExitCode exit =
                !whole
                        ? ExitCode.REFUSAL
                        : findings.hasErrors() ? ExitCode.FINDINGS : ExitCode.GOOD;
        return exit.number();
    }

    private boolean map(Findings findings) throws Refusal {
        LocalFiles local = new LocalFiles();
        List<String> named = files.stream().filter(f -> !f.equals(STANDARD_INPUT)).toList();
        if (files.size() > 2
                || named.size() > 1
                || files.stream().distinct().count() < files.size()) {
            throw wrongUse(
                    "found " + String.join(" and ", files) + ", expected one FILE, or one and -");
        }
        String file = named.isEmpty() ? "standard-input.csv" : named.getFirst();
        Path path = Path.of(file);
        if (!named.isEmpty() && !Files.isRegularFile(path)) {
            throw new Refusal(
                    file
                            + (Files.isDirectory(path)
                                    ? ": found a folder"
                                    : ": found no such file")
                            + ", expected a table or metadata");
        }
        String iri = local.iri(path, file);
        String folder = iri.substring(0, iri.lastIndexOf('/') + 1);
        InputStream in = cli == null ? InputStream.nullInputStream() : cli.in();
        PublishedFiles library =
                new PublishedFiles(local, folder, url == null ? folder : url, null, in);
        String published = library.published(iri);
        if (named.isEmpty()) {
            library = library.withGiven(published);
        }
        if (mode == Mode.EVIDENCE) {
            return evidence(path, file, findings);
        }
        Groups groups = new Groups(library, findings);
        Optional<TableGroup> group =
                isMetadata(file) ? groups.ofMetadata(published) : groups.ofTable(published);
        if (group.isEmpty()) {
            return false;
        }
        if (!named.isEmpty() && files.size() > 1) {
            library = library.withGiven(only(group.get(), file));
        }
        return map(group.get(), library, findings);
    }

    /// With our directives on, metadata are read strictly, and only those beside the table.
    private boolean evidence(Path path, String file, Findings findings) throws Refusal {
        if (store != null || graph != null || url != null || files.contains(STANDARD_INPUT)) {
            throw wrongUse(
                    "--mode evidence: found --store, --graph, --url or -, expected FILE alone");
        }
        Path metadata =
                isMetadata(file)
                        ? path
                        : path.resolveSibling(path.getFileName() + "-metadata.json");
        try (MapProgress progress = new MapProgress(-1)) {
            List<TableDescription> tables = DescriptionReader.read(metadata);
            return written(
                    out ->
                            new EvidenceMap(ofBase(), findings, progress, out)
                                    .write(tables, !noKeys));
        } catch (BadDescription e) {
            throw new Refusal(e);
        }
    }

    private Base ofBase() {
        return base == null ? Base.DEFAULT : new Base(base);
    }

    /// Files of a dataset, as their pack describes them.
    private boolean packed(String name, Findings findings) throws Refusal {
        if (store != null || url != null || files.contains(STANDARD_INPUT)) {
            throw wrongUse("--pack: found --store, --url or - beside it, expected files alone");
        }
        for (String file : files) {
            if (!Files.isRegularFile(Path.of(file))) {
                throw new Refusal(
                        file + ": found no such file, expected a file of the dataset " + name);
            }
        }
        PackTables tables =
                PackTables.read(
                        seeds, ofBase(), name, files, file -> Source.unpacked(Path.of(file)));
        List<TableDescription> described = new ArrayList<>();
        try (MapProgress progress = new MapProgress(-1)) {
            for (PackTables.LightFile file : tables.light()) {
                described.add(file.file().described(Source.unpacked(Path.of(file.place()))));
            }
            StreamConverter.Settings settings =
                    new StreamConverter.Settings(
                            Mode.EVIDENCE,
                            threads,
                            Optional.ofNullable(graph),
                            !noKeys,
                            progress::at,
                            Optional.of(tables.directives()));
            return written(out -> new PackLines(described, tables).write(settings, findings, out));
        } catch (BadDescription e) {
            throw new Refusal(e);
        }
    }

    /// Writes to a stream.
    @FunctionalInterface
    private interface Writing {
        /// @return whether all was written
        boolean to(OutputStream out) throws IOException;
    }

    /// To the file that is named, which is there as a whole or not at all, or to standard output.
    private boolean written(Writing writing) throws Refusal {
        try {
            if (output == null) {
                OutputStream out = cli == null ? OutputStream.nullOutputStream() : cli.bytesOut();
                // what is written flushes at its end
                return writing.to(new BufferedOutputStream(out, BUFFER));
            }
            try (OutputFile file = OutputFile.open(output)) {
                boolean whole = writing.to(file.stream());
                if (whole) {
                    file.finish();
                }
                return whole;
            }
        } catch (IOException e) {
            throw notWritten(output == null ? "standard output" : output.toString(), e);
        }
    }

    private static Refusal notWritten(String target, IOException e) {
        return new Refusal(
                target + ": found no way to read on or write on (" + e.getMessage() + ")");
    }

    private String only(TableGroup group, String file) {
        if (group.tables().size() > 1) {
            throw wrongUse(
                    "found - beside "
                            + file
                            + ", which describes "
                            + group.tables().size()
                            + " tables, expected metadata of one");
        }
        return group.tables().getFirst().iri();
    }

    private boolean map(TableGroup group, PublishedFiles library, Findings findings)
            throws Refusal {
        try (MapProgress progress = new MapProgress(bytes(group, library))) {
            StreamConverter.Settings settings =
                    new StreamConverter.Settings(
                            mode, threads, Optional.ofNullable(graph), !noKeys, progress::at);
            StreamConverter converter = new StreamConverter(library, settings, findings);
            if (store != null) {
                return TripleStore.load(store, into -> converter.convert(group, into));
            }
            return written(out -> converter.convert(group, out));
        } catch (ReleaseRefused e) {
            throw new Refusal(e);
        } catch (IOException e) {
            throw notWritten(String.valueOf(store), e);
        }
    }

    /// @return -1 if a table is compressed, or on standard input
    private static long bytes(TableGroup group, PublishedFiles library) {
        long bytes = 0;
        for (TableDescription table : group.tables()) {
            Path file = Path.of(library.name(table.iri()));
            try {
                bytes += table.iri().equals(library.given()) ? -1 : Files.size(file);
            } catch (IOException e) {
                return -1;
            }
        }
        return bytes;
    }

    private static boolean isMetadata(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".jsonld");
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(Terminal.line(spec), message);
    }
}
