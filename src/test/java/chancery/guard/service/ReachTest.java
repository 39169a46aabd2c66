package chancery.guard.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are public, and how a server of the list is written.
class ReachTest {
    private static Reach of(String address) throws Exception {
        return Reach.of(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2a00::1",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8"
            })
    void publicAddresses(String address) throws Exception {
        assertEquals(Reach.PUBLIC, of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.1",
                "::1",
                "fc00::1",
                "fdff::1",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3"
            })
    void addressesInside(String address) throws Exception {
        assertEquals(Reach.INSIDE, of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::2",
                "::7f00:1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1"
            })
    void addressesThatLeadNowhere(String address) throws Exception {
        assertEquals(Reach.NOWHERE, of(address));
    }

    @Test
    void aServerIsWrittenAsHostOrAddress() {
        assertEquals(
                "query.wikidata.org", AllowedServer.parse("Query.Wikidata.ORG", false).toString());
        assertEquals(
                "http://localhost:3031/sparql",
                AllowedServer.parse("http://localhost:3031/sparql", true).toString());
        assertEquals(
                "example.org:8443", AllowedServer.parse("example.org:8443/", false).toString());
        for (String text :
                new String[] {
                    "",
                    "a b",
                    "ftp://x/",
                    "https://u:p@x/",
                    "https://x/?q=1",
                    "https://x/#y",
                    "*.wikidata.org"
                }) {
            assertThrows(
                    IllegalArgumentException.class, () -> AllowedServer.parse(text, false), text);
        }
    }
}
