package chancery.page.entity.sentence;

import chancery.page.entity.Surroundings;
import java.util.function.Consumer;

/// Sentences about what holds for a time, and about all that has no sentences of its own.
final class SentencesOfNodes {
    private SentencesOfNodes() {}

    static void tell(Surroundings it, Consumer<Telling> add) {
        switch (it.kind()) {
            case "tenure" -> {
                add.accept(period(new Telling(it).with("", "holder").with(" as ", "office")));
                add.accept(new Telling(it).with("It came after ", "predecessor"));
            }
            case "membership" ->
                    add.accept(
                            period(
                                    new Telling(it)
                                            .with("", "member")
                                            .with(" in ", "organisation")
                                            .with(" as ", "membershipKind")));
            case "condition" ->
                    add.accept(
                            period(
                                    new Telling(it)
                                            .as("What holds for a time: ", "quality", "something")
                                            .with("; of ", "bearer")
                                            .with(" toward ", "toward")
                                            .with("; on ", "issue")));
            case "relation" -> add.accept(new Telling(it).with("Relations between ", "between"));
            case "provision" -> provision(it, add);
            case "statement" -> statement(it, add);
            case "group" ->
                    add.accept(
                            new Telling(it)
                                    .with("A group of people in ", "locatedIn")
                                    .with(", part of ", "partOf"));
            default -> {
                add.accept(new Telling(it).with("Of the kind ", "ofKind"));
                add.accept(new Telling(it).with("Located in ", "locatedIn"));
                add.accept(new Telling(it).with("Part of ", "partOf"));
            }
        }
    }

    private static void provision(Surroundings it, Consumer<Telling> add) {
        add.accept(
                new Telling(it)
                        .with("Laid down in ", "provisionOf")
                        .with(": ", "provisionType")
                        .with(", for ", "duration"));
        add.accept(new Telling(it).with("It binds ", "bearer").with("; it concerns ", "concerns"));
    }

    private static void statement(Surroundings it, Consumer<Telling> add) {
        add.accept(
                new Telling(it)
                        .with("Said by ", "speaker")
                        .with(" as ", "manner")
                        .with(", to ", "addressee")
                        .with(", ", "time")
                        .with(" in ", "place"));
        add.accept(new Telling(it).with("In short: ", "gist"));
        add.accept(new Telling(it).with("It is about ", "about"));
        add.accept(new Telling(it).with("It is told inside ", "saidIn"));
    }

    /// Begin, end, length, and when it was seen to hold.
    static Telling period(Telling sentence) {
        return sentence.with(", begun ", "begin")
                .with(", ended ", "end")
                .with(", for ", "duration")
                .with(", attested ", "attested");
    }
}
