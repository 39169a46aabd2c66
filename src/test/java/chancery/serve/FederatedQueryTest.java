package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.service.AllowedServer;
import chancery.guard.service.ServiceRules;
import chancery.release.ReleaseFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `SERVICE` to a server on the list, and to others.
@Timeout(120)
class FederatedQueryTest {
    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX ex: <http://example.org/>
            """;

    @TempDir private static Path releases;
    private static FusekiServer foreign;
    private static ChanceryServer server;
    private static Web web;
    private static String endpoint;

    @BeforeAll
    static void start() throws Exception {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(
                        """
                        PREFIX ex: <http://example.org/>
                        PREFIX wd: <http://www.wikidata.org/entity/>
                        wd:Q1 ex:capital "Northville" ; ex:population 5 .
                        wd:Q2 ex:capital "Elsewhere" .
                        """,
                        Lang.TURTLE)
                .parse(data);
        foreign = FusekiServer.create().port(0).loopback(true).add("/ds", data).build().start();
        endpoint = "<http://localhost:" + foreign.getPort() + "/ds>";
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r1");
        server =
                ChanceryServer.start(
                        ServerSettings.of(releases, 0)
                                .withServices(
                                        ServiceRules.of(
                                                List.of(
                                                        AllowedServer.parse(
                                                                "http://localhost:"
                                                                        + foreign.getPort(),
                                                                true)))),
                        notice -> {});
        web = new Web(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
        foreign.stop();
    }

    private static HttpResponse<String> ask(String query) throws Exception {
        return web.query(PREFIXES + query.replace("THERE", endpoint), "text/csv");
    }

    private static String rows(String query) throws Exception {
        HttpResponse<String> answer = ask(query);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().replace("\r\n", "|");
    }

    @Test
    void anAllowedServerIsAskedAboutTheRowsBefore() throws Exception {
        assertEquals(
                "label,capital|North,Northville|",
                rows(
                        "SELECT ?label ?capital { ?s skos:exactMatch ?q ; rdfs:label ?label"
                                + " FILTER(LANG(?label) = 'en')"
                                + " SERVICE THERE { ?q ex:capital ?capital } }"));
    }

    @Test
    void anotherServerIsRefused() throws Exception {
        HttpResponse<String> answer =
                ask("SELECT * { SERVICE <http://localhost:1/ds> { ?s ?p ?o } }");
        assertEquals(403, answer.statusCode());
        assertTrue(
                answer.body().contains("found <http://localhost:1/ds>, expected one on the list"),
                answer.body());
    }
}
