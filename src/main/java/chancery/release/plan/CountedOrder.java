package chancery.release.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderProc;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.jspecify.annotations.Nullable;

/// Jena's order by the counts of [Statistics], also of a pattern that no triple can match: where a
/// variable has a literal for its value and stands for a property, Jena 5.6.0 fails.
public final class CountedOrder implements ReorderTransformation {
    private static final Node ANY = Var.alloc(".property");

    private final ReorderTransformation counted;

    private CountedOrder(ReorderTransformation counted) {
        this.counted = counted;
    }

    /// @param folder of the database's files
    /// @return null if there are no counts
    public static @Nullable CountedOrder of(Path folder) {
        Path file = folder.resolve(Statistics.FILE);
        return Files.exists(file) ? new CountedOrder(ReorderLib.weighted(file.toString())) : null;
    }

    @Override
    public BasicPattern reorder(BasicPattern pattern) {
        return reorderIndexes(pattern).reorder(pattern);
    }

    @Override
    public ReorderProc reorderIndexes(BasicPattern pattern) {
        BasicPattern possible = new BasicPattern();
        pattern.forEach(triple -> possible.add(possible(triple)));
        return counted.reorderIndexes(possible);
    }

    private static Triple possible(Triple triple) {
        Node property = triple.getPredicate();
        return property.isURI() || property.isVariable()
                ? triple
                : Triple.create(triple.getSubject(), ANY, triple.getObject());
    }
}
