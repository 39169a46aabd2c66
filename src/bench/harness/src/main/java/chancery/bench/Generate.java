package chancery.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// `Generate ROWS [FILE]`: the event table, to a file or to standard output.
public final class Generate {
    private Generate() {}

    public static void main(String[] args) throws IOException {
        long rows = Long.parseLong(args[0].replace("_", ""));
        try (OutputStream out =
                args.length > 1
                        ? Files.newOutputStream(Path.of(args[1]))
                        : new FileOutputStream(FileDescriptor.out)) {
            new EventTable(EventTable.SEED).write(rows, out);
        }
    }
}
