package chancery.check.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.check.keys.KeyTexts.Noted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTextsTest {
    @TempDir private Path folder;

    private static Noted noted(int row) {
        String text = row % 100 == 0 ? "long ".repeat(40 * row) : "Bələdçi " + row;
        return new Noted(row + 2, row + 1, row, text);
    }

    @Test
    void whatIsNotedIsFoundAgainFromMemoryAndFromDisk() throws IOException {
        int rows = 3000;
        KeyTexts texts = new KeyTexts(folder);
        try (texts) {
            List<Long> places = new ArrayList<>();
            for (int row = 1; row <= rows; row++) {
                places.add(texts.add(noted(row)));
            }
            KeyTexts.Reader forward = texts.reader();
            for (int row = 1; row <= rows; row++) {
                assertEquals(noted(row), forward.at(places.get(row - 1)));
            }
            KeyTexts.Reader backward = texts.reader();
            for (int row = rows; row >= 1; row--) {
                assertEquals(noted(row), backward.at(places.get(row - 1)));
            }
            long last = texts.add(noted(1));
            assertEquals(noted(1), texts.reader().at(last), "noted after reading");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "left when closed");
        }
    }
}
