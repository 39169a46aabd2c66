package chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `chancery dump`: a dump of the current release, to a file or to standard output.
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        description = "Writes a dump of the current release; without a name lists what there is.")
final class DumpCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private Places places = new Places();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Such as chancery.ttl, chancery.jsonld, tables.zip, states/russia.ttl.")
    private @Nullable String name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() throws Refusal {
        Path dumps = CurrentRelease.folder(places).resolve("dumps");
        try {
            if (name == null) {
                list(dumps).forEach(Terminal.out(spec)::println);
            } else {
                write(dumps);
            }
        } catch (IOException e) {
            throw new Refusal(dumps + ": found it not readable (" + e.getMessage() + ")");
        }
        return ExitCode.GOOD.number();
    }

    private void write(Path dumps) throws IOException, Refusal {
        Path dump = dumps.resolve(String.valueOf(name)).normalize();
        if (!dump.startsWith(dumps) || !Files.isRegularFile(dump)) {
            throw new Refusal(
                    "no dump \""
                            + name
                            + "\" in this release; there are: "
                            + String.join(", ", list(dumps)));
        }
        if (output == null) {
            if (dump.toString().matches(".*\\.(gz|zst|zip)")) {
                throw new Refusal(name + ": found no --output, expected one for a compressed dump");
            }
            try (Reader text = Files.newBufferedReader(dump)) {
                PrintWriter out = Terminal.out(spec);
                text.transferTo(out);
                out.flush();
            }
            return;
        }
        try (OutputFile file = OutputFile.openAsItIs(output)) {
            Files.copy(dump, file.stream());
            file.finish();
        } catch (IOException e) {
            throw new Refusal(output + ": found no way to write it (" + e.getMessage() + ")");
        }
    }

    private static List<String> list(Path dumps) throws IOException {
        try (Stream<Path> files = Files.walk(dumps)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> dumps.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
