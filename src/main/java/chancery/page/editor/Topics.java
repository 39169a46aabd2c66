package chancery.page.editor;

import chancery.page.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The example questions by what they ask for.
///
/// @param all in the order of the file; what it does not name comes last
public record Topics(List<Topic> all) {
    private static final String FILE = "topics.txt";
    private static final String OTHERS = "Other questions";

    public Topics {
        all = List.copyOf(all);
    }

    /// Questions of one kind.
    public record Topic(String title, List<Question> questions) {
        public Topic {
            questions = List.copyOf(questions);
        }

        /// Anchor on a page.
        public String id() {
            return "topic-" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
    }

    /// One example.
    ///
    /// @param isRun whether this server answers it; else a client of the reader's own does
    public record Question(String name, String text, boolean isRun) {}

    /// By `topics.txt` in the folder of the queries: titles, below each the names of its queries,
    /// indented. Without that file all are of one topic.
    public static Topics read(Path folder, List<Example> examples) throws IOException {
        Path file = folder.resolve(FILE);
        return of(Files.isRegularFile(file) ? Files.readAllLines(file) : List.of(), examples);
    }

    /// @param lines of `topics.txt`
    public static Topics of(List<String> lines, List<Example> examples) {
        Map<String, Example> left =
                examples.stream()
                        .collect(
                                Collectors.toMap(
                                        Example::name,
                                        Function.identity(),
                                        (one, same) -> one,
                                        LinkedHashMap::new));
        Map<String, List<Question>> topics = new LinkedHashMap<>();
        String title = OTHERS;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!Character.isWhitespace(line.charAt(0))) {
                title = line.strip();
            } else {
                Optional<Example> example = Optional.ofNullable(left.remove(line.strip()));
                List<Question> questions = topics.computeIfAbsent(title, it -> new ArrayList<>());
                example.ifPresent(it -> questions.add(question(it)));
            }
        }
        left.values()
                .forEach(
                        it ->
                                topics.computeIfAbsent(OTHERS, name -> new ArrayList<>())
                                        .add(question(it)));
        return new Topics(
                topics.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each -> new Topic(each.getKey(), each.getValue()))
                        .toList());
    }

    private static Question question(Example example) {
        return new Question(
                example.name(),
                example.question(),
                example.query().lines().noneMatch(line -> line.startsWith("# not run:")));
    }
}
