package chancery.serve;

/// A typed link to another resource (RFC 8288).
///
/// @param href an IRI, or a path of this server
/// @param rel  relation, such as `cite-as`
/// @param type media type of what it leads to; `""` if it has several or none
public record WebLink(String href, String rel, String type) {
    static WebLink to(String href, String rel) {
        return new WebLink(href, rel, "");
    }

    /// As a header field has it.
    @Override
    public String toString() {
        String typed = type.isEmpty() ? "" : "; type=\"" + type + "\"";
        return "<" + href + ">; rel=\"" + rel + "\"" + typed;
    }

    /// @param origin of this server; goes before a path
    WebLink at(String origin) {
        return href.startsWith("/") ? new WebLink(origin + href, rel, type) : this;
    }
}
