package chancery.page;

import chancery.vocab.Chy;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The properties that pages treat in a way of their own.
final class Terms {
    static final Node TYPE = RDF.Nodes.type;
    static final Node SUBJECT = RDF.Nodes.subject;
    static final Node PREDICATE = RDF.Nodes.predicate;
    static final Node OBJECT = RDF.Nodes.object;
    static final Node LABEL = RDFS.Nodes.label;
    static final Node SUBCLASS_OF = RDFS.Nodes.subClassOf;
    static final Node SUBPROPERTY_OF = RDFS.Nodes.subPropertyOf;
    static final Node PREF_LABEL = SKOS.prefLabel.asNode();
    static final Node ALT_LABEL = SKOS.altLabel.asNode();
    static final Node HIDDEN_LABEL = SKOS.hiddenLabel.asNode();
    static final Node EXACT_MATCH = SKOS.exactMatch.asNode();
    static final Node NOTATION = SKOS.notation.asNode();
    static final Node IN_SCHEME = SKOS.inScheme.asNode();
    static final Node SCOPE_NOTE = SKOS.scopeNote.asNode();
    static final Node DEFINITION = SKOS.definition.asNode();

    static final Node IS_REPLACED_BY = DCTerms.isReplacedBy.asNode();
    static final Node DEPRECATED =
            NodeFactory.createURI("http://www.w3.org/2002/07/owl#deprecated");
    static final Node CHANGE_NOTE = SKOS.changeNote.asNode();

    static final Node ACCEPTED = Chy.term("Accepted");
    static final Node STATED_IN = Chy.term("statedIn");
    static final Node STANCE = Chy.term("stance");
    static final Node VERDICT = Chy.term("verdict");
    static final Node SAID_IN = Chy.term("saidIn");
    static final Node SAID_BY = Chy.term("saidBy");
    static final Node PASSAGE = Chy.term("passage");
    static final Node CHAR_START = Chy.term("charStart");
    static final Node CHAR_END = Chy.term("charEnd");
    static final Node GIST = Chy.term("gist");
    static final Node ORIGIN = Chy.term("origin");
    static final Node SOURCE = Chy.term("source");
    static final Node ABOUT = Chy.term("about");
    static final Node ON_PROPERTY = Chy.term("onProperty");
    static final Node AS_WRITTEN = Chy.term("asWritten");
    static final Node KIND = Chy.term("kind");
    static final Node RULE = Chy.term("rule");
    static final Node POSITION = Chy.term("position");
    static final Node LINK_SUBJECT = Chy.term("linkSubject");
    static final Node LINK_RELATION = Chy.term("linkRelation");
    static final Node LINK_OBJECT = Chy.term("linkObject");
    static final Node ITEM_LABEL = Chy.term("itemLabel");

    private Terms() {}
}
