package chancery.cli;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.check.Severity;
import chancery.check.Value;
import chancery.check.derive.CodeLists;
import chancery.evidence.Claims;
import chancery.evidence.Coverage;
import chancery.evidence.EvidenceGate;
import chancery.evidence.EvidenceGate.RegisteredPassage;
import chancery.evidence.EvidencedRow;
import chancery.evidence.FactReader;
import chancery.evidence.Names;
import chancery.evidence.Passage;
import chancery.evidence.RowEvidence;
import chancery.evidence.Texts;
import chancery.evidence.Texts.Text;
import chancery.evidence.ValueNodes;
import chancery.judge.CuratorsRow;
import chancery.map.Mapper;
import chancery.map.Statement;
import chancery.pack.DatasetTriples;
import chancery.pack.Pack;
import chancery.pack.PackStore;
import chancery.table.Position;
import chancery.time.BadTime;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/// Gathers what the rows of all tables say, each by the role that its table's metadata gives it.
final class SeedGatherer {
    private final Base base;
    private final Findings findings;
    private final Map<Triple, Position> register = new LinkedHashMap<>();
    private final List<EvidencedRow> evidenced = new ArrayList<>();
    private final Claims claims = new Claims();
    private final ValueNodes values;
    private final Names names = new Names();
    private final Map<String, List<Node>> speakers = new HashMap<>();
    private final Map<String, EvidencedRow> statements = new HashMap<>();
    private final Map<Node, Position> origins = new LinkedHashMap<>();
    private final Map<String, RegisteredPassage> passages = new LinkedHashMap<>();
    private final Map<String, CheckedRow> sources = new LinkedHashMap<>();
    private final List<Passage> furniture = new ArrayList<>();
    private final List<Statement> references = new ArrayList<>();
    private final List<Triple> ruleList = new ArrayList<>();
    private final CurationReader curation;
    private final FormerIds former;
    private final CodeLists codes = new CodeLists();
    private LocalDate newest = LocalDate.EPOCH;
    private long rows;

    SeedGatherer(Base base, Findings findings) {
        this.base = base;
        this.findings = findings;
        this.values = new ValueNodes(base);
        this.former = new FormerIds(base);
        this.curation = new CurationReader(base, findings);
    }

    /// @param role of the row's table, as its metadata has it
    void row(String role, Mapper mapper, FactReader facts, CheckedRow row) {
        rows++;
        switch (role) {
            case "facts" -> facts.read(row).ifPresent(this::fact);
            case "statements", "works" -> {
                mapper.map(row, this::put);
                facts.read(row).ifPresent(read -> evidencedNode(read, role));
            }
            case "passages" -> {
                mapper.map(row, this::put);
                passage(row);
            }
            case "sources" -> {
                mapper.map(row, this::put);
                sources.put(row.text("id"), row);
            }
            case "codes" -> {
                mapper.map(row, this::put);
                code(row, "state/" + row.text("state"));
            }
            case "no-codes" -> {
                mapper.map(row, this::put);
                code(row, "");
            }
            case "matches" -> {
                mapper.map(row, this::link);
                code(row, row.text("thing"));
            }
            case "furniture" -> furniture(row);
            case "changes" -> change(row);
            case "rules" -> {
                mapper.map(row, statement -> ruleList.add(statement.triple()));
                curation.rule(row);
            }
            case "disagreements" -> curation.disagreement(row);
            case "former-ids" -> {
                // what has a former id is no thing that anything may name
                mapper.map(row, it -> register.putIfAbsent(it.triple(), it.position()));
                former.add(row);
            }
            case "links" -> mapper.map(row, this::link);
            case "candidates" -> {
                // what a service offers is nothing that anybody says
            }
            default -> mapper.map(row, this::put);
        }
    }

    private void put(Statement statement) {
        Triple triple = statement.triple();
        register.putIfAbsent(triple, statement.position());
        names.add(triple);
        values.add(statement);
        origins.putIfAbsent(triple.getSubject(), statement.position());
        references.add(statement);
    }

    /// A link names a thing of a register and makes none.
    private void link(Statement statement) {
        Triple triple = statement.triple();
        register.putIfAbsent(triple, statement.position());
        if (triple.getSubject().getURI().startsWith(base.iri() + "id/link/")) {
            origins.putIfAbsent(triple.getSubject(), statement.position());
        }
        references.add(statement);
    }

    private void fact(EvidencedRow row) {
        evidenced.add(row);
        claims.add(row);
        row.values().forEach(values::add);
        references.addAll(row.values());
    }

    private void evidencedNode(EvidencedRow row, String role) {
        evidenced.add(row);
        if (row.values().isEmpty()) {
            return;
        }
        Node node = row.values().getFirst().triple().getSubject();
        for (Passage passage : row.passages()) {
            Triple triple = Triple.create(node, Chy.term("passage"), passage.node(base));
            register.putIfAbsent(triple, row.position());
        }
        if (role.equals("statements")) {
            List<Node> who =
                    row.values().stream()
                            .map(Statement::triple)
                            .filter(t -> t.getPredicate().equals(Chy.term("speaker")))
                            .map(Triple::getObject)
                            .toList();
            String iri = node.getURI();
            String id = iri.substring(iri.lastIndexOf('/') + 1);
            speakers.put(id, who);
            statements.put(id, row);
        }
    }

    private void passage(CheckedRow row) {
        if (row.cell("start").usable().isEmpty() || row.cell("end").usable().isEmpty()) {
            return;
        }
        try {
            String chars = row.text("start") + "-" + row.text("end");
            Passage passage = Passage.of(row.text("source"), chars);
            if (!passage.id().equals(row.text("id"))) {
                report(row.position(), Code.PASSAGE_ID, row.text("id"), passage.id());
            }
            passages.put(passage.id(), new RegisteredPassage(passage, row.text("digest")));
        } catch (IllegalArgumentException e) {
            String found = row.text("start") + "-" + row.text("end");
            report(row.position(), Code.PASSAGE_OUTSIDE, found, "a start below its end");
        }
    }

    /// What a code names, for tables that use it.
    private void code(CheckedRow row, String thing) {
        try {
            codes.add(
                    row.text("scheme"),
                    row.text("code"),
                    thing.substring(thing.indexOf('/') + 1),
                    row.text("valid_from"),
                    row.text("valid_until"));
        } catch (BadTime e) {
            // the cell's own reader has a finding for it
            return;
        }
    }

    CodeLists codes() {
        return codes;
    }

    ValueNodes values() {
        return values;
    }

    /// A dataset as a source, with the files of it that are there.
    void dataset(Pack pack, List<PackStore.Added> files) {
        for (Triple triple : new DatasetTriples(base, pack, files).all()) {
            Position at = Position.of(pack.folder().resolve(Pack.METADATA).toString());
            register.putIfAbsent(triple, at);
            names.add(triple);
            origins.putIfAbsent(triple.getSubject(), at);
        }
    }

    /// A row of a dataset's table.
    ///
    /// @return how many claims it makes
    int datasetRow(RowEvidence evidence, CheckedRow row) {
        rows++;
        RowEvidence.Said said = evidence.read(row);
        said.plain().forEach(this::put);
        claims.add(said, evidence.passage(row), row.position());
        said.claimed().forEach(values::add);
        references.addAll(said.claimed());
        return said.claimed().size();
    }

    private void furniture(CheckedRow row) {
        for (Value chars : row.cell("chars").usable()) {
            try {
                furniture.add(Passage.of(row.text("source"), chars.canonical()));
            } catch (IllegalArgumentException e) {
                report(
                        row.position(),
                        Code.PASSAGE_OUTSIDE,
                        chars.canonical(),
                        "a start below its end");
            }
        }
    }

    private void change(CheckedRow row) {
        for (Value value : row.cell("date").usable()) {
            // a date of XML Schema may have a time zone behind it
            LocalDate day = LocalDate.parse(value.canonical().substring(0, 10));
            newest = day.isAfter(newest) ? day : newest;
        }
    }

    /// @param folder of the texts, or null
    /// @param packs what came of the files of packs
    Seeds finish(int tables, @Nullable Path folder, PackReader.Read packs) {
        references.forEach(this::mustBeNamed);
        former.check(origins.keySet(), findings::add);
        curation.rows().forEach(this::mustBeAboutSomething);
        Map<String, Text> texts = folder == null ? Map.of() : texts(new Texts(folder));
        EvidenceGate gate = new EvidenceGate(passages, texts, names, statements, findings::add);
        evidenced.forEach(gate::verify);
        gate.finish(sources);
        return new Seeds(
                tables,
                rows,
                Collections.unmodifiableMap(register),
                claims.all(),
                values,
                speakers,
                origins,
                findings,
                gate.tallies(),
                () -> coverage(texts),
                newest,
                ruleList,
                packs,
                curation);
    }

    private List<Coverage.Report> coverage(Map<String, Text> texts) {
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> Coverage.of(e.getKey(), e.getValue(), evidenced, furniture, names))
                .toList();
    }

    private void mustBeAboutSomething(CuratorsRow row) {
        row.about().stream()
                .filter(thing -> !origins.containsKey(thing))
                .forEach(
                        thing ->
                                report(
                                        curation.position(row),
                                        Code.DANGLING_REFERENCE,
                                        base.relative(thing.getURI()).substring("id/".length()),
                                        "the id of a row in a register"));
    }

    /// Whatever a cell names below `id/` must be a thing of some register.
    private void mustBeNamed(Statement statement) {
        for (Node node : List.of(statement.triple().getSubject(), statement.triple().getObject())) {
            boolean ours = node.isURI() && node.getURI().startsWith(base.iri() + "id/");
            boolean selfMade = values.time(node).isPresent() || values.quantity(node).isPresent();
            if (ours && !selfMade && !origins.containsKey(node)) {
                findings.add(
                        new Finding(
                                Code.DANGLING_REFERENCE,
                                Severity.ERROR,
                                statement.position(),
                                statement.column().number(),
                                statement.column().name(),
                                base.relative(node.getURI()).substring("id/".length()),
                                "the id of a row in a register" + former.hint(node)));
            }
        }
    }

    private Map<String, Text> texts(Texts folder) {
        Map<String, Text> read = new LinkedHashMap<>();
        sources.forEach(
                (id, row) -> {
                    try {
                        Text text = folder.read(row.text("text_file"));
                        EvidenceGate.digest(row, text).ifPresent(findings::add);
                        read.put(id, text);
                    } catch (Texts.UnreadableText e) {
                        report(row.position(), Code.TEXT_MISSING, e.found(), e.expected());
                    }
                });
        return read;
    }

    private void report(Position position, Code code, String found, String expected) {
        findings.add(new Finding(code, Severity.ERROR, position, 0, "", found, expected));
    }
}
