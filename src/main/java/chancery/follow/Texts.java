package chancery.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// The small files of what is published: the name of the current release, and lists.
final class Texts {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Exchanges exchanges;
    private Validator known = Validator.NONE;
    private String id = "";

    Texts(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /// The release that is published as the current one.
    ///
    /// @param isSame the server says that nothing changed since it was last asked
    record Named(String id, boolean isSame) {}

    /// Asks whether another release has become the current one; that costs next to nothing.
    Named current() throws CannotFollow {
        Body body = new Body("current", 1_000);
        HttpResponse<Long> answer = body.get(known.ifChanged());
        if (answer.statusCode() == NOT_MODIFIED && !known.isNone()) {
            return new Named(id, true);
        }
        String at = exchanges.origin().of("current").toString();
        if (answer.statusCode() != OK) {
            throw new CannotFollow(
                    ("%s: found status %d, expected the name of a release: a folder of releases has"
                                    + " the file current, and Chancery publishes its own at"
                                    + " /releases/")
                            .formatted(at, answer.statusCode()));
        }
        String named = body.text().strip();
        // such a name leads nowhere else; two others have a meaning in the folder
        if (!named.matches(NAME) || named.equals("current") || named.equals("patches")) {
            throw new CannotFollow(
                    "%s: found \"%s\", expected the name of a release"
                            .formatted(at, Origin.shown(named)));
        }
        known = Validator.of(answer.headers());
        id = named;
        return new Named(named, false);
    }

    /// A list, or some other small file.
    ///
    /// @return empty when there is none
    Optional<byte[]> find(String name, int mostBytes) throws CannotFollow {
        Body body = new Body(name, mostBytes);
        int status = body.get(Map.of()).statusCode();
        if (status == 404 || status == 410) {
            return Optional.empty();
        }
        if (status != OK) {
            throw new CannotFollow(
                    "%s: found status %d, expected a file"
                            .formatted(exchanges.origin().of(name), status));
        }
        return Optional.of(body.bytes.toByteArray());
    }

    /// One answer, kept in memory.
    private final class Body {
        private final String name;
        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final WritableByteChannel channel = Channels.newChannel(bytes);

        Body(String name, int most) {
            this.name = name;
            this.most = most;
        }

        HttpResponse<Long> get(Map<String, String> headers) throws CannotFollow {
            return exchanges.get(
                    name, headers, info -> info.statusCode() == OK ? this::take : part -> false);
        }

        private boolean take(ByteBuffer part) throws IOException {
            channel.write(part);
            if (bytes.size() > most) {
                throw new IOException("more than %,d bytes".formatted(most));
            }
            return true;
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
