package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleTest {
    @TempDir Path folder;

    @Test
    void firstCommentIsTheQuestion() {
        assertEquals("Who signed?", Example.of("who.rq", "# Who signed?\nASK {}").question());
        assertEquals("who", Example.of("who.rq", "ASK {}").question());
        assertEquals("who", Example.of("who.rq", "#\nASK {}").question());
    }

    @Test
    void onlyQueriesOfTheFolderItselfAreRead() throws Exception {
        Files.writeString(folder.resolve("b.rq"), "# B?\n");
        Files.writeString(folder.resolve("a.rq"), "# A?\n");
        Files.writeString(folder.resolve("notes.txt"), "");
        Files.createDirectories(folder.resolve("constraints"));
        Files.writeString(folder.resolve("constraints/c.rq"), "# C?\n");
        assertEquals(
                List.of("a", "b"), Example.readAll(folder).stream().map(Example::name).toList());
        assertEquals(List.of(), Example.readAll(folder.resolve("none")));
    }
}
