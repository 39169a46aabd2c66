package chancery.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/// What a command line did.
record Result(int exit, String out, String err) {
    static Result of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Result(exit, out.toString(), err.toString());
    }

    static Result in(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                Cli.run(
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        environment,
                        args);
        return new Result(exit, out.toString(), err.toString());
    }
}
