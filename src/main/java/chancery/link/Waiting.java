package chancery.link;

import java.time.Duration;
import java.time.Instant;

/// The clock that a client looks at and sleeps by; another in tests.
public interface Waiting {
    /// The clock of the machine.
    Waiting REAL =
            new Waiting() {
                @Override
                public Instant now() {
                    return Instant.now();
                }

                @Override
                public void sleep(Duration time) throws InterruptedException {
                    Thread.sleep(time);
                }
            };

    Instant now();

    void sleep(Duration time) throws InterruptedException;
}
