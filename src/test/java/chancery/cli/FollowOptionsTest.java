package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --follow-every | 0 | --follow-every: found "0", expected 1 or more
                    --keep | 0 | --keep: found "0", expected 1 or more
                    --follow | http://ann:secret@localhost/ | --follow: found an address with a user or password in it, expected one without
                    --follow | file:///srv/releases | --follow: found "file:///srv/releases", expected http or https
                    """)
    void valuesThatCannotBeMeantAreRefused(String option, String value, String message) {
        Result result =
                option.equals("--follow")
                        ? Result.of("serve", option, value)
                        : Result.of("serve", "--follow", "http://localhost:9/", option, value);
        assertEquals(ExitCode.USAGE.number(), result.exit());
        assertEquals(message + "\n", result.err());
    }
}
