package chancery.serve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A query as Fuseki is to see it, however it came: a GET with one parameter. Its body has been
/// read.
final class PlainGet extends HttpServletRequestWrapper {
    private final String query;

    PlainGet(HttpServletRequest request, String query) {
        super(request);
        this.query = query;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getQueryString() {
        return "query=";
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isOfBody(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isOfBody(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean isOfBody(String header) {
        return header.regionMatches(true, 0, "Content-", 0, "Content-".length());
    }

    @Override
    public @Nullable String getParameter(String name) {
        return name.equals("query") ? query : null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return name.equals("query") ? new String[] {query} : null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(List.of("query"));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of("query", new String[] {query});
    }
}
