package chancery.serve;

import chancery.page.Frame;
import chancery.page.PageWriter;
import chancery.release.Description;

/// Puts pages into the frame of the release they come from.
final class Pages {
    private static final String HTML = "text/html; charset=utf-8";

    private final PageWriter writer = new PageWriter();

    /// @param turtle path of the same in Turtle; `""` if there is none
    String write(String template, String title, String turtle, Object page, Served served) {
        Description release = served.release().description();
        return writer.write(template, new Frame(title, turtle, release.id(), release.date()), page);
    }

    Reply found(String template, String title, String turtle, Object page, Served served) {
        return new Reply.Found(
                HTML, write(template, title, turtle, page, served), !turtle.isEmpty());
    }

    Reply notFound(Request request, Served served) {
        return new Reply.NotFound(write("notfound", "Not found", "", request.path(), served));
    }
}
