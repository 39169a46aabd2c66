package chancery.cli;

import chancery.pack.Dataset;
import chancery.pack.Pack;
import chancery.pack.PackStore.Added;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// What `pack list` says of a pack: what dataset it is, what files it takes, and which it has.
final class PackList {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private PackList() {}

    static void print(Pack pack, List<Added> files, PrintWriter out) throws IOException {
        Dataset dataset = pack.dataset();
        out.println(pack.name());
        line(out, "title", dataset.title());
        line(out, "version", dataset.version());
        line(out, "from", dataset.url());
        line(out, "files", pack.fileNames());
        for (Added added : files) {
            line(out, "added", added.name() + ": " + told(added));
        }
        if (!files.isEmpty()) {
            line(out, "cite", dataset.rights());
        }
    }

    private static void line(PrintWriter out, String what, String said) {
        if (!said.isEmpty()) {
            out.printf("  %-8s %s%n", what, said);
        }
    }

    private static String told(Added added) throws IOException {
        if (!Files.isRegularFile(added.file())) {
            return "gone; add it again, or remove the pack";
        }
        String rows =
                added.rows() < 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%,d row%s, ",
                                added.rows(),
                                added.rows() == 1 ? "" : "s");
        LocalDate day =
                LocalDate.ofInstant(
                        Files.getLastModifiedTime(added.file()).toInstant(),
                        ZoneId.systemDefault());
        return rows + size(Files.size(added.file())) + ", on " + day;
    }

    /// @return such as `957 kB`, `1.2 MB`
    static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(
                Locale.ROOT, size < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }
}
