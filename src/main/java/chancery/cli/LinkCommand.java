package chancery.cli;

import chancery.link.CandidateTable;
import chancery.link.Manifest;
import chancery.link.Offer;
import chancery.link.Patience;
import chancery.link.Protocol;
import chancery.link.Search;
import chancery.link.Service;
import chancery.link.ServiceFailure;
import chancery.link.Thing;
import chancery.link.UnlinkedThings;
import chancery.link.Waiting;
import chancery.release.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `chancery link`: candidates for things without a link, from a reconciliation service, into a
/// table for a person to decide in; and what was decided, into the tables of links.
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description =
                "Asks a reconciliation service for the Wikidata items of things that have no link, and"
                        + " puts candidates with scores and reasons into a table; accepts none itself.",
        footer = {
            "",
            "Fill in the columns decision (accept, reject) and reason of the table, then: chancery link"
                    + " --apply"
        })
final class LinkCommand implements Callable<Integer> {
    private static final String WIKIDATA = "http://www.wikidata.org/entity/";

    @Spec private @Nullable CommandSpec spec;
    @Mixin private Places places = new Places();

    @Parameters(
            arity = "0..*",
            paramLabel = "THING",
            description =
                    "Kind and id of a thing, such as place/aras (default: all without a link).")
    private List<String> things = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only things of these kinds, such as place,person.")
    private List<String> kinds = List.of();

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = "https://wikidata.reconci.link/{lang}/api",
            description =
                    "Reconciliation service; {lang} stands for the language of the names asked for"
                            + " (default: ${DEFAULT-VALUE}).")
    private String service = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Table of candidates (default: link-candidates.csv of the tables).")
    private @Nullable Path out;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "20",
            description = "Most questions in a request, 1 to 50 (default: ${DEFAULT-VALUE}).")
    private int batch = 20;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "5",
            description = "Most candidates for a name (default: ${DEFAULT-VALUE}).")
    private int limit = 5;

    @Option(
            names = "--per-second",
            paramLabel = "N",
            defaultValue = "1",
            description = "Most requests a second (default: ${DEFAULT-VALUE}).")
    private BigDecimal perSecond = BigDecimal.ONE;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Most time for an answer (default: ${DEFAULT-VALUE}).")
    private int timeout = 30;

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often a busy service is asked (default: ${DEFAULT-VALUE}).")
    private int tries = 5;

    @Option(
            names = "--longest-wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description =
                    "The longest that the service may ask to be left alone (default:"
                            + " ${DEFAULT-VALUE}).")
    private int longestWait = 300;

    @Option(names = "--again", description = "Ask for things that were asked for before, too.")
    private boolean again;

    @Option(names = "--dry-run", description = "Show the questions; ask nobody.")
    private boolean dryRun;

    @Option(
            names = "--apply",
            description =
                    "Ask nobody; move what was accepted into links.csv, and what was rejected with a"
                            + " reason into negative-links.csv.")
    private boolean apply;

    @Option(
            names = "--author",
            paramLabel = "ROLE",
            defaultValue = "curator",
            description = "With --apply: who decided, by role (default: ${DEFAULT-VALUE}).")
    private String author = "curator";

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "With --apply: when it was decided (default: today, in UTC).")
    private @Nullable LocalDate date;

    @Override
    public Integer call() throws Refusal {
        within("--batch", batch, 1, 50);
        within("--limit", limit, 1, 50);
        within("--timeout", timeout, 1, 3600);
        within("--tries", tries, 1, 20);
        within("--longest-wait", longestWait, 0, 86_400);
        if (perSecond.signum() <= 0) {
            throw new Refusal("--per-second: found \"" + perSecond + "\", expected more than 0");
        }
        if (!service.matches("https?://[^/\\s?#]+[^\\s?#]*")) {
            throw new Refusal(
                    "--service: found \"" + service + "\", expected an http or https address");
        }
        if (service.replace("{lang}", "en").matches(".*[{}|\\\\^`<>\"].*")) {
            throw new Refusal(
                    "--service: found \"" + service + "\", expected no braces but those of {lang}");
        }
        Path table = out == null ? places.seeds().resolve("link-candidates.csv") : out;
        CandidateTable candidates = open(table);
        LinkTables links = new LinkTables(places.seeds());
        if (apply) {
            LocalDate day = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
            return links.apply(
                            table, candidates, day, author, Terminal.out(spec), Terminal.err(spec))
                    .number();
        }
        Duration between =
                Duration.ofNanos(
                        BigDecimal.valueOf(1_000_000_000)
                                .divide(perSecond, java.math.RoundingMode.CEILING)
                                .longValue());
        Patience patience =
                new Patience(
                        between,
                        Duration.ofSeconds(timeout),
                        tries,
                        Duration.ofSeconds(longestWait));
        PrintWriter err = Terminal.err(spec);
        try (Service asked = new Service(service, patience, Waiting.REAL, err::println)) {
            List<Thing> all = unlinked(candidates, links.linked());
            Set<String> before = candidates.asked(asked.name());
            List<Thing> wanted =
                    again ? all : all.stream().filter(it -> !before.contains(it.id())).toList();
            if (dryRun) {
                show(new Search(asked, Protocol.V0_2, batch, limit), wanted);
            } else {
                ask(asked, wanted, all.size(), table);
            }
        }
        return ExitCode.GOOD.number();
    }

    private static void within(String option, int value, int least, int most) throws Refusal {
        if (value < least || value > most) {
            throw new Refusal(
                    "%s: found \"%d\", expected a number from %d to %d"
                            .formatted(option, value, least, most));
        }
    }

    private static CandidateTable open(Path table) throws Refusal {
        try {
            return CandidateTable.open(table);
        } catch (IOException e) {
            throw new Refusal(table + ": " + e.getMessage());
        }
    }

    /// The things that are wanted and have no link, in the release or in the tables since.
    private List<Thing> unlinked(CandidateTable candidates, Set<String> linked) throws Refusal {
        List<Thing> all;
        try (Release release = CurrentRelease.open(places)) {
            chancery.vocab.Base base = new chancery.vocab.Base(release.description().base());
            all = release.read(data -> new UnlinkedThings(data.getDefaultGraph(), base).all());
        }
        for (String thing : things) {
            if (all.stream().noneMatch(it -> it.id().equals(thing))) {
                throw new Refusal(
                        "found no \""
                                + thing
                                + "\" without a link, expected one such as place/aras");
            }
        }
        Stream<Thing> wanted =
                all.stream()
                        .filter(it -> things.isEmpty() || things.contains(it.id()))
                        .filter(it -> kinds.isEmpty() || kinds.contains(it.kind()))
                        .filter(it -> !linked.contains(it.id()));
        return wanted.map(it -> knowing(it, candidates.decided(it.id()))).toList();
    }

    private static Thing knowing(Thing thing, Set<String> decided) {
        Set<String> known = new TreeSet<>(thing.known());
        known.addAll(decided);
        return new Thing(
                thing.id(), thing.labels(), thing.type(), thing.types(), thing.properties(), known);
    }

    private void show(Search search, List<Thing> wanted) {
        PrintWriter lines = Terminal.out(spec);
        for (List<Thing> group : search.groups(wanted)) {
            for (var request : search.requests(group)) {
                String lang = request.getFirst().label().lang();
                lines.printf("# %s, %,d questions%n", lang.isEmpty() ? "-" : lang, request.size());
                lines.print(Protocol.V0_2.json(request));
            }
        }
        lines.flush();
    }

    private void ask(Service asked, List<Thing> wanted, int all, Path table) throws Refusal {
        PrintWriter lines = Terminal.out(spec);
        lines.printf(
                "%,d things without a link, %,d of them asked for before%n",
                all, all - wanted.size());
        lines.flush();
        Tally tally = new Tally();
        try {
            if (!wanted.isEmpty()) {
                Manifest manifest = asked.manifest();
                if (!isWikidata(manifest)) {
                    Terminal.err(spec)
                            .printf(
                                    "%s: identifiers of \"%s\": asked by names alone, and only"
                                            + " items of Wikidata can be applied%n",
                                    asked.name(), manifest.identifierSpace());
                }
                Search search = new Search(asked, asked.protocol(manifest), batch, limit);
                int groups = search.groups(wanted).size();
                try (Progress progress = new Progress("asking", groups)) {
                    search.run(
                            isWikidata(manifest)
                                    ? wanted
                                    : wanted.stream().map(Thing::byNames).toList(),
                            offers -> {
                                progress.step(offers.keySet().iterator().next().id());
                                keep(asked.name(), table, offers);
                                tally.add(offers);
                            });
                }
            }
        } catch (ServiceFailure e) {
            throw new Refusal(e.getMessage() + tally.kept(wanted.size(), table));
        } catch (IOException e) {
            throw new Refusal(table + ": found no way to write it (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted" + tally.kept(wanted.size(), table));
        }
        lines.println(tally.summary(table));
    }

    private static boolean isWikidata(Manifest manifest) {
        return manifest.identifierSpace().replaceFirst("^https:", "http:").equals(WIKIDATA);
    }

    /// The table is read anew each time: a person may have decided something meanwhile.
    private static void keep(String name, Path table, Map<Thing, List<Offer>> offers)
            throws IOException {
        CandidateTable now = CandidateTable.open(table);
        now.put(name, offers);
        now.write();
    }

    /// What has come of a search so far.
    private static final class Tally {
        private int things;
        private int withCandidates;
        private int candidates;

        void add(Map<Thing, List<Offer>> offers) {
            things += offers.size();
            for (List<Offer> each : offers.values()) {
                withCandidates += each.isEmpty() ? 0 : 1;
                candidates += each.size();
            }
        }

        String kept(int wanted, Path table) {
            return "; %,d of %,d things are answered and kept in %s, run it again to go on"
                    .formatted(things, wanted, table);
        }

        String summary(Path table) {
            return "%,d asked for: %,d candidates for %,d things, none for %,d; in %s"
                    .formatted(things, candidates, withCandidates, things - withCandidates, table);
        }
    }
}
