package chancery.page.entity.sentence;

import chancery.page.Backing;
import chancery.page.Dates;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.entity.Labels;
import chancery.page.entity.Surroundings;
import chancery.page.entity.sentence.Sentence.Part;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// Puts one sentence about a subject together. What the graph does not know is left out with the
/// words that would have introduced it.
final class Telling {
    /// More values than these are only counted.
    private static final int NAMED = 6;

    private static final Node ATTESTED = Chy.term("attested");

    private final Surroundings all;
    private final Node subject;
    private final List<Part> parts = new ArrayList<>();
    private boolean told;

    /// Of the thing itself.
    Telling(Surroundings all) {
        this(all, all.thing());
    }

    /// @param subject another thing that is told of beside it
    Telling(Surroundings all, Node subject) {
        this.all = all;
        this.subject = subject;
    }

    /// Words that stand there whatever the graph knows.
    Telling say(String words) {
        parts.add(new Part(Link.to(words, ""), Optional.empty()));
        return this;
    }

    /// Words that are worth a sentence by themselves.
    Telling tell(String words) {
        told = true;
        return say(words);
    }

    /// What kind of thing it is, with its article.
    ///
    /// @param fallback said with its article where no kind is known
    Telling kind(String property, String fallback) {
        List<Node> kinds = values(property);
        String first = kinds.isEmpty() ? fallback : all.graph().link(kinds.getFirst()).text();
        told = true;
        if (kinds.isEmpty()) {
            return say(article(first) + fallback);
        }
        return say(article(first)).values(property, kinds);
    }

    /// The values of a property, with words before them.
    Telling with(String before, String property) {
        List<Node> values = values(property);
        return values.isEmpty() ? this : say(before).values(property, values);
    }

    /// The values of a property, or other words where there are none; they are told anyway.
    Telling as(String before, String property, String fallback) {
        told = true;
        List<Node> values = values(property);
        return values.isEmpty() ? say(before + fallback) : say(before).values(property, values);
    }

    /// The things of which the subject is the value, with words before them.
    Telling from(String before, String property) {
        int count = all.pointing(property).size();
        if (count > 0) {
            say(before);
            List<Node> things = all.first(all.pointing(property), NAMED);
            for (int i = 0; i < things.size(); i++) {
                say(separator(i, count));
                value(things.get(i), Chy.term(property), subject, things.get(i));
            }
            left(count);
        }
        return this;
    }

    /// How many things there are of which the subject is the value.
    ///
    /// @param one said of one, such as `event`; more of them have an `s`
    Telling count(String before, String property, String one) {
        int count = all.pointing(property).size();
        if (count > 0) {
            say(before);
            String words = count == 1 ? "one " + one : count + " " + one + "s";
            parts.add(new Part(Link.to(words, "#incoming"), Optional.empty()));
            told = true;
        }
        return this;
    }

    /// A thing's name, as a link, with nothing behind it.
    Telling name(Node thing) {
        parts.add(new Part(Labels.cut(all.graph().link(thing)), Optional.empty()));
        told = true;
        return this;
    }

    /// @return empty if nothing was told of the subject
    Optional<Sentence> end() {
        if (!told) {
            return Optional.empty();
        }
        begin();
        say(".");
        return Optional.of(new Sentence(parts));
    }

    /// What would have stood before is not there: no comma at the begin, and a capital.
    private void begin() {
        Part first = parts.getFirst();
        if (first.backing().isPresent() || !first.link().href().isEmpty()) {
            return;
        }
        String words = first.link().text().replaceFirst("^[,;: ]+(and )?", "");
        parts.removeFirst();
        if (!words.isEmpty()) {
            String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            parts.addFirst(new Part(Link.to(capital, ""), Optional.empty()));
        }
    }

    private List<Node> values(String property) {
        return subject.equals(all.thing())
                ? all.ordered(all.values(property))
                : all.graph().objects(subject, Chy.term(property));
    }

    private Telling values(String property, List<Node> values) {
        for (int i = 0; i < Math.min(NAMED, values.size()); i++) {
            say(separator(i, values.size()));
            value(subject, Chy.term(property), values.get(i), values.get(i));
        }
        left(values.size());
        return this;
    }

    private void left(int total) {
        if (total > NAMED) {
            say(" and %,d more".formatted(total - NAMED));
        }
    }

    private static String separator(int i, int total) {
        if (i == 0) {
            return "";
        }
        return i == total - 1 ? " and " : ", ";
    }

    private void value(Node from, Node property, Node to, Node shown) {
        if (property.equals(ATTESTED) && !all.kind(shown).equals("time")) {
            say("at ");
        }
        Backing backing = all.evidence().of(from, property, to);
        parts.add(new Part(said(all.graph(), shown), Optional.of(backing)));
        told = true;
    }

    /// A time as it stands in a sentence: `on 25 January 2002`.
    private Link said(GraphView graph, Node node) {
        Link link = Labels.shown(graph, node);
        return all.kind(node).equals("time")
                ? new Link(
                        Dates.inSentence(graph.text(node, Chy.term("edtf")), link.text()),
                        link.href(),
                        "")
                : link;
    }

    private static String article(String noun) {
        return !noun.isEmpty() && "aeiouAEIOU".indexOf(noun.charAt(0)) >= 0 ? "An " : "A ";
    }
}
