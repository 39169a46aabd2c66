package chancery.page.editor;

/// For a shell of POSIX.
final class CurlText {
    private CurlText() {}

    static String of(Call call) {
        String type = call.kind() == Call.Kind.TABLE ? "text/csv" : call.kind().type();
        return """
                curl --silent --show-error --fail-with-body '%s' \\
                  --header 'Accept: %s' \\
                  --data-urlencode query='%s'
                """
                .formatted(call.address(), type, quoted(call.query()));
    }

    /// Between single quotes every character stands for itself but the quote.
    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
