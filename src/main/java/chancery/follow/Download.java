package chancery.follow;

import chancery.release.sum.Checksums;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fetches one file at a time, whose digest is known, and goes on where it was broken off.
///
/// What has come of a file stands in `part`; `part.of` says of which file, and which version of it
/// the server sent. The rest is asked for only as the rest of that version.
final class Download {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NO_SUCH_RANGE = 416;

    private final Exchanges exchanges;
    private final Tally tally;
    private final Path part;
    private final Path partOf;

    /// @param folder of our own
    Download(Exchanges exchanges, Tally tally, Path folder) {
        this.exchanges = exchanges;
        this.tally = tally;
        this.part = folder.resolve("part");
        this.partOf = folder.resolve("part.of");
    }

    /// @param name   below the published folder
    /// @param sha256 of the file
    /// @param target where it goes when all of it has come and the digest is right
    void fetch(String name, String sha256, Path target) throws CannotFollow, IOException {
        Attempt first = new Attempt(name, sha256);
        boolean isRight = first.run(true);
        if (!isRight && first.went == PARTIAL) {
            // the two halves were of two versions: once more, all of it
            isRight = first.run(false);
        }
        if (!isRight) {
            throw new CannotFollow(
                    "%s: found %s, expected %s as %s says"
                            .formatted(
                                    exchanges.origin().of(name),
                                    first.found,
                                    sha256,
                                    Checksums.FILE));
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(partOf);
        } catch (IOException e) {
            throw new FileSink.CannotWrite(target, e);
        }
    }

    private final class Attempt {
        private final String name;
        private final String sha256;
        private @Nullable FileSink sink;
        private long have;
        private int went;
        private String found = "";

        Attempt(String name, String sha256) {
            this.name = name;
            this.sha256 = sha256;
        }

        /// @return whether the file is the one that was wanted; if not, nothing is left of it
        boolean run(boolean mayGoOn) throws CannotFollow, IOException {
            Validator validator = mayGoOn ? kept() : forget();
            have = validator.isNone() ? 0 : Files.size(part);
            HttpResponse<Long> answer = asked(validator.rest(have));
            if (answer.statusCode() == NO_SUCH_RANGE && have > 0) {
                answer = asked(forget().rest(0));
            }
            went = answer.statusCode();
            FileSink written = sink;
            if (written == null) {
                throw new CannotFollow(
                        "%s: found status %d, expected a file that %s lists"
                                .formatted(
                                        exchanges.origin().of(name),
                                        answer.statusCode(),
                                        Checksums.FILE));
            }
            found = written.sha256();
            if (!found.equals(sha256)) {
                forget();
                return false;
            }
            tally.fetched(answer.body());
            return true;
        }

        private HttpResponse<Long> asked(Map<String, String> range)
                throws CannotFollow, IOException {
            sink = null;
            try {
                return exchanges.get(name, range, this::open);
            } catch (CannotFollow e) {
                tally.fetchedInVain(sink == null ? 0 : sink.length() - have);
                throw e;
            } finally {
                if (sink != null) {
                    sink.close();
                }
            }
        }

        private Receiving.Sink open(HttpResponse.ResponseInfo answer) throws IOException {
            int status = answer.statusCode();
            String coding = answer.headers().firstValue("Content-Encoding").orElse("identity");
            if (!coding.equals("identity")) {
                throw new IOException("it comes coded as " + coding + ", though not asked for");
            }
            if (status == PARTIAL && have > 0) {
                String range = answer.headers().firstValue("Content-Range").orElse("");
                if (!range.startsWith("bytes " + have + "-")) {
                    forget();
                    throw new IOException("it sends another part: " + range);
                }
            } else if (status == OK) {
                have = 0;
                remember(Validator.of(answer.headers()));
            } else {
                return bytes -> false;
            }
            FileSink opened = FileSink.open(part, have);
            sink = opened;
            return opened;
        }

        /// What the server said of the part that is here; none if that is of another file.
        private Validator kept() throws IOException {
            if (Files.isRegularFile(part) && Files.isRegularFile(partOf)) {
                String[] lines = Files.readString(partOf).split("\n", -1);
                if (lines.length == 2 && lines[0].equals(sha256)) {
                    return new Validator(lines[1]);
                }
            }
            return forget();
        }

        private void remember(Validator validator) throws IOException {
            try {
                Files.writeString(partOf, sha256 + "\n" + validator.text());
            } catch (IOException e) {
                throw new FileSink.CannotWrite(partOf, e);
            }
        }

        private Validator forget() throws IOException {
            Files.deleteIfExists(partOf);
            Files.deleteIfExists(part);
            return Validator.NONE;
        }
    }
}
