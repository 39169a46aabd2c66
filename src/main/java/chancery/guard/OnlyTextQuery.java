package chancery.guard;

import chancery.search.SparqlText;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/// One property function, `text:query`; every other predicate is just a predicate.
public final class OnlyTextQuery extends PropertyFunctionRegistry {
    private final PropertyFunctionRegistry all;

    /// @param all the registry in which it is looked up
    public OnlyTextQuery(PropertyFunctionRegistry all) {
        this.all = all;
    }

    @Override
    public boolean manages(String iri) {
        return iri.equals(SparqlText.IRI);
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String iri) {
        return manages(iri) ? all.get(iri) : null;
    }

    @Override
    public boolean isRegistered(String iri) {
        return manages(iri) && all.isRegistered(iri);
    }
}
