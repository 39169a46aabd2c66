package chancery.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command line did.
record Result(int exit, String out, String err) {
    static Result of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Result(exit, out.toString(), err.toString());
    }
}
