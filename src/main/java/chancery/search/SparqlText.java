package chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.query.text.assembler.TextVocab;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/// What `text:query` in a SPARQL query asks, answered by a [SearchIndex].
///
/// jena-text reads the arguments and binds the answers; parsing, limits and searching are here, so
/// that nothing is cut off in silence and nothing is ever written.
public final class SparqlText implements TextIndex {
    /// IRI of the one property function there is.
    public static final String IRI = TextVocab.pfQuery;

    static final int MOST_HITS = 10_000;
    static final int MOST_CHARACTERS = 1_000;

    private static final EntityDefinition LAYOUT = new Layout();

    private final Optional<SearchIndex> index;
    private final String release;
    private final Deadline deadline;

    /// With no end to its time.
    ///
    /// @param index   none if the release has none: then every query is refused
    /// @param release its id, for messages
    public SparqlText(Optional<SearchIndex> index, String release) {
        this(index, release, Deadline.none());
    }

    /// @param deadline of the query that asks it
    public SparqlText(Optional<SearchIndex> index, String release, Deadline deadline) {
        this.index = index;
        this.release = release;
        this.deadline = deadline;
    }

    /// Lets the queries that run with this context use it.
    public void offerTo(Context context) {
        context.set(TextQuery.textIndex, this);
    }

    /// Field and property of each part; one that has none is refused.
    private static final class Layout extends EntityDefinition {
        Layout() {
            super(IndexWriting.IRI, Part.LABEL.field(), Part.LABEL.property());
            for (Part part : Part.values()) {
                set(part.field(), part.property());
            }
            setLangField(IndexWriting.LANG);
        }

        @Override
        public String getField(Node property) {
            String field = super.getField(property);
            if (field == null) {
                Set<String> known = new TreeSet<>();
                for (Part part : Part.values()) {
                    known.add("<" + part.property().getURI() + ">");
                }
                throw new TextRefused(
                        "the property <" + property + ">", "one of " + String.join(", ", known));
            }
            return field;
        }
    }

    @Override
    public EntityDefinition getDocDef() {
        return LAYOUT;
    }

    @Override
    public List<TextHit> query(
            @Nullable String subject,
            @Nullable List<Resource> properties,
            String text,
            @Nullable String graph,
            @Nullable String lang,
            int limit,
            @Nullable String highlight) {
        SearchIndex open =
                index.orElseThrow(
                        () ->
                                new TextRefused(
                                        "no text index in release " + release,
                                        "one made by a newer build"));
        if (highlight != null) {
            throw new TextRefused("highlight:", "none, for texts come as they are");
        }
        if (limit > MOST_HITS) {
            throw new TextRefused("the limit " + limit, "at most " + MOST_HITS);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(parse(properties, text), Occur.MUST);
        if (subject != null) {
            query.add(new TermQuery(new Term(IndexWriting.IRI, subject)), Occur.FILTER);
        }
        if (lang != null && !lang.isEmpty() && !lang.equals("*")) {
            String stored = lang.equals("none") ? "" : lang;
            query.add(new TermQuery(new Term(IndexWriting.LANG, stored)), Occur.FILTER);
        }
        List<TextHit> hits = run(open, query.build(), limit > 0 ? limit : MOST_HITS + 1);
        if (hits.size() > MOST_HITS) {
            throw new TextRefused(
                    "more than " + MOST_HITS + " texts that match",
                    "fewer, or a limit behind the query");
        }
        return hits;
    }

    private List<TextHit> run(SearchIndex open, Query query, int limit) {
        try {
            deadline.check();
            List<TextHit> hits = new ArrayList<>();
            for (Hit hit : open.run(query, limit, deadline)) {
                Node literal =
                        hit.lang().isEmpty()
                                ? NodeFactory.createLiteralString(hit.text())
                                : NodeFactory.createLiteralLang(hit.text(), hit.lang());
                hits.add(
                        new TextHit(
                                NodeFactory.createURI(hit.iri()),
                                hit.score(),
                                literal,
                                null,
                                hit.part().property()));
            }
            return hits;
        } catch (IndexSearcher.TooManyClauses e) {
            throw new TextRefused("words that stand for too many others", "longer beginnings");
        }
    }

    private static Query parse(@Nullable List<Resource> properties, String text) {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw new TextRefused(
                    text.codePointCount(0, text.length()) + " characters",
                    "at most " + MOST_CHARACTERS);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<String> fields =
                properties == null || properties.isEmpty()
                        ? List.of(IndexWriting.NAME)
                        : properties.stream().map(it -> LAYOUT.getField(it.asNode())).toList();
        for (String field : fields) {
            BooleanQuery.Builder part = new BooleanQuery.Builder();
            part.add(parse(field, text), Occur.MUST);
            any.add(part.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query parse(String field, String text) {
        QueryParser parser = new OneField(field);
        parser.setDefaultOperator(QueryParser.Operator.AND);
        try {
            return parser.parse(text);
        } catch (ParseException | IllegalArgumentException | IndexSearcher.TooManyClauses e) {
            throw new TextRefused("\"" + shown(text) + "\"", "a query of Lucene: " + reason(e));
        } catch (TooComplexToDeterminizeException e) {
            throw new TextRefused("\"" + shown(text) + "\"", "a simpler pattern");
        }
    }

    /// The property says in which field to look: `field:` inside the text would go round it.
    private static final class OneField extends QueryParser {
        OneField(String field) {
            super(field, new NameAnalyzer());
        }

        private void check(String named) throws ParseException {
            if (!named.equals(getField())) {
                throw new ParseException("no field is named in it; \"" + named + ":\" is one");
            }
        }

        @Override
        protected Query getFieldQuery(String named, String text, boolean quoted)
                throws ParseException {
            check(named);
            return super.getFieldQuery(named, text, quoted);
        }

        @Override
        protected Query getFieldQuery(String named, String text, int slop) throws ParseException {
            check(named);
            return super.getFieldQuery(named, text, slop);
        }

        @Override
        protected Query getPrefixQuery(String named, String text) throws ParseException {
            check(named);
            return super.getPrefixQuery(named, text);
        }

        @Override
        protected Query getWildcardQuery(String named, String text) throws ParseException {
            check(named);
            return super.getWildcardQuery(named, text);
        }

        /// Edits are counted in the roman form.
        @Override
        protected Query getFuzzyQuery(String named, String text, float slips)
                throws ParseException {
            check(named);
            int edits = Math.max(0, Math.min(2, (int) slips));
            return new FuzzyQuery(new Term(named, Roman.of(text)), edits, 0, 64, true);
        }

        @Override
        protected Query getRangeQuery(
                String named, String from, String to, boolean isFromIn, boolean isToIn)
                throws ParseException {
            throw new ParseException("no range is in it");
        }

        @Override
        protected Query getRegexpQuery(String named, String text) throws ParseException {
            throw new ParseException("no regular expression is in it");
        }
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("");
    }

    @Override
    public List<TextHit> query(
            @Nullable Node property,
            String text,
            @Nullable String graph,
            @Nullable String lang,
            int limit,
            @Nullable String highlight) {
        return query((String) null, listed(property), text, graph, lang, limit, highlight);
    }

    @Override
    public List<TextHit> query(
            @Nullable Node property,
            String text,
            @Nullable String graph,
            @Nullable String lang,
            int limit) {
        return query(property, text, graph, lang, limit, null);
    }

    @Override
    public List<TextHit> query(
            @Nullable Node property, String text, @Nullable String graph, @Nullable String lang) {
        return query(property, text, graph, lang, -1, null);
    }

    @Override
    public List<TextHit> query(
            @Nullable List<Resource> properties,
            String text,
            @Nullable String graph,
            @Nullable String lang,
            int limit,
            @Nullable String highlight) {
        return query((String) null, properties, text, graph, lang, limit, highlight);
    }

    @Override
    public List<TextHit> query(
            @Nullable Node subject,
            @Nullable List<Resource> properties,
            String text,
            @Nullable String graph,
            @Nullable String lang,
            int limit,
            @Nullable String highlight) {
        String iri =
                subject == null || subject.isVariable()
                        ? null
                        : TextQueryFuncs.subjectToString(subject);
        return query(iri, properties, text, graph, lang, limit, highlight);
    }

    private static List<Resource> listed(@Nullable Node property) {
        return property == null
                ? List.of()
                : List.of(ResourceFactory.createResource(property.getURI()));
    }

    @Override
    public Map<String, Node> get(String iri) {
        throw isReadOnly();
    }

    @Override
    public void addEntity(Entity entity) {
        throw isReadOnly();
    }

    @Override
    public void updateEntity(Entity entity) {
        throw isReadOnly();
    }

    @Override
    public void deleteEntity(Entity entity) {
        throw isReadOnly();
    }

    @Override
    public void prepareCommit() {
        throw isReadOnly();
    }

    @Override
    public void commit() {
        throw isReadOnly();
    }

    @Override
    public void rollback() {
        throw isReadOnly();
    }

    /// The index belongs to the release, which closes it.
    @Override
    public void close() {}

    private static UnsupportedOperationException isReadOnly() {
        return new UnsupportedOperationException("a release is never written to");
    }
}
