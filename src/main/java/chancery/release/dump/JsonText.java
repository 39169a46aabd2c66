package chancery.release.dump;

/// Strings of JSON (RFC 8259, section 7).
public final class JsonText {
    private JsonText() {}

    /// `"name":"value"`
    public static void pair(StringBuilder json, String name, String value) {
        quoted(json, name);
        json.append(':');
        quoted(json, value);
    }

    public static void quoted(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (sign < ' ') {
                        json.append("\\u%04x".formatted((int) sign));
                    } else {
                        json.append(sign);
                    }
                }
            }
        }
        json.append('"');
    }
}
