package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Datatype.Bounds;
import chancery.describe.datatype.Datatype.Lengths;
import chancery.describe.datatype.Format;
import chancery.describe.iri.CompactIri;
import chancery.describe.json.Json;
import chancery.describe.json.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Reads a datatype: the name of a built-in one, or an object that narrows one (Metadata
/// Vocabulary, section 5.11.2).
final class DatatypeReader {
    private static final Set<String> LENGTHS = Set.of("length", "minLength", "maxLength");
    private static final Set<String> NAMES = names();

    private DatatypeReader() {}

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(LENGTHS);
        names.addAll(BoundsReader.NAMES);
        names.addAll(Set.of("base", "format"));
        return Set.copyOf(names);
    }

    /// @return what else the value would have to be; `""` if it is a datatype
    static String expected(Json json) {
        if (json instanceof Json.Str name) {
            return BaseType.named(name.text()).isPresent() ? "" : nearest(name.text());
        }
        return json instanceof Json.Obj ? "" : "a datatype";
    }

    private static String nearest(String name) {
        List<String> names = Arrays.stream(BaseType.values()).map(BaseType::csvwName).toList();
        return Nearest.of(name, names);
    }

    /// @param json one of which [#expected] is `""`
    static Datatype read(Json json, Context context) throws BadDescription {
        Leniency leniency = context.leniency();
        if (json instanceof Json.Str name) {
            BaseType base = BaseType.named(name.text()).orElse(BaseType.STRING);
            Json.Obj nothing = new Json.Obj(Map.of(), name.place());
            return datatype(base, base.iri(), Members.of(nothing, leniency));
        }
        Members members = Members.of(json, leniency);
        members.allowOnly(NAMES);
        BaseType base = base(members);
        Optional<String> id = members.identity("Datatype").map(CompactIri::expand);
        if (id.isPresent() && isBuiltIn(id.get())) {
            throw BadDescription.of(members.required("@id"), "a URL of one's own");
        }
        return datatype(base, id.map(context::resolve).orElse(base.iri()), members);
    }

    private static BaseType base(Members members) throws BadDescription {
        Optional<String> name = members.text("base");
        if (name.isEmpty()) {
            return BaseType.STRING;
        }
        Optional<BaseType> base = BaseType.named(name.get());
        if (base.isEmpty()) {
            members.leniency().passOver(members.required("base"), nearest(name.get()));
        }
        return base.orElse(BaseType.STRING);
    }

    private static boolean isBuiltIn(String iri) {
        return Arrays.stream(BaseType.values()).anyMatch(type -> type.iri().equals(iri));
    }

    private static Datatype datatype(BaseType base, String iri, Members members)
            throws BadDescription {
        boolean hasLength =
                base.kind() == BaseType.Kind.BINARY
                        || (base.kind() == BaseType.Kind.TEXT && base != BaseType.ANY_ATOMIC_TYPE);
        if (!hasLength) {
            refuse(LENGTHS, base, members);
        }
        switch (base.kind()) {
            case TEXT, BINARY, TRUTH -> refuse(BoundsReader.NAMES, base, members);
            case NUMERIC, MOMENT, SPAN -> BoundsReader.refuseBothEnds(members);
        }
        Format format = FormatReader.read(base, members);
        return switch (base.kind()) {
            case TEXT -> new Datatype.Text(base, iri, format, lengths(members));
            case BINARY -> new Datatype.Binary(base, iri, format, lengths(members));
            case TRUTH -> new Datatype.Truth(base, iri, format);
            case NUMERIC -> new Datatype.Numeric(base, iri, format, BoundsReader.numbers(members));
            case MOMENT -> {
                Bounds<String> bounds = BoundsReader.moments(base, format, members);
                yield new Datatype.Moment(base, iri, format, bounds);
            }
            case SPAN -> new Datatype.Span(base, iri, format, BoundsReader.spans(base, members));
        };
    }

    private static void refuse(Set<String> facets, BaseType base, Members members)
            throws BadDescription {
        for (String facet : facets) {
            Optional<Json> found = members.get(facet);
            if (found.isPresent()) {
                throw BadDescription.of(
                        found.get(), "no " + facet + " with the datatype " + base.csvwName());
            }
        }
    }

    private static Lengths lengths(Members members) throws BadDescription {
        OptionalInt exact = members.natural("length");
        OptionalInt least = members.natural("minLength");
        OptionalInt most = members.natural("maxLength");
        Lengths lengths =
                new Lengths(least.isPresent() ? least : exact, most.isPresent() ? most : exact);
        if (!lengths.areInOrder() || (exact.isPresent() && !lengths.allow(exact.getAsInt()))) {
            throw new BadDescription(
                    members.place(), "lengths out of order", "minLength <= length <= maxLength");
        }
        return lengths;
    }
}
