package chancery.cli;

import chancery.cli.RegisteredPassages.Registered;
import chancery.evidence.Locator.Place;
import chancery.evidence.Locator.Sentence;
import chancery.table.CsvLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// Prints places in a text, each with the rows that register and cite it.
final class PlacesReport {
    private final int sentences;
    private final RegisteredPassages passages;

    /// @param sentences how many the text has
    PlacesReport(int sentences, RegisteredPassages passages) {
        this.sentences = sentences;
        this.passages = passages;
    }

    void text(List<Place> places, PrintWriter out) {
        int number = 0;
        for (Place place : places) {
            number++;
            out.printf(
                    "place %,d of %,d: words %d-%d%s%n",
                    number,
                    places.size(),
                    place.words().start(),
                    place.words().end(),
                    place.exact() ? "" : ", but for case and white space");
            for (Sentence sentence : place.sentences()) {
                sentence(place, sentence, out);
            }
            out.printf("  source,chars,as_written%n  %s%n", fact(place));
        }
    }

    private void sentence(Place place, Sentence sentence, PrintWriter out) {
        out.printf(
                "  sentence %,d of %,d, characters %d-%d%n",
                sentence.number(), sentences, sentence.passage().start(), sentence.passage().end());
        for (Registered passage : passages.holding(place.words(), sentence)) {
            out.printf("    registered    %s in %s%n", passage.chars(), passage.row().position());
        }
        out.printf("    digest        %s%n", sentence.digest());
        if (!passages.has(sentence)) {
            out.printf("    passages.csv  %s%n", passages.line(sentence));
        }
    }

    void csv(List<Place> places, PrintWriter out) {
        out.println(
                "source,place,sentence,sentences,start,end,words_start,words_end,exact,as_written,"
                        + "part,digest,registered");
        int number = 0;
        for (Place place : places) {
            number++;
            for (Sentence sentence : place.sentences()) {
                out.println(
                        CsvLine.of(
                                List.of(
                                        place.words().source(),
                                        Integer.toString(number),
                                        Integer.toString(sentence.number()),
                                        Integer.toString(sentences),
                                        Integer.toString(sentence.passage().start()),
                                        Integer.toString(sentence.passage().end()),
                                        Integer.toString(place.words().start()),
                                        Integer.toString(place.words().end()),
                                        Boolean.toString(place.exact()),
                                        place.asWritten(),
                                        passages.part(sentence.passage()),
                                        sentence.digest(),
                                        registered(place, sentence))));
            }
        }
    }

    void json(List<Place> places, PrintWriter out) {
        JsonArray all = new JsonArray();
        for (Place place : places) {
            JsonObject one = new JsonObject();
            one.put("source", place.words().source());
            one.put("chars", place.chars());
            one.put("wordsStart", place.words().start());
            one.put("wordsEnd", place.words().end());
            one.put("exact", place.exact());
            one.put("asWritten", place.asWritten());
            one.put("fact", fact(place));
            JsonArray around = new JsonArray();
            for (Sentence sentence : place.sentences()) {
                JsonObject each = new JsonObject();
                each.put("number", sentence.number());
                each.put("of", sentences);
                each.put("start", sentence.passage().start());
                each.put("end", sentence.passage().end());
                each.put("part", passages.part(sentence.passage()));
                each.put("digest", sentence.digest());
                each.put("passage", passages.line(sentence));
                JsonArray registered = new JsonArray();
                passages.holding(place.words(), sentence).forEach(p -> registered.add(p.chars()));
                each.put("registered", registered);
                around.add(each);
            }
            one.put("sentences", around);
            all.add(one);
        }
        out.println(all);
    }

    private String registered(Place place, Sentence sentence) {
        return passages.holding(place.words(), sentence).stream()
                .map(Registered::chars)
                .collect(Collectors.joining(";"));
    }

    private static String fact(Place place) {
        return CsvLine.of(List.of(place.words().source(), place.chars(), place.asWritten()));
    }
}
