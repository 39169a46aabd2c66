package chancery.guard;

import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/// No property functions: every predicate is just a predicate.
public final class NoPropertyFunctions extends PropertyFunctionRegistry {
    @Override
    public boolean manages(String iri) {
        return false;
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String iri) {
        return null;
    }

    @Override
    public boolean isRegistered(String iri) {
        return false;
    }
}
