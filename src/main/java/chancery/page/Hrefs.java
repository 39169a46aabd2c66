package chancery.page;

import chancery.vocab.Chy;

/// Where IRIs lead: ours to a path of this server, whatever base the release was built with.
///
/// @param base the release's base IRI, ends in `/`
public record Hrefs(String base) {
    /// @return a path, an `http(s)` address, or `""` for an IRI that no link may lead to
    public String of(String iri) {
        if (iri.startsWith(Chy.NS)) {
            return "/ontology#" + iri.substring(Chy.NS.length());
        }
        if (iri.startsWith(base)) {
            return "/" + iri.substring(base.length());
        }
        return iri.startsWith("http://") || iri.startsWith("https://") ? iri : "";
    }

    /// The way back.
    ///
    /// @param href as [#of] gives it
    /// @return the IRI; `""` for `""`
    public String iri(String href) {
        if (href.startsWith("/ontology#")) {
            return Chy.NS + href.substring("/ontology#".length());
        }
        return href.startsWith("/") ? base + href.substring(1) : href;
    }
}
