package chancery.table;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A folder that stands for everything below an IRI; nothing outside is ever asked for.
///
/// @param iri ends in `/`
public record FolderLibrary(String iri, Path folder) implements Library {
    public FolderLibrary {
        if (!iri.endsWith("/")) {
            throw new IllegalArgumentException("found " + iri + ", expected an IRI that ends in /");
        }
    }

    @Override
    public Document open(String wanted) throws IOException {
        Path file = file(wanted);
        if (!isInside(file) || !Files.isRegularFile(file)) {
            throw new NoSuchFileException(name(wanted));
        }
        return new Document(Files.newInputStream(file), mediaType(file), "", List.of());
    }

    @Override
    public String name(String wanted) {
        return wanted.startsWith(iri) ? file(wanted).toString().replace('\\', '/') : wanted;
    }

    private boolean isInside(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize());
    }

    /// A query is no part of a file's name.
    private Path file(String wanted) {
        if (!wanted.startsWith(iri)) {
            return Path.of("");
        }
        String rest = wanted.substring(iri.length()).replaceFirst("[?#].*", "");
        return folder.resolve(decoded(rest).replace("\0", ""));
    }

    private static String decoded(String path) {
        try {
            return String.valueOf(URI.create("/" + path).getPath()).substring(1);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /// What the ending of a file's name says about its content; `""` if nothing.
    public static String mediaType(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "csv" -> "text/csv";
            case "tsv", "tab" -> "text/tab-separated-values";
            case "json" -> "application/json";
            default -> "";
        };
    }
}
