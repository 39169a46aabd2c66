package chancery.cli;

import chancery.describe.json.JsonWriter;
import chancery.infer.Inference;
import chancery.infer.Undescribable;
import chancery.table.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `chancery describe`: a first metadata document for bare tables.
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description =
                "Writes a first description (CSV on the Web metadata) of bare CSV files: dialect,"
                        + " columns, datatypes, keys and references among them, each guess with"
                        + " what it rests on.",
        footer = {
            "",
            "Usually: chancery describe states.csv -o states.csv-metadata.json",
            "Then read it through: a guess is not knowledge."
        })
final class DescribeCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Tables, or tables compressed as .gz; several are described together, with their"
                            + " references.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it (default: standard output).")
    private @Nullable Path output;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Option(
            names = "--rows",
            defaultValue = "1000000",
            paramLabel = "N",
            description =
                    "How many rows of each table to read; 0: all (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Override
    public Integer call() throws Refusal {
        if (rows < 0 && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "--rows: found " + rows + ", expected 0 or more");
        }
        if (output != null && !force && Files.exists(output)) {
            throw new Refusal(output + ": found a file there, expected none, or --force");
        }
        Inference.Result result = describe();
        String text = JsonWriter.write(result.document());
        if (output == null) {
            PrintWriter out = Terminal.out(spec);
            out.print(text);
            out.flush();
        } else {
            write(output, text);
        }
        result.faults().forEach(Terminal.err(spec)::println);
        return ExitCode.GOOD.number();
    }

    private Inference.Result describe() throws Refusal {
        Map<String, Source> tables = TableUrls.of(files, output);
        try (ReadingProgress progress = ReadingProgress.of(files)) {
            return new Inference(rows, progress::read).describe(tables);
        } catch (Undescribable e) {
            throw new Refusal(e);
        }
    }

    private void write(Path file, String text) throws Refusal {
        try {
            if (force) {
                Files.writeString(file, text);
            } else {
                Files.writeString(
                        file,
                        text,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
            }
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(file + ": found a file there, expected none, or --force");
        } catch (NoSuchFileException e) {
            throw new Refusal(file + ": found no such folder, expected one to write into");
        } catch (IOException e) {
            throw new Refusal(file + ": found it not writable (" + e.getMessage() + ")");
        }
    }
}
