package chancery.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class NotWrittenTest {
    @Test
    void isTheErrorThatOthersHaveWrapped() {
        IOException full = new IOException("No space left on device");
        assertSame(full, NotWritten.of(new RuntimeException(new IllegalStateException(full))));
    }

    @Test
    void isAMessageOfOurOwnForAWriteToAMappedFile() {
        IOException found = NotWritten.of(new RuntimeException(new InternalError("a fault")));
        assertEquals("no room left on the disk, or its medium failed", found.getMessage());
    }

    @Test
    void isNothingElse() {
        IllegalArgumentException other = new IllegalArgumentException("a mistake of ours");
        assertSame(other, assertThrows(RuntimeException.class, () -> NotWritten.of(other)));
    }
}
