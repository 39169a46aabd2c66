package chancery.bench;

import java.nio.charset.StandardCharsets;

/// The words of the invented events, as UTF-8; no place and no meeting of these names is meant.
final class Words {
    static final byte[] ARCHIVE = utf8("https://archive.example.org/gazette/");
    static final byte[] NUMBER = utf8("/n");
    static final byte[] PAGE = utf8("/p");
    static final byte[] ABOUT = utf8(" about ");
    static final byte[] CALLED = utf8(", called \"\"");
    static final byte[] IN = utf8(" in ");
    static final byte[] COMMA_IN = utf8(", in ");

    static final byte[][] TYPES =
            all(
                    "consultation",
                    "summit",
                    "treaty-signing",
                    "state-visit",
                    "note-of-protest",
                    "ceasefire",
                    "trade-round",
                    "border-inspection",
                    "recall-of-envoy",
                    "mediation",
                    "joint-exercise",
                    "prisoner-exchange",
                    "loan",
                    "embargo",
                    "recognition",
                    "arbitration",
                    "census-mission",
                    "relief-convoy",
                    "observer-mission",
                    "accession");

    static final byte[][] MANNERS =
            all(
                    "First",
                    "Second",
                    "Third regular",
                    "Extraordinary",
                    "Preparatory",
                    "Concluding",
                    "Postponed",
                    "Biennial",
                    "Closed",
                    "Open-ended",
                    "Reconvened",
                    "Bilateral");

    static final byte[][] MEETINGS =
            all(
                    "round of talks",
                    "working dinner",
                    "session of delegates",
                    "exchange of notes",
                    "meeting of deputies",
                    "hearing of experts",
                    "visit of ministers",
                    "signing ceremony",
                    "inspection tour",
                    "plenary debate");

    static final byte[][] MATTERS =
            all(
                    "fishing grounds",
                    "river navigation",
                    "customs duties",
                    "railway gauges",
                    "grain deliveries",
                    "pipeline transit fees",
                    "the return of archives",
                    "air corridors",
                    "seasonal workers",
                    "postal rates",
                    "undersea cables",
                    "flood protection",
                    "school exchanges",
                    "debt rescheduling");

    static final byte[][] NICKNAMES =
            all(
                    "the long night",
                    "the round table",
                    "table of nine",
                    "the quiet channel",
                    "la petite entente",
                    "große Runde",
                    "the lantern talks",
                    "third shore");

    static final byte[][] PLACES =
            all(
                    "Upper Marrow",
                    "Tessaly Point",
                    "Old Harbour",
                    "Bramwick",
                    "Castle Orrin",
                    "Lake Verrin",
                    "Port Ansel",
                    "Dunholm",
                    "São Martelo",
                    "Łąkowice Dolne",
                    "Grünhöfe",
                    "Åsmyra",
                    "Кривоморье",
                    "Новая Слобода",
                    "北江町",
                    "新河口",
                    "Παλιά Βρύση",
                    "Čerňany nad Vodou",
                    "Pointe-à-Rivière",
                    "Mount Ellery",
                    "Harrow on Lune",
                    "North Quarrel",
                    "Saltmarsh Ferry",
                    "Elder Crossing",
                    "Stone of Wend",
                    "Fallow Bridge",
                    "Merrin Sound",
                    "Whitlock Spa",
                    "Tarn Abbey",
                    "Kestrel Heights",
                    "Nine Wells",
                    "Old Customs House",
                    "Bellmont");

    private Words() {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[][] all(String... texts) {
        byte[][] all = new byte[texts.length][];
        for (int at = 0; at < texts.length; at++) {
            all[at] = utf8(texts[at]);
        }
        return all;
    }
}
