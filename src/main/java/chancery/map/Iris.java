package chancery.map;

import chancery.check.IriSyntax;
import chancery.describe.Directive;
import chancery.describe.iri.CompactIri;
import chancery.describe.iri.ResolvedUrl;
import chancery.describe.iri.UriTemplate;
import java.util.List;
import java.util.Optional;

/// From the text of a template to an absolute IRI.
///
/// @param base of this build; stands in the place of the base that metadata have
/// @param tableIri what relative references are resolved against
public record Iris(String base, String tableIri) {
    private static final List<String> OF_THINGS = List.of("id/", "graph/", "release/");

    public Iris {
        if (!base.endsWith("/") || !IriSyntax.isAbsolute(base)) {
            throw new IllegalArgumentException(
                    "base: found \"" + base + "\", expected an absolute IRI that ends in /");
        }
    }

    /// The text with the base of this build, if it names a thing; terms of the ontology stay.
    public String rebased(String text) {
        if (text.startsWith(Directive.BASE)) {
            String rest = text.substring(Directive.BASE.length());
            if (OF_THINGS.stream().anyMatch(rest::startsWith)) {
                return base + rest;
            }
        }
        return text;
    }

    /// What an expanded template means: prefixes are written out, relative references resolved.
    ///
    /// @return empty if that is no IRI, or one longer than a template may give
    public Optional<String> resolved(String expanded) {
        if (expanded.length() > UriTemplate.LONGEST) {
            return Optional.empty();
        }
        String iri = CompactIri.expand(expanded);
        if (!IriSyntax.isAbsolute(iri)) {
            if (startsLikeAScheme(iri)) {
                return Optional.empty();
            }
            iri = expanded.isEmpty() ? tableIri : ResolvedUrl.of(tableIri, iri);
        }
        return IriSyntax.isAbsolute(iri) ? Optional.of(iri) : Optional.empty();
    }

    /// A colon before the first slash is none of a relative reference (RFC 3986, section 4.2).
    private static boolean startsLikeAScheme(String reference) {
        int colon = reference.indexOf(':');
        return colon >= 0
                && reference.substring(0, colon).chars().noneMatch(c -> "/?#".indexOf(c) >= 0);
    }
}
