package chancery.cli;

import chancery.cli.settings.BadSetting;
import chancery.cli.settings.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
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
            "Options may also stand in a file (--config FILE; lines such as serve.port = 8080) or in"
                    + " variables (CHANCERY_SERVE_PORT, CHANCERY_RELEASES). The command line goes"
                    + " first, then variables, then the file.",
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
            LinkCommand.class,
            PackCommand.class,
            HelpCommand.class
        })
public final class Cli implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    /// Read before everything else, by [Settings].
    @Option(
            names = Settings.OPTION,
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File with options: one a line, name = value.")
    @SuppressWarnings("UnusedVariable")
    private @Nullable Path config;

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
        return run(in, bytesOut, out, err, System.getenv(), args);
    }

    /// @param environment variables
    static int run(
            InputStream in,
            OutputStream bytesOut,
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            String... args) {
        CommandLine commands = new CommandLine(new Cli(in, bytesOut));
        commands.setOut(out);
        commands.setErr(err);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler(
                (exception, command, parsed) -> {
                    if (exception instanceof Refusal refusal) {
                        command.getErr().println(refusal.getMessage());
                        return refusal.code().number();
                    }
                    StringWriter trace = new StringWriter();
                    exception.printStackTrace(new PrintWriter(trace));
                    command.getErr().println("This is a mistake of Chancery itself:");
                    command.getErr().print(trace);
                    return ExitCode.BUG.number();
                });
        try {
            Settings settings = Settings.into(commands, environment, args);
            IParameterExceptionHandler standard = commands.getParameterExceptionHandler();
            commands.setParameterExceptionHandler(
                    (exception, given) ->
                            standard.handleParseException(withOrigin(exception, settings), given));
            return commands.execute(args);
        } catch (BadSetting e) {
            err.println(e.getMessage());
            return ExitCode.USAGE.number();
        }
    }

    private static ParameterException withOrigin(ParameterException exception, Settings settings) {
        String origin = settings.originOf(exception.getArgSpec(), exception.getValue());
        return origin.isEmpty()
                ? exception
                : new ParameterException(
                        exception.getCommandLine(),
                        exception.getMessage() + origin,
                        exception,
                        exception.getArgSpec(),
                        exception.getValue());
    }
}
