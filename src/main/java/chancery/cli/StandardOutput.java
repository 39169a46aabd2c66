package chancery.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/// Standard output, which remembers that it could not be written: writers of text keep that to
/// themselves, and a full disk must not look like success.
final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /// What the command has to end with, once all is written.
    ///
    /// A reader who closed the pipe has what it wanted: that is no failure.
    ///
    /// @param exit code of the command itself
    /// @param err gets the reason, unless the command has given one
    int exit(int exit, PrintWriter err) {
        boolean isTold = exit != ExitCode.GOOD.number() && exit != ExitCode.FINDINGS.number();
        if (failure == null || isTold) {
            return exit;
        }
        String reason = String.valueOf(failure.getMessage());
        if (reason.contains("Broken pipe")) {
            return exit;
        }
        err.printf("standard output: found no way to write it (%s)%n", reason);
        return ExitCode.REFUSAL.number();
    }
}
