package chancery.guard.service;

import java.net.InetAddress;

/// Where an address leads, by the registries of special addresses (RFC 6890 and its successors).
enum Reach {
    /// The public network.
    PUBLIC,
    /// This machine, or a network of one's own.
    INSIDE,
    /// Nowhere that a server could be asked: link-local, multicast, unspecified, reserved, or made
    /// to carry another address inside.
    NOWHERE;

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? ofFour(bytes, 0) : ofSixteen(bytes);
    }

    private static Reach ofFour(byte[] bytes, int at) {
        int all = 0;
        for (int i = at; i < at + 4; i++) {
            all = (all << 8) | (bytes[i] & 0xff);
        }
        if (isIn(all, "10.0.0.0", 8)
                || isIn(all, "127.0.0.0", 8)
                || isIn(all, "172.16.0.0", 12)
                || isIn(all, "192.168.0.0", 16)
                || isIn(all, "100.64.0.0", 10)) {
            return INSIDE;
        }
        boolean isNowhere =
                isIn(all, "0.0.0.0", 8)
                        || isIn(all, "169.254.0.0", 16)
                        || isIn(all, "192.0.0.0", 24)
                        || isIn(all, "192.0.2.0", 24)
                        || isIn(all, "192.31.196.0", 24)
                        || isIn(all, "192.52.193.0", 24)
                        || isIn(all, "192.88.99.0", 24)
                        || isIn(all, "192.175.48.0", 24)
                        || isIn(all, "198.18.0.0", 15)
                        || isIn(all, "198.51.100.0", 24)
                        || isIn(all, "203.0.113.0", 24)
                        || isIn(all, "224.0.0.0", 4)
                        || isIn(all, "240.0.0.0", 4);
        return isNowhere ? NOWHERE : PUBLIC;
    }

    private static boolean isIn(int address, String network, int bits) {
        int start = 0;
        for (String part : network.split("\\.")) {
            start = (start << 8) | Integer.parseInt(part);
        }
        return (address ^ start) >>> (32 - bits) == 0;
    }

    private static Reach ofSixteen(byte[] bytes) {
        if (startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) && bytes[15] == 1) {
            return INSIDE;
        }
        if ((bytes[0] & 0xfe) == 0xfc) {
            return INSIDE;
        }
        if (startsWith(bytes, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            // what a network without IPv4 makes of an IPv4 address
            return ofFour(bytes, 12) == PUBLIC ? PUBLIC : NOWHERE;
        }
        if ((bytes[0] & 0xe0) != 0x20) {
            return NOWHERE;
        }
        boolean isNowhere =
                // 2001::/23 with Teredo, 2001:db8::/32, 2002::/16, 3fff::/20
                (startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0)
                        || startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8)
                        || startsWith(bytes, 0x20, 0x02)
                        || (startsWith(bytes, 0x3f, 0xff) && (bytes[2] & 0xf0) == 0);
        return isNowhere ? NOWHERE : PUBLIC;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
