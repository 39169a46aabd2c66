package chancery.evidence;

import chancery.evidence.Locator.Sentence;
import chancery.evidence.Texts.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the passages of a text again in a new edition of it: by their digest; else by their
/// characters with other white space; else by their neighbours and the most similar sentence.
public final class Reanchoring {
    private static final Pattern WHITE = Pattern.compile("(?U)\\s+");
    private static final int SIMILAR_PERCENT = 50;

    private final Optional<Text> former;
    private final Text fresh;
    private final Locator locator;
    private final int[] units;
    private final Map<String, List<Integer>> starts = new HashMap<>();

    /// @param former the text as it was; without it a passage is found by its digest or not at all
    /// @param fresh the new edition
    public Reanchoring(String source, Optional<Text> former, Text fresh) {
        this.former = former;
        this.fresh = fresh;
        this.locator = new Locator(source, fresh);
        this.units = new int[fresh.length() + 1];
        for (int point = 1; point < units.length; point++) {
            units[point] = fresh.content().offsetByCodePoints(units[point - 1], 1);
        }
    }

    /// @param digests each passage of the source, and the digest it is registered with; `""` for a
    ///     passage that is not registered
    /// @return for each passage where it stands now
    public SortedMap<Passage, Anchor> of(Map<Passage, String> digests) {
        look(digests);
        NavigableMap<Passage, Anchor> anchors = new TreeMap<>();
        SortedMap<Passage, List<Passage>> open = new TreeMap<>();
        digests.forEach(
                (passage, registered) -> {
                    String digest = digest(passage, registered);
                    List<Passage> places = places(passage, digest);
                    if (places.contains(passage)) {
                        anchors.put(passage, new Anchor.Unchanged(passage));
                    } else if (places.size() == 1) {
                        anchors.put(passage, moved(passage, places.getFirst()));
                    } else {
                        open.put(passage, places);
                    }
                });
        NavigableMap<Passage, Anchor> certain = new TreeMap<>(anchors);
        open.forEach(
                (passage, places) ->
                        anchors.put(
                                passage,
                                places.isEmpty()
                                        ? similar(passage, digests, certain)
                                        : chosen(passage, places, certain)));
        holdBack(anchors);
        return anchors;
    }

    /// The digest by which to look: as registered, else that of the former text.
    private String digest(Passage passage, String registered) {
        return registered.isEmpty()
                ? characters(passage).map(ClaimKey::sha256).orElse("")
                : registered;
    }

    private Optional<String> characters(Passage passage) {
        return former.filter(text -> passage.end() <= text.length())
                .map(text -> text.slice(passage));
    }

    /// The characters in the former text, if they are those that were registered.
    private Optional<String> characters(Passage passage, String registered) {
        return characters(passage)
                .filter(slice -> registered.isEmpty() || ClaimKey.sha256(slice).equals(registered));
    }

    private List<Passage> places(Passage passage, String digest) {
        Optional<String> characters = characters(passage, digest);
        if (characters.isEmpty()) {
            int length = passage.end() - passage.start();
            return starts.getOrDefault(digest, List.of()).stream()
                    .map(start -> new Passage(passage.source(), start, start + length))
                    .toList();
        }
        String slice = characters.get();
        List<Passage> exact = places(passage.source(), Pattern.compile(Pattern.quote(slice)));
        return exact.isEmpty() && !slice.isBlank()
                ? places(passage.source(), loosely(slice))
                : exact;
    }

    /// Where spans with these digests start in the new text. All spans of their lengths are tried,
    /// as nobody knows the characters.
    private void look(Map<Passage, String> digests) {
        Map<Integer, Set<String>> wanted = new HashMap<>();
        digests.forEach(
                (passage, digest) -> {
                    if (characters(passage, digest).isEmpty()) {
                        wanted.computeIfAbsent(
                                        passage.end() - passage.start(), l -> new HashSet<>())
                                .add(digest);
                    }
                });
        wanted.forEach(
                (length, theirs) -> {
                    for (int start = 0; start + length < units.length; start++) {
                        String slice =
                                fresh.content().substring(units[start], units[start + length]);
                        String digest = ClaimKey.sha256(slice);
                        if (theirs.contains(digest)) {
                            starts.computeIfAbsent(digest, d -> new ArrayList<>()).add(start);
                        }
                    }
                });
    }

    private List<Passage> places(String source, Pattern pattern) {
        Matcher found = pattern.matcher(fresh.content());
        List<Passage> places = new ArrayList<>();
        while (found.find()) {
            int start = fresh.content().codePointCount(0, found.start());
            int length = fresh.content().codePointCount(found.start(), found.end());
            places.add(new Passage(source, start, start + length));
        }
        return places;
    }

    private static Pattern loosely(String slice) {
        String pattern =
                WHITE.splitAsStream(slice.strip())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+"));
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    private Anchor moved(Passage from, Passage to) {
        return new Anchor.Moved(from, to, ClaimKey.sha256(fresh.slice(to)));
    }

    /// Of several places the one inside a passage that was found, else the one between the new
    /// places of the neighbours.
    private Anchor chosen(
            Passage passage, List<Passage> places, NavigableMap<Passage, Anchor> certain) {
        for (Anchor around : certain.values()) {
            Passage inside = inside(passage, around);
            if (places.contains(inside)) {
                return moved(passage, inside);
            }
        }
        Window window = Window.of(passage, certain, fresh.length());
        List<Passage> between = places.stream().filter(window::holds).toList();
        return between.size() == 1
                ? moved(passage, between.getFirst())
                : new Anchor.Several(passage, places);
    }

    /// Where a passage stands if it moved together with one that holds it; else where it stood,
    /// which is none of several places.
    private static Passage inside(Passage passage, Anchor around) {
        Passage outer = around.from();
        Passage to = place(around);
        boolean holds = outer.start() <= passage.start() && passage.end() <= outer.end();
        boolean same = to.end() - to.start() == outer.end() - outer.start();
        int shift = holds && same ? to.start() - outer.start() : 0;
        return new Passage(passage.source(), passage.start() + shift, passage.end() + shift);
    }

    private static Passage place(Anchor anchor) {
        return anchor instanceof Anchor.Moved moved ? moved.to() : anchor.from();
    }

    private Anchor similar(
            Passage passage, Map<Passage, String> digests, NavigableMap<Passage, Anchor> certain) {
        Optional<String> slice = characters(passage, digests.getOrDefault(passage, ""));
        if (slice.isEmpty()) {
            return new Anchor.Lost(passage);
        }
        Set<String> words = Locator.wordsOf(slice.get());
        Window window = Window.of(passage, certain, fresh.length());
        List<Sentence> between =
                locator.sentences().stream().filter(s -> window.touches(s.passage())).toList();
        return best(passage, words, between)
                .or(() -> best(passage, words, locator.sentences()))
                .orElse(new Anchor.Lost(passage));
    }

    private static Optional<Anchor> best(
            Passage passage, Set<String> words, List<Sentence> sentences) {
        Anchor.Changed best = null;
        for (Sentence sentence : sentences) {
            Set<String> theirs = Locator.wordsOf(sentence.characters());
            Set<String> gone = new LinkedHashSet<>(words);
            gone.removeAll(theirs);
            int percent = words.isEmpty() ? 0 : 100 * (words.size() - gone.size()) / words.size();
            if (percent >= SIMILAR_PERCENT && (best == null || percent > best.percent())) {
                theirs.removeAll(words);
                best = new Anchor.Changed(passage, sentence.passage(), percent, gone, theirs);
            }
        }
        return Optional.ofNullable(best);
    }

    /// No two passages may end at one place, and none where one is left as it is: its rows would
    /// then name the wrong characters without anybody noticing.
    private static void holdBack(SortedMap<Passage, Anchor> anchors) {
        boolean again = true;
        while (again) {
            Set<Passage> taken = new HashSet<>();
            Set<Passage> twice = new HashSet<>();
            for (Anchor anchor : anchors.values()) {
                if (!taken.add(place(anchor))) {
                    twice.add(place(anchor));
                }
            }
            again = false;
            for (Map.Entry<Passage, Anchor> entry : anchors.entrySet()) {
                if (entry.getValue() instanceof Anchor.Moved moved && twice.contains(moved.to())) {
                    entry.setValue(new Anchor.Waiting(moved.from(), moved.to()));
                    again = true;
                }
            }
        }
    }

    /// The part of the new text between the places of two neighbours.
    private record Window(int from, int to) {
        static Window of(Passage passage, NavigableMap<Passage, Anchor> certain, int length) {
            Map.Entry<Passage, Anchor> before = certain.lowerEntry(passage);
            Map.Entry<Passage, Anchor> after = certain.higherEntry(passage);
            return new Window(
                    before == null ? 0 : place(before.getValue()).start(),
                    after == null ? length : place(after.getValue()).end());
        }

        boolean holds(Passage place) {
            return from <= place.start() && place.end() <= to;
        }

        boolean touches(Passage place) {
            return from < place.end() && place.start() < to;
        }
    }
}
