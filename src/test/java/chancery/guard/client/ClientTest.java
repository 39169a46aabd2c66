package chancery.guard.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {
    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7, true",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64, true",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64, true",
        "[2001:db8:1:2::9], 2001:db8:1:2:0:0:0:0/64, true",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64, true",
        "::ffff:198.51.100.7, 198.51.100.7, true",
        "127.0.0.1, loopback, false",
        "127.3.2.1, loopback, false",
        "::1, loopback, false",
        "::ffff:127.0.0.1, loopback, false",
        "unknown, unknown, true"
    })
    void whoConnectsIsNamedByItsAddress(String remote, String name, boolean hasBudget) {
        assertEquals(new Client(name, hasBudget), Client.connecting(remote));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "198.51.100.7; 198.51.100.7",
                "203.0.113.9, 198.51.100.7; 198.51.100.7",
                "203.0.113.9,2001:db8::5; 2001:db8:0:0:0:0:0:0/64",
                "'203.0.113.9, nobody'; 127.0.0.1",
                "example.org; 127.0.0.1",
                "999.1.1.1; 127.0.0.1",
                "127.0.0.1; 127.0.0.1"
            })
    void ofAProxysHeaderTheLastAddressCounts(String header, String name) {
        assertEquals(new Client(name, true), Client.behindProxy(header, "127.0.0.1"));
    }

    @Test
    void whoComesPastTheProxyIsHeldToABudgetToo() {
        assertEquals(new Client("127.0.0.1", true), Client.behindProxy("", "127.0.0.1"));
    }
}
