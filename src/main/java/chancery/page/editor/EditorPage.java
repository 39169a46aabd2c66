package chancery.page.editor;

import java.util.List;

/// The page on which a query is written.
public record EditorPage(Asked asked, List<Topics.Topic> topics) {
    public EditorPage {
        topics = List.copyOf(topics);
    }

    /// Without a query.
    public static EditorPage of(Topics topics) {
        return new EditorPage(Asked.of(""), topics.all());
    }
}
