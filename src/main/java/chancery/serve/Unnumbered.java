package chancery.serve;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;

/// A response as Fuseki is to see it: the headers of its own that it sets say nothing to anybody
/// outside.
final class Unnumbered extends HttpServletResponseWrapper {
    Unnumbered(HttpServletResponse response) {
        super(response);
    }

    private static boolean isInner(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("fuseki-");
    }

    @Override
    public void setHeader(String name, String value) {
        if (!isInner(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!isInner(name)) {
            super.addHeader(name, value);
        }
    }
}
