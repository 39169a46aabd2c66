package chancery.guard.path;

import org.apache.jena.graph.Node;

/// What a walk is told as it goes, so that it can be stopped by an exception.
public interface Walked {
    /// A place that is remembered until the walk is over.
    void remember(Node place);

    /// A step was made.
    void step();
}
