package chancery.vocab;

import java.util.LinkedHashMap;
import java.util.Map;

/// The prefixes that dumps, pages and the endpoint print, in the order they are printed.
public final class Prefixes {
    private Prefixes() {}

    /// @return prefix → namespace; `id:` depends on the base
    public static Map<String, String> of(Base base) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("chy", Chy.NS);
        all.put("state", base.iri() + "id/state/");
        all.put("person", base.iri() + "id/person/");
        all.put("office", base.iri() + "id/office/");
        all.put("tenure", base.iri() + "id/tenure/");
        all.put("agreement", base.iri() + "id/agreement/");
        all.put("event", base.iri() + "id/event/");
        all.put("organisation", base.iri() + "id/organisation/");
        all.put("place", base.iri() + "id/place/");
        all.put("facility", base.iri() + "id/facility/");
        all.put("group", base.iri() + "id/group/");
        all.put("relation", base.iri() + "id/relation/");
        all.put("condition", base.iri() + "id/condition/");
        all.put("membership", base.iri() + "id/membership/");
        all.put("provision", base.iri() + "id/provision/");
        all.put("observation", base.iri() + "id/observation/");
        all.put("possibility", base.iri() + "id/possibility/");
        all.put("statement", base.iri() + "id/statement/");
        all.put("work", base.iri() + "id/work/");
        all.put("source", base.iri() + "id/source/");
        all.put("concept", base.iri() + "id/concept/");
        all.put("scheme", base.iri() + "id/scheme/");
        all.put("claim", base.iri() + "id/claim/");
        all.put("passage", base.iri() + "id/passage/");
        all.put("disagreement", base.iri() + "id/disagreement/");
        all.put("time", base.iri() + "id/time/");
        all.put("quantity", base.iri() + "id/quantity/");
        all.put("graph", base.iri() + "graph/");
        all.put("release", base.iri() + "release/");
        all.put("wd", "http://www.wikidata.org/entity/");
        all.put("wdt", "http://www.wikidata.org/prop/direct/");
        all.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        all.put("owl", "http://www.w3.org/2002/07/owl#");
        all.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        all.put("skos", "http://www.w3.org/2004/02/skos/core#");
        all.put("dcterms", "http://purl.org/dc/terms/");
        all.put("dc", "http://purl.org/dc/elements/1.1/");
        all.put("dcat", "http://www.w3.org/ns/dcat#");
        all.put("void", "http://rdfs.org/ns/void#");
        all.put("sd", "http://www.w3.org/ns/sparql-service-description#");
        all.put("sh", "http://www.w3.org/ns/shacl#");
        all.put("prov", "http://www.w3.org/ns/prov#");
        all.put("oa", "http://www.w3.org/ns/oa#");
        all.put("adms", "http://www.w3.org/ns/adms#");
        all.put("geo", "http://www.opengis.net/ont/geosparql#");
        all.put("schema", "https://schema.org/");
        all.put("unit", "http://qudt.org/vocab/unit/");
        return all;
    }
}
