package chancery.link;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A reconciliation service, asked in one language at a time.
///
/// Its address may have `{lang}` where the language belongs, as that of Wikidata has; the
/// language goes along as `Accept-Language` in any case.
public final class Service implements AutoCloseable {
    private static final String LANGUAGE = "{lang}";
    private static final String FIRST_LANGUAGE = "en";

    private final String address;
    private final Exchange exchange;

    /// @param address absolute, http or https
    /// @param told is told why it waits
    public Service(String address, Patience patience, Waiting waiting, Consumer<String> told) {
        this.address = address.replaceFirst("/+$", "");
        this.exchange = new Exchange(patience, waiting, told);
    }

    /// Its address in English, by which the table of candidates knows it.
    public String name() {
        return address.replace(LANGUAGE, FIRST_LANGUAGE);
    }

    public Manifest manifest() throws ServiceFailure, InterruptedException {
        URI uri = URI.create(name());
        return Manifest.of(exchange.json(HttpRequest.newBuilder().GET(), uri), uri.toString());
    }

    /// The way to ask it that its manifest allows.
    public Protocol protocol(Manifest manifest) throws ServiceFailure {
        return manifest.protocol(name());
    }

    /// @param questions all in one language, not empty
    /// @return for each question its candidates
    public List<List<Candidate>> ask(Protocol protocol, List<Question> questions)
            throws ServiceFailure, InterruptedException {
        String lang = questions.getFirst().label().lang();
        URI uri = URI.create(address(lang) + protocol.path());
        HttpRequest.Builder request =
                HttpRequest.newBuilder()
                        .header("Content-Type", protocol.contentType())
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        protocol.body(questions), StandardCharsets.UTF_8));
        if (!lang.isEmpty()) {
            request.header("Accept-Language", lang);
        }
        return new ArrayList<>(
                protocol.answers(exchange.json(request, uri), questions.size(), uri.toString()));
    }

    private String address(String lang) {
        return address.replace(LANGUAGE, lang.isEmpty() ? FIRST_LANGUAGE : lang);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
