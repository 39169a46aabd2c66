package chancery.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The writers a command was handed.
final class Terminal {
    private Terminal() {}

    static PrintWriter out(@Nullable CommandSpec spec) {
        return injected(spec).commandLine().getOut();
    }

    static PrintWriter err(@Nullable CommandSpec spec) {
        return injected(spec).commandLine().getErr();
    }

    static CommandLine line(@Nullable CommandSpec spec) {
        return injected(spec).commandLine();
    }

    private static CommandSpec injected(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the spec before it runs a command");
        }
        return spec;
    }
}
