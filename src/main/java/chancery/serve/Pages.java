package chancery.serve;

import chancery.page.Frame;
import chancery.page.PageWriter;
import chancery.page.ReportAddress;
import chancery.page.SchemaOrg;
import chancery.release.Description;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Puts pages into the frame of the release they come from.
final class Pages {
    private static final String HTML = "text/html; charset=utf-8";

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final PageWriter writer = new PageWriter();
    private final Optional<ReportAddress> report;

    /// Without an address for mistakes.
    Pages() {
        this(Optional.empty());
    }

    /// @param report where readers are to report what is wrong
    Pages(Optional<ReportAddress> report) {
        this.report = report;
    }

    /// @param turtle path of the same in Turtle; `""` if there is none
    String write(String template, String title, String turtle, Object page, Served served) {
        List<Frame.Alternate> alternates =
                turtle.isEmpty()
                        ? List.of()
                        : List.of(new Frame.Alternate("text/turtle", turtle, "Turtle"));
        return html(template, frame(title, alternates, served), page, served);
    }

    /// Of a page about nothing in particular.
    static Frame frame(String title, List<Frame.Alternate> alternates, Served served) {
        return frame(title, alternates, schema(served).page(title), served);
    }

    /// @param schema what the page is about, by [SchemaOrg]
    static Frame frame(
            String title, List<Frame.Alternate> alternates, String schema, Served served) {
        Description release = served.release().description();
        return new Frame(title, alternates, release.id(), release.date(), schema);
    }

    static SchemaOrg schema(Served served) {
        Description release = served.release().description();
        return new SchemaOrg(release.base(), release.id(), release.date());
    }

    String html(String template, Frame frame, Object page, Served served) {
        Description release = served.release().description();
        String iri = release.base() + "release/" + release.id();
        Frame read =
                frame.readBy(
                        served.reader(), served.sources().get(), served.notes(), served.named());
        Frame full = report.map(address -> read.reportedTo(address, iri)).orElse(read);
        return writer.write(template, full, page);
    }

    /// All of it is as old as the release; one that gives no date is as old as can be.
    String feed(String template, String base, Frame frame, Object page) {
        String date =
                frame.releaseDate().matches(DAY) ? frame.releaseDate() : LocalDate.EPOCH.toString();
        return writer.writeFeed(template, base, date + "T00:00:00Z", frame, page);
    }

    Reply found(String template, String title, String turtle, Object page, Served served) {
        return new Reply.Found(
                HTML, write(template, title, turtle, page, served), !turtle.isEmpty());
    }

    /// In the form asked for, by ending or by header; a page if none of ours was.
    Reply notFound(Request request, Served served) {
        Offer offer = form(request);
        return offer.equals(Offer.HTML)
                ? new Reply.NotFound(
                        HTML, write("notfound", "Not found", "", request.path(), served))
                : new Reply.NotFound(
                        offer.type() + "; charset=utf-8",
                        RdfText.empty("there is nothing called " + request.path(), offer));
    }

    /// Whether what is not there is to be told on a page.
    static boolean isForPeople(Request request) {
        return form(request).equals(Offer.HTML);
    }

    private static Offer form(Request request) {
        return Offer.DESCRIPTIONS.stream()
                .filter(offer -> request.path().endsWith("." + offer.ending()))
                .findFirst()
                .or(() -> new Negotiation(request.accept()).choose(Offer.DESCRIPTIONS))
                .orElse(Offer.HTML);
    }
}
