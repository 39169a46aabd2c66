package chancery.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where the process starts.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // the same digits and the same words everywhere
        Locale.setDefault(Locale.ROOT);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        // not System.out, which keeps it to itself when a disk is full or a pipe closed
        StandardOutput bytesOut = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(bytesOut, true, StandardCharsets.UTF_8);
        int exit = Cli.run(System.in, bytesOut, out, err, args);
        out.flush();
        int whole = bytesOut.exit(exit, err);
        err.flush();
        System.exit(whole);
    }
}
