package chancery.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command `chancery` and its subcommands.
@Command(
        name = "chancery",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Turns source texts and tables about relations between states into a knowledge"
                        + " graph and serves it.",
        footer = {
            "",
            "Exit codes: 0 good, 1 findings in the data, 2 wrong use, 3 cannot go on, 70 a bug.",
            "Start with: chancery serve"
        },
        subcommands = {
            LocateCommand.class,
            ReanchorCommand.class,
            DescribeCommand.class,
            CheckCommand.class,
            MapCommand.class,
            BuildCommand.class,
            ServeCommand.class,
            QueryCommand.class,
            DumpCommand.class,
            DiffCommand.class,
            ReleaseCommand.class,
            HelpCommand.class
        })
public final class Cli implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();
    private final InputStream in;
    private final OutputStream bytesOut;

    private Cli(InputStream in, OutputStream bytesOut) {
        this.in = in;
        this.bytesOut = bytesOut;
    }

    /// Standard input, for the commands that read it.
    InputStream in() {
        return in;
    }

    /// Standard output, for the commands that write more than lines to it.
    OutputStream bytesOut() {
        return bytesOut;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "chancery: found no command");
    }

    /// Runs one command line, with nothing on standard input.
    ///
    /// @return the exit code, as [ExitCode] has them
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(InputStream.nullInputStream(), out, err, args);
    }

    /// Runs one command line; all that goes to standard output goes to `out`.
    ///
    /// @return the exit code, as [ExitCode] has them
    public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
        return run(in, new WrittenBytes(out), out, err, args);
    }

    /// Runs one command line.
    ///
    /// @param bytesOut where commands go that write more than lines; behind `out`
    /// @return the exit code, as [ExitCode] has them
    public static int run(
            InputStream in,
            OutputStream bytesOut,
            PrintWriter out,
            PrintWriter err,
            String... args) {
        CommandLine commands = new CommandLine(new Cli(in, bytesOut));
        commands.setOut(out);
        commands.setErr(err);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler(
                (exception, command, parsed) -> {
                    if (exception instanceof Refusal) {
                        command.getErr().println(exception.getMessage());
                        return ExitCode.REFUSAL.number();
                    }
                    StringWriter trace = new StringWriter();
                    exception.printStackTrace(new PrintWriter(trace));
                    command.getErr().println("This is a mistake of Chancery itself:");
                    command.getErr().print(trace);
                    return ExitCode.BUG.number();
                });
        return commands.execute(args);
    }
}
