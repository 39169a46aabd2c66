package chancery.search;

import chancery.vocab.Chy;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The properties whose texts can be searched. A concept's preferred label is its label, too.
public enum Part {
    LABEL("label"),
    ALT_LABEL("altLabel"),
    GIST("gist");

    private final String field;

    Part(String field) {
        this.field = field;
    }

    /// As the index calls it.
    public String field() {
        return field;
    }

    public Node property() {
        return switch (this) {
            case LABEL -> RDFS.Nodes.label;
            case ALT_LABEL -> SKOS.altLabel.asNode();
            case GIST -> Chy.term("gist");
        };
    }

    /// Whether it is what something is called.
    public boolean isName() {
        return this != GIST;
    }

    static Optional<Part> named(String field) {
        return Arrays.stream(values()).filter(part -> part.field.equals(field)).findFirst();
    }
}
