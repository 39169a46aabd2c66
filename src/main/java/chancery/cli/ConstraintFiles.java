package chancery.cli;

import chancery.judge.Constraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.QueryException;

/// The constraints of a folder, sorted by name; a folder that is not there has none.
final class ConstraintFiles {
    private static final String ENDING = ".rq";

    private ConstraintFiles() {}

    static List<Constraint> read(Path folder) throws Refusal {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Constraint> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
                all.add(read(file, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new Refusal(folder + ": found it not readable, expected constraints");
        }
        return all;
    }

    private static Constraint read(Path file, String text) throws Refusal {
        String name = file.getFileName().toString();
        try {
            return Constraint.of(name.substring(0, name.length() - ENDING.length()), text);
        } catch (QueryException e) {
            throw new Refusal(file + ": found " + e.getMessage() + ", expected a SPARQL query");
        } catch (IllegalArgumentException e) {
            throw new Refusal(file + ": found " + e.getMessage());
        }
    }
}
