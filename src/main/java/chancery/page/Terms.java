package chancery.page;

import chancery.vocab.Chy;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The properties that pages treat in a way of their own.
public final class Terms {
    public static final Node TYPE = RDF.Nodes.type;
    public static final Node SUBJECT = RDF.Nodes.subject;
    public static final Node PREDICATE = RDF.Nodes.predicate;
    public static final Node OBJECT = RDF.Nodes.object;
    public static final Node LABEL = RDFS.Nodes.label;
    public static final Node SUBCLASS_OF = RDFS.Nodes.subClassOf;
    public static final Node SUBPROPERTY_OF = RDFS.Nodes.subPropertyOf;
    public static final Node PREF_LABEL = SKOS.prefLabel.asNode();
    public static final Node ALT_LABEL = SKOS.altLabel.asNode();
    public static final Node HIDDEN_LABEL = SKOS.hiddenLabel.asNode();
    public static final Node EXACT_MATCH = SKOS.exactMatch.asNode();
    public static final Node NOTATION = SKOS.notation.asNode();
    public static final Node IN_SCHEME = SKOS.inScheme.asNode();
    public static final Node SCOPE_NOTE = SKOS.scopeNote.asNode();
    public static final Node DEFINITION = SKOS.definition.asNode();

    public static final Node IS_REPLACED_BY = DCTerms.isReplacedBy.asNode();
    public static final Node DEPRECATED =
            NodeFactory.createURI("http://www.w3.org/2002/07/owl#deprecated");
    public static final Node CHANGE_NOTE = SKOS.changeNote.asNode();

    public static final Node ACCEPTED = Chy.term("Accepted");
    public static final Node STATED_IN = Chy.term("statedIn");
    public static final Node STANCE = Chy.term("stance");
    public static final Node VERDICT = Chy.term("verdict");
    public static final Node SAID_IN = Chy.term("saidIn");
    public static final Node SAID_BY = Chy.term("saidBy");
    public static final Node PASSAGE = Chy.term("passage");
    public static final Node TABLE_ROW = Chy.term("TableRow");
    public static final Node CHAR_START = Chy.term("charStart");
    public static final Node CHAR_END = Chy.term("charEnd");
    public static final Node GIST = Chy.term("gist");
    public static final Node ORIGIN = Chy.term("origin");
    public static final Node SOURCE = Chy.term("source");
    public static final Node PUBLISHED = Chy.term("published");
    public static final Node DATA_AS_OF = Chy.term("dataAsOf");
    public static final Node ABOUT = Chy.term("about");
    public static final Node ON_PROPERTY = Chy.term("onProperty");
    public static final Node AS_WRITTEN = Chy.term("asWritten");
    public static final Node KIND = Chy.term("kind");
    public static final Node RULE = Chy.term("rule");
    public static final Node POSITION = Chy.term("position");
    public static final Node LINK_SUBJECT = Chy.term("linkSubject");
    public static final Node LINK_RELATION = Chy.term("linkRelation");
    public static final Node LINK_OBJECT = Chy.term("linkObject");
    public static final Node ITEM_LABEL = Chy.term("itemLabel");

    private static final String ADMS = "http://www.w3.org/ns/adms#";
    public static final Node IDENTIFIER = NodeFactory.createURI(ADMS + "identifier");
    public static final Node IDENTIFIER_CLASS = NodeFactory.createURI(ADMS + "Identifier");

    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    public static final Node HAS_GEOMETRY = NodeFactory.createURI(GEO + "hasGeometry");
    public static final Node AS_WKT = NodeFactory.createURI(GEO + "asWKT");

    private Terms() {}
}
