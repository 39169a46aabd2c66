package chancery.serve;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A form in which something can be had.
///
/// @param type   media type without parameters
/// @param ending how a path that asks for it ends, without the dot
public record Offer(String type, String ending) {
    /// As people call it.
    String name() {
        return switch (ending) {
            case "ttl" -> "Turtle";
            case "nt" -> "N-Triples";
            case "nq" -> "N-Quads";
            case "jsonld" -> "JSON-LD";
            case "rdf" -> "RDF/XML";
            case "trig" -> "TriG";
            default -> ending.toUpperCase(Locale.ROOT);
        };
    }

    static final Offer HTML = new Offer("text/html", "html");
    static final Offer TURTLE = new Offer("text/turtle", "ttl");
    static final Offer NTRIPLES = new Offer("application/n-triples", "nt");
    static final Offer NQUADS = new Offer("application/n-quads", "nq");
    static final Offer TRIG = new Offer("application/trig", "trig");
    static final Offer TEXT = new Offer("text/plain", "txt");
    static final Offer JSONLD = new Offer("application/ld+json", "jsonld");
    static final Offer JSON = new Offer("application/json", "json");
    static final Offer ATOM = new Offer("application/atom+xml", "atom");
    static final Offer RDFXML = new Offer("application/rdf+xml", "rdf");

    /// A description of a thing; whoever does not care gets the page.
    static final List<Offer> DESCRIPTIONS = List.of(HTML, TURTLE, NTRIPLES, JSONLD, RDFXML);

    /// A graph that a query made.
    static final List<Offer> GRAPHS = List.of(TURTLE, NTRIPLES, JSONLD, RDFXML, TRIG, NQUADS, HTML);

    /// A graph of ours that some programs ask for as a dataset.
    static final List<Offer> DOCUMENTS = List.of(TURTLE, NTRIPLES, NQUADS, JSONLD, RDFXML);

    /// A table; the first of each ending is its proper type, the others are what clients also say.
    static final List<Offer> TABLES =
            List.of(
                    new Offer("application/sparql-results+json", "json"),
                    JSON,
                    new Offer("application/sparql-results+xml", "xml"),
                    new Offer("text/csv", "csv"),
                    new Offer("text/tab-separated-values", "tsv"),
                    HTML,
                    new Offer("application/xml", "xml"));

    /// Yes or no. The standard has it as JSON and XML; as CSV and TSV it is a table of one cell.
    static final List<Offer> TRUTHS = Stream.concat(TABLES.stream(), Stream.of(TEXT)).toList();

    /// Other names by which programs call a form in a parameter.
    private static final Map<String, String> ALIASES =
            Map.of(
                    "turtle", "ttl",
                    "ntriples", "nt",
                    "n-triples", "nt",
                    "nquads", "nq",
                    "json-ld", "jsonld",
                    "rdf/xml", "rdf",
                    "rdfxml", "rdf",
                    "text", "txt");

    /// The one of a name, such as `csv` or `turtle`, or of a media type.
    static Optional<Offer> named(String name, List<Offer> offers) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        String ending = ALIASES.getOrDefault(small, small);
        return offers.stream()
                .filter(offer -> offer.ending().equals(ending) || offer.type().equals(small))
                .findFirst()
                // for a graph, XML can only be that
                .or(
                        () ->
                                offers.stream()
                                        .filter(o -> o.equals(RDFXML) && ending.equals("xml"))
                                        .findFirst());
    }
}
