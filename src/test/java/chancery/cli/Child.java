package chancery.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Chancery in a process of its own, which may be killed.
final class Child {
    private Child() {}

    /// @param out where standard output goes
    /// @param err where standard error goes
    static Process start(Path out, Path err, List<String> prefix, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("chancery.cli.Main");
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /// Runs a command to its end; its output goes to a file that is there already, too.
    static Result run(Path out, Path folder, String... args)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "err", "");
        int exit = start(out, err, List.of(), args).waitFor();
        boolean plain = Files.isRegularFile(out);
        return new Result(
                exit,
                plain ? Files.readString(out) : "",
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
