package chancery.guard;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/// The functions with an IRI that a query may call: casts, XPath and XQuery functions, and the
/// built-in ones under their IRIs. All others are refused when a query calls them, so also
/// Jena's own (`afn:wait` sleeps through any limit) and `java:`.
public final class AllowedFunctions extends FunctionRegistry {
    private static final List<String> ALLOWED =
            List.of(
                    "http://www.w3.org/2001/XMLSchema#",
                    "http://www.w3.org/2005/xpath-functions",
                    "http://www.w3.org/ns/sparql#");

    /// Of these every SPARQL engine has those that it needs under names of its own.
    private static final String BEYOND_SPARQL = "http://www.w3.org/2005/xpath-functions";

    /// Calls others by name, past what is put in their place here.
    private static final String APPLY = BEYOND_SPARQL + "#apply";

    private final FunctionRegistry all;

    /// @param all the registry in which the allowed ones are looked up
    public AllowedFunctions(FunctionRegistry all) {
        this.all = all;
    }

    /// The allowed ones that are no part of SPARQL, sorted.
    ///
    /// @param all as for the constructor
    public static List<String> extensions(FunctionRegistry all) {
        List<String> found = new ArrayList<>();
        all.keys().forEachRemaining(found::add);
        return found.stream()
                .filter(iri -> iri.startsWith(BEYOND_SPARQL))
                .filter(AllowedFunctions::isAllowed)
                .sorted()
                .toList();
    }

    /// @throws RefusedFunction for a function that is not allowed
    @Override
    public @Nullable FunctionFactory get(String iri) {
        if (!isAllowed(iri)) {
            throw new RefusedFunction(iri);
        }
        return all.get(iri);
    }

    @Override
    public boolean isRegistered(String iri) {
        return isAllowed(iri) && all.isRegistered(iri);
    }

    private static boolean isAllowed(String iri) {
        return !iri.equals(APPLY) && ALLOWED.stream().anyMatch(iri::startsWith);
    }
}
