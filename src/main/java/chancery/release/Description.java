package chancery.release;

import java.util.Map;

/// What a release says about itself in `release.ttl`.
///
/// @param base     base IRI of the build, ends in `/`; with `release/<id>` it names the release
/// @param id       the release's id, also the name of its folder
/// @param date     `dcterms:issued` as written, such as `2026-01-31`; `""` if it gives none
/// @param triples  `void:triples` of the release; -1 if it gives none
/// @param entities entities by class IRI (`void:classPartition`); empty if it gives none
/// @param turtle   the text of `release.ttl`
public record Description(
        String base,
        String id,
        String date,
        long triples,
        Map<String, Long> entities,
        String turtle) {

    public Description {
        if (!base.endsWith("/")) {
            throw new IllegalArgumentException("base: found \"" + base + "\", expected a / last");
        }
        entities = Map.copyOf(entities);
    }
}
