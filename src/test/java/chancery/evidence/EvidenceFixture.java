package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.TableFixture;
import chancery.describe.TableDescription;
import chancery.evidence.EvidenceGate.RegisteredPassage;
import chancery.evidence.Texts.Text;
import chancery.map.Mapper;
import chancery.map.Mode;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// One small fact table about agreements, one text, and what they give.
public final class EvidenceFixture {
    public static final String HEADER =
            "id,party,signed,duration,amount,ordinal,title,opinion,"
                    + "source,chars,as_written,stance,said_in,excuse,gist\n";

    /// 0 to 58 and 59 to 106 are its sentences, the globe one character that Java counts twice.
    static final String TEXT =
            "On 25 January 2002 Russia and Azerbaijan signed the treaty."
                    + " Baku 🌍 got $2.4 billion for five years in 1992.\n";

    private static final String COLUMNS =
            """
            {"name": "id", "suppressOutput": true},
            {"name": "party", "separator": ";", "propertyUrl": "chy:party",
             "chy:itemUrl": "https://w3id.org/chancery/id/{+item}", "chy:makesClaims": true},
            {"name": "signed", "propertyUrl": "chy:signed", "chy:valueForm": "time",
             "chy:makesClaims": true},
            {"name": "duration", "propertyUrl": "chy:duration", "datatype": "duration",
             "chy:makesClaims": true},
            {"name": "amount", "propertyUrl": "chy:quantity", "chy:valueForm": "quantity",
             "chy:makesClaims": true},
            {"name": "ordinal", "propertyUrl": "chy:ordinal", "datatype": "integer",
             "chy:makesClaims": true},
            {"name": "title", "propertyUrl": "chy:title", "lang": "en", "chy:isEvidenced": true},
            {"name": "opinion", "propertyUrl": "chy:quality",
             "chy:itemUrl": "https://w3id.org/chancery/id/concept/{item}",
             "chy:makesClaims": true},
            {"name": "source", "suppressOutput": true},
            {"name": "chars", "separator": ";", "suppressOutput": true,
             "datatype": {"format": "[0-9]+-[0-9]+"}},
            {"name": "as_written", "separator": ";", "suppressOutput": true},
            {"name": "stance", "suppressOutput": true,
             "datatype": {"format": "asserts|denies|plans|asks"}},
            {"name": "said_in", "suppressOutput": true},
            {"name": "excuse", "separator": ";", "suppressOutput": true},
            {"name": "gist", "suppressOutput": true}\
            """
                    .replace("chy:", Chy.NS);

    private EvidenceFixture() {}

    /// @param csv rows without the header
    static List<CheckedRow> checked(String csv, Findings findings) {
        return TableFixture.check(table(), HEADER + csv, findings);
    }

    static TableDescription table() {
        return TableFixture.describe(
                "facts", COLUMNS, "\"aboutUrl\": \"https://w3id.org/chancery/id/agreement/{id}\"");
    }

    /// @param csv rows without the header, with nothing that the check would find
    public static List<EvidencedRow> rows(String csv) {
        return rows(csv, Base.DEFAULT);
    }

    static List<EvidencedRow> rows(String csv, Base base) {
        Findings findings = new Findings();
        FactReader facts =
                new FactReader(table(), new Mapper(table(), base.iri(), Mode.EVIDENCE, findings));
        List<EvidencedRow> rows = new ArrayList<>();
        checked(csv, findings).forEach(row -> facts.read(row).ifPresent(rows::add));
        assertEquals(List.of(), findings.lines());
        return rows;
    }

    /// @param csv rows without the header
    public static List<Claim> claims(String csv) {
        Claims claims = new Claims();
        rows(csv).forEach(claims::add);
        return claims.all();
    }

    /// @param rows of which to remember times and quantities
    public static ValueNodes values(List<EvidencedRow> rows) {
        ValueNodes values = new ValueNodes(Base.DEFAULT);
        rows.forEach(row -> row.values().forEach(values::add));
        return values;
    }

    static Text text(String content) {
        return new Text(content, ClaimKey.sha256(content));
    }

    /// @param chars of passages of source `s` in [#TEXT]
    static Map<String, RegisteredPassage> register(String... chars) {
        Map<String, RegisteredPassage> passages = new HashMap<>();
        for (String span : chars) {
            Passage passage = Passage.of("s", span);
            String digest = ClaimKey.sha256(text(TEXT).slice(passage));
            passages.put(passage.id(), new RegisteredPassage(passage, digest));
        }
        return passages;
    }

    static Names names() {
        Names names = new Names();
        name(names, "state/russia", "Russia");
        name(names, "state/azerbaijan", "Azerbaijan");
        name(names, "state/azerbaijan", "Baku");
        name(names, "agreement/t", "the treaty");
        reading(names, "agreement/t", "got");
        name(names, "agreement/u", "the treaty");
        return names;
    }

    private static void name(Names names, String id, String label) {
        names.add(called(id, RDFS.label.asNode(), label));
    }

    private static void reading(Names names, String id, String words) {
        names.add(called(id, SKOS.hiddenLabel.asNode(), words));
    }

    private static Triple called(String id, Node property, String words) {
        Node node = NodeFactory.createURI(Base.DEFAULT.iri() + "id/" + id);
        return Triple.create(node, property, NodeFactory.createLiteralLang(words, "en"));
    }
}
