package chancery.page.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {
    private static final Path QUERIES = Path.of("queries");

    private static Example example(String name) {
        return new Example(name, name + "?", "# " + name + "?\nASK {}\n");
    }

    @Test
    void everyExampleOfOursStandsBelowOneTopicThatIsNotThatOfTheRest() throws Exception {
        List<Example> examples = Example.readAll(QUERIES);
        Topics topics = Topics.read(QUERIES, examples);
        List<String> named =
                topics.all().stream()
                        .flatMap(topic -> topic.questions().stream())
                        .map(Topics.Question::name)
                        .sorted()
                        .toList();
        assertEquals(examples.stream().map(Example::name).sorted().toList(), named);
        assertTrue(topics.all().size() >= 8, topics.all().size() + " topics");
        assertTrue(
                topics.all().stream().noneMatch(topic -> topic.title().equals("Other questions")));
    }

    @Test
    void everyNameInTheFileIsThatOfAQueryAndStandsThereOnce() throws Exception {
        List<String> names =
                Files.readAllLines(QUERIES.resolve("topics.txt")).stream()
                        .filter(line -> line.startsWith(" "))
                        .map(String::strip)
                        .toList();
        assertEquals(names.stream().distinct().toList(), names);
        for (String name : names) {
            assertTrue(Files.exists(QUERIES.resolve(name + ".rq")), name);
        }
    }

    @Test
    void whatTheFileDoesNotNameComesLast() {
        Topics topics =
                Topics.of(
                        List.of("# a remark", "Letters", "  b", "  nothing", "", "More", "  a"),
                        List.of(example("a"), example("b"), example("c")));
        assertEquals(
                "[Letters [b], More [a], Other questions [c]]",
                topics.all().stream()
                        .map(
                                topic ->
                                        topic.title()
                                                + " "
                                                + topic.questions().stream()
                                                        .map(Topics.Question::name)
                                                        .toList())
                        .toList()
                        .toString());
        assertEquals("topic-other-questions", topics.all().getLast().id());
    }

    @Test
    void withoutTheFileAllAreOfOneTopic(@TempDir Path folder) throws Exception {
        Topics topics = Topics.read(folder, List.of(example("a"), example("b")));
        assertEquals(1, topics.all().size());
        assertEquals(2, topics.all().getFirst().questions().size());
        assertEquals(List.of(), Topics.read(folder, List.of()).all());
    }

    @Test
    void aQueryThatAsksAnotherHostIsNotRunHere() throws Exception {
        List<Topics.Question> all =
                Topics.read(QUERIES, Example.readAll(QUERIES)).all().stream()
                        .flatMap(topic -> topic.questions().stream())
                        .toList();
        assertEquals(8, all.stream().filter(question -> !question.isRun()).count());
    }
}
