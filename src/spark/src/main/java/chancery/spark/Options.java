package chancery.spark;

import chancery.check.IriSyntax;
import chancery.cli.PackTables;
import chancery.cli.Refusal;
import chancery.map.Mode;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the command line says.
///
/// @param files metadata or table, with a pack any of its files: paths, or URLs of file systems that
///     Hadoop knows
/// @param output folder that is not there yet
/// @param partBytes of a table, for one task, about
record Options(
        List<String> files,
        Mode mode,
        Optional<String> graph,
        Optional<String> url,
        String output,
        long partBytes,
        boolean keys,
        Optional<String> pack,
        Optional<String> seeds,
        Base base,
        Optional<String> master) {
    static final String USAGE =
            """
            Usage: spark-submit --class chancery.spark.SparkMap chancery-spark.jar FILE… -o DIR
                [--mode minimal|standard] [--graph IRI] [--url IRI] [--part-mb N] [--no-keys] [--master URL]
                [--pack NAME [--seeds DIR] [--base IRI]]
              FILE       metadata (.json, .jsonld) or a table; a path, or hdfs://, s3a:// …
              -o DIR     folder of the parts; must not be there
              --graph    write N-Quads, all in this graph
              --url      where the folder of FILE is published, with / at its end
              --part-mb  size of a part of a table (default: 64)
              --no-keys  do not look whether primary keys are unique and references lead somewhere
              --pack     FILE… are of the dataset that this pack describes, their rows stream
              --seeds    folder of the packs and the registers, where this starts (default: seeds)
              --base     with --pack: the start of all IRIs
              --master   as spark-submit has it, for programs that start without it""";

    /// What cannot be read.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static Options of(String[] args) throws Wrong {
        List<String> files = new ArrayList<>();
        String output = "";
        Mode mode = Mode.STANDARD;
        Optional<String> graph = Optional.empty();
        Optional<String> url = Optional.empty();
        Optional<String> master = Optional.empty();
        long megabytes = 64;
        boolean keys = true;
        Optional<String> pack = Optional.empty();
        Optional<String> seeds = Optional.empty();
        Optional<String> base = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            if (arg.equals("--no-keys")) {
                keys = false;
                continue;
            }
            if (!arg.startsWith("-")) {
                files.add(arg);
                continue;
            }
            if (i + 1 == args.length) {
                throw new Wrong(arg + ": found nothing behind it, expected a value");
            }
            String value = args[++i];
            switch (arg) {
                case "-o", "--output" -> output = value;
                case "--mode" -> mode = mode(value);
                case "--graph" -> graph = Optional.of(value);
                case "--url" -> url = Optional.of(value);
                case "--master" -> master = Optional.of(value);
                case "--pack" -> pack = Optional.of(value);
                case "--seeds" -> seeds = Optional.of(value);
                case "--base" -> base = Optional.of(value);
                case "--part-mb" -> megabytes = megabytes(value);
                default -> throw new Wrong("found " + arg + ", expected one of the options below");
            }
        }
        if (files.isEmpty() || output.isEmpty()) {
            throw new Wrong("found no " + (files.isEmpty() ? "FILE" : "-o DIR") + ", expected one");
        }
        try {
            new org.apache.hadoop.fs.Path(output);
        } catch (IllegalArgumentException e) {
            throw new Wrong("-o: found \"" + output + "\", expected a path or a URL");
        }
        if (graph.isPresent() && !IriSyntax.isAbsolute(graph.get())) {
            throw new Wrong("--graph: found \"" + graph.get() + "\", expected an absolute IRI");
        }
        if (url.isPresent() && !(IriSyntax.isAbsolute(url.get()) && url.get().endsWith("/"))) {
            throw new Wrong(
                    "--url: found \""
                            + url.get()
                            + "\", expected an absolute IRI with / at its end");
        }
        if (pack.isEmpty() && files.size() > 1) {
            throw new Wrong("found " + String.join(" and ", files) + ", expected one FILE");
        }
        if (pack.isEmpty() && (seeds.isPresent() || base.isPresent())) {
            throw new Wrong("--seeds, --base: found no --pack beside it, expected one");
        }
        if (pack.isPresent() && url.isPresent()) {
            throw new Wrong("--url: found --pack beside it, expected one of them");
        }
        return new Options(
                List.copyOf(files),
                mode,
                graph,
                url,
                output,
                megabytes << 20,
                keys,
                pack,
                seeds,
                base.isPresent() ? base(base.get()) : Base.DEFAULT,
                master);
    }

    private static Mode mode(String word) throws Wrong {
        for (Mode mode : new Mode[] {Mode.MINIMAL, Mode.STANDARD}) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        throw new Wrong("--mode: found " + word + ", expected minimal or standard");
    }

    private static long megabytes(String text) throws Wrong {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= 1024) {
                return number;
            }
        } catch (NumberFormatException e) {
            // as any other that is none
        }
        throw new Wrong("--part-mb: found " + text + ", expected a number from 1 to 1024");
    }

    private static Base base(String iri) throws Wrong {
        try {
            return new Base(iri);
        } catch (IllegalArgumentException e) {
            throw new Wrong("--" + e.getMessage());
        }
    }

    /// @return empty without `--pack`
    /// @throws Refusal if a file is not what the pack describes
    Optional<PackTables> packTables() throws Refusal {
        return pack.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        PackTables.read(
                                seeds.map(Path::of).orElse(Path.of("seeds")),
                                base,
                                pack.get(),
                                files,
                                FileTables::unpacked));
    }

    /// @param packed what [#packTables] has read
    /// @throws java.io.UncheckedIOException if metadata are there and cannot be read
    Plan plan(Optional<PackTables> packed) throws IOException {
        return new Plan(
                packed.isPresent()
                        ? PackInputs.of(packed.get())
                        : DescribedTables.of(files.getFirst(), url),
                packed.isPresent() ? Mode.EVIDENCE : mode,
                graph.orElse(""),
                keys,
                partBytes);
    }
}
