package chancery.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An example question: a `.rq` file whose first line is the question as a comment.
///
/// @param name     file name without `.rq`
/// @param question the first line without its `#`; the name if the file starts otherwise
/// @param query    the whole file
public record Example(String name, String question, String query) {
    private static final String ENDING = ".rq";

    /// Those of one folder, not of folders in it, in the order of their names; none if there is no
    /// such folder.
    public static List<Example> readAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Example> examples = new ArrayList<>();
            for (Path file : files.filter(Example::isQuery).sorted().toList()) {
                examples.add(of(file.getFileName().toString(), Files.readString(file)));
            }
            return examples;
        }
    }

    private static boolean isQuery(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(ENDING);
    }

    static Example of(String fileName, String query) {
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        String first = query.lines().findFirst().orElse("").strip();
        String question = first.startsWith("#") ? first.substring(1).strip() : "";
        return new Example(name, question.isEmpty() ? name : question, query);
    }
}
