package chancery.page.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.timeline.Bar.Shape;
import chancery.page.timeline.TimeLine.Crowd;
import chancery.page.timeline.TimeLine.DrawnEntry;
import chancery.page.timeline.TimeLine.DrawnLane;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLineTest {
    private static Entry entry(String label, String edtf) throws Exception {
        return Entry.of(label, "/id/event/x", "event", SpanTest.of(edtf));
    }

    private static TimeLine drawn(List<Entry> entries) {
        return drawn(entries, TimeLine.WIDTH);
    }

    private static TimeLine drawn(List<Entry> entries, double width) {
        return TimeLine.of(
                        List.of(new Lane("events", entries, 12)),
                        width,
                        (from, to) -> "/zoom?from=" + from + "&to=" + to)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2002-01-25 | DAY",
                "2002 | WITHIN",
                "2005/2006 | PERHAPS FILLED PERHAPS",
                "2005-01-01/2006-12-31 | FILLED",
                "2007-01-01/.. | FILLED UNKNOWN_AFTER",
                "../2007 | UNKNOWN_BEFORE PERHAPS",
                "[2010-12..] | WITHIN UNKNOWN_AFTER",
                "2008/2008-03 | PERHAPS",
            })
    void uncertaintyIsDrawnAsWhatItIs(String edtf, String shapes) throws Exception {
        TimeLine line = drawn(List.of(entry("it", edtf), entry("wide", "1992/2024")));
        DrawnEntry it =
                line.lanes().getFirst().entries().stream()
                        .filter(one -> one.caption().label().equals("it"))
                        .findFirst()
                        .orElseThrow();
        List<String> found = it.bars().stream().map(bar -> bar.shape().name()).toList();
        assertEquals(List.of(shapes.strip().split(" ")), found);
    }

    @Test
    void nothingWithADateIsNoDrawing() throws Exception {
        List<Lane> lanes = List.of(new Lane("events", List.of(entry("x", "XXXX-04-22")), 12));
        assertEquals(Optional.empty(), TimeLine.of(lanes, TimeLine.WIDTH, (from, to) -> ""));
    }

    /// Seeds of years that crowd, and of years that do not.
    @ParameterizedTest
    @CsvSource({"3, 960", "40, 960", "400, 960", "10000, 960", "3, 300", "40, 300", "10000, 300"})
    void nothingLiesOverAnythingElseAndEverythingIsCounted(int count, double width)
            throws Exception {
        Random random = new Random(count);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String year = "" + (1992 + random.nextInt(30));
            String edtf =
                    switch (random.nextInt(4)) {
                        case 0 -> year;
                        case 1 -> year + "-0" + (1 + random.nextInt(9));
                        case 2 -> year + "/2023";
                        default -> year + "-01-" + (10 + random.nextInt(20));
                    };
            entries.add(entry("Agreement on something or other " + i, edtf));
        }
        TimeLine drawing = drawn(entries, width);
        DrawnLane lane = drawing.lanes().getFirst();
        int counted = lane.entries().size() + lane.crowds().stream().mapToInt(Crowd::count).sum();
        assertEquals(count, counted);
        if (count == 3 || count == 10_000) {
            assertEquals(count == 10_000, !lane.crowds().isEmpty());
        }
        List<double[]> boxes = new ArrayList<>();
        lane.entries().forEach(one -> boxes.add(box(one, width)));
        lane.crowds().forEach(it -> boxes.add(new double[] {it.x(), it.x() + it.width(), it.y()}));
        for (double[] box : boxes) {
            assertTrue(box[1] <= width + 0.01, "beyond the edge: " + box[1]);
            assertEquals(
                    1,
                    boxes.stream()
                            .filter(it -> it[2] == box[2] && it[0] < box[1] && box[0] < it[1])
                            .count());
        }
        assertTrue(drawing.height() < 400);
    }

    private static double[] box(DrawnEntry one, double width) {
        double left = Math.max(0, one.bars().getFirst().x());
        double right = Math.min(width, one.bars().getLast().right());
        if (one.text().isPresent()) {
            TimeLine.BesideText text = one.text().get();
            double length = Texts.width(text.text());
            left = text.isBefore() ? text.x() - length : left;
            right = text.isBefore() ? right : text.x() + length;
        }
        return new double[] {left, right, one.y()};
    }

    @Test
    void hundredsOnOneDayAreOneNumberThatLeadsCloser() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            entries.add(entry("Protocol " + i, "2002-01-25"));
        }
        entries.add(entry("Another", "2020"));
        DrawnLane lane = drawn(entries).lanes().getFirst();
        assertEquals(1, lane.crowds().size());
        Crowd crowd = lane.crowds().getFirst();
        assertEquals("/zoom?from=2002-01-25&to=2002-01-25", crowd.href());
        assertEquals(301, crowd.count() + lane.entries().size());
    }

    @Test
    void periodLeavesOutWhatLiesBeyondAndCutsOffWhatReachesIn() throws Exception {
        TimeLine line =
                TimeLine.of(
                        List.of(
                                new Lane(
                                        "events",
                                        List.of(
                                                entry("before", "1999"),
                                                entry("reaching", "1999/2003"),
                                                entry("in", "2002-03-04")),
                                        12)),
                        LocalDate.of(2002, 1, 1),
                        LocalDate.of(2002, 12, 31),
                        TimeLine.WIDTH,
                        (from, to) -> "");
        List<DrawnEntry> entries = line.lanes().getFirst().entries();
        assertEquals(
                List.of("reaching", "in"),
                entries.stream().map(one -> one.caption().label()).toList());
        assertTrue(
                entries.getFirst().bars().stream().allMatch(bar -> bar.right() <= TimeLine.WIDTH));
        assertTrue(entries.getFirst().bars().stream().anyMatch(bar -> bar.shape() == Shape.FILLED));
    }

    @Test
    void whatLastsIsMarkedOnTheDaysOnWhichItIsSeen() throws Exception {
        List<Span> seen = List.of(SpanTest.of("2002-05-01"), SpanTest.of("2007"));
        Span span = Span.lasting(Span.NONE, Span.NONE, seen);
        Entry.Caption caption = new Entry.Caption("Anna", "/x", "president");
        Entry tenure = new Entry(() -> caption, span, seen, true, false);
        List<Bar> bars = drawn(List.of(tenure)).lanes().getFirst().entries().getFirst().bars();
        assertEquals(
                List.of(Shape.UNKNOWN_BEFORE, Shape.BETWEEN, Shape.UNKNOWN_AFTER, Shape.SEEN),
                bars.stream().map(Bar::shape).toList());
    }

    @Test
    void whatIsOnlyCountedIsNotNamed() throws Exception {
        AtomicInteger named = new AtomicInteger();
        Span day = SpanTest.of("2002-01-25");
        List<Entry> entries =
                Stream.generate(
                                () ->
                                        new Entry(
                                                () -> {
                                                    named.incrementAndGet();
                                                    return new Entry.Caption("it", "/x", "event");
                                                },
                                                day,
                                                List.of(),
                                                true,
                                                false))
                        .limit(10_000)
                        .toList();
        DrawnLane lane = drawn(entries).lanes().getFirst();
        assertEquals(10_000 - lane.entries().size(), lane.crowds().getFirst().count());
        assertEquals(lane.entries().size(), named.get());
    }

    @Test
    void longOrWideLabelIsShortened() {
        assertEquals("short", Texts.shortened("short", 44));
        String shortened = Texts.shortened("𝔸".repeat(100), 44);
        assertEquals(44, shortened.codePointCount(0, shortened.length()));
        assertTrue(shortened.endsWith("…"));
        assertTrue(Texts.width("条約") > Texts.width("ab"));
    }

    @Test
    void rowsAreFilledFromTheTop() {
        Rows rows = new Rows(2);
        assertEquals(
                List.of(0, 1, 0, 1, -1),
                IntStream.of(0, 5, 30, 33, 50).map(x -> rows.place(x, x + 20)).boxed().toList());
        assertFalse(rows.count() > 2);
    }
}
