package chancery.spark;

import chancery.map.Mode;
import java.util.Locale;
import java.util.Optional;

/// What the command line says.
///
/// @param file metadata or table: a path, or a URL of a file system that Hadoop knows
/// @param output folder that is not there yet
/// @param partBytes of a table, for one task, about
record Options(
        String file,
        Mode mode,
        Optional<String> graph,
        Optional<String> url,
        String output,
        long partBytes,
        boolean keys,
        Optional<String> master) {
    static final String USAGE =
            """
            Usage: spark-submit --class chancery.spark.SparkMap chancery-spark.jar FILE -o DIR
                [--mode minimal|standard] [--graph IRI] [--url IRI] [--part-mb N] [--no-keys] [--master URL]
              FILE       metadata (.json) or a table; a path, or hdfs://, s3a:// …
              -o DIR     folder of the parts; must not be there
              --graph    write N-Quads, all in this graph
              --url      where the folder of FILE is published, with / at its end
              --part-mb  size of a part of a table (default: 64)
              --no-keys  do not look whether primary keys are unique
              --master   as spark-submit has it, for programs that start without it""";

    /// What cannot be read.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static Options of(String[] args) throws Wrong {
        String file = "";
        String output = "";
        Mode mode = Mode.STANDARD;
        Optional<String> graph = Optional.empty();
        Optional<String> url = Optional.empty();
        Optional<String> master = Optional.empty();
        long megabytes = 64;
        boolean keys = true;
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            if (arg.equals("--no-keys")) {
                keys = false;
                continue;
            }
            if (!arg.startsWith("-")) {
                if (!file.isEmpty()) {
                    throw new Wrong("found " + file + " and " + arg + ", expected one FILE");
                }
                file = arg;
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
                case "--part-mb" -> megabytes = megabytes(value);
                default -> throw new Wrong("found " + arg + ", expected one of the options below");
            }
        }
        if (file.isEmpty() || output.isEmpty()) {
            throw new Wrong("found no " + (file.isEmpty() ? "FILE" : "-o DIR") + ", expected one");
        }
        return new Options(file, mode, graph, url, output, megabytes << 20, keys, master);
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

    Plan plan() {
        String iri = FileTables.iri(file);
        String folder = iri.substring(0, iri.lastIndexOf('/') + 1);
        return new Plan(
                iri.substring(folder.length()),
                folder,
                url.orElse(folder),
                mode,
                graph.orElse(""),
                keys,
                partBytes);
    }
}
