package chancery.guard.order;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.optimize.OptimizerStd;
import org.apache.jena.sparql.algebra.optimize.TransformMergeBGPs;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/// Paths as members of the patterns in which they are written, until these are run: a path that is
/// an operation of its own is walked where it stands, before all that is written after it, however
/// rare that is.
public final class PathPatterns {
    private PathPatterns() {}

    /// Takes paths into the patterns beside them; not what another server is asked.
    ///
    /// @param query with paths as short as Jena makes them
    public static Op gather(Op query) {
        return OptimizerStd.apply(
                new TransformMergeBGPs(), OptimizerStd.apply(new Gathering(), query));
    }

    public static boolean has(BasicPattern pattern) {
        for (Triple triple : pattern) {
            if (PathNode.of(triple) != null) {
                return true;
            }
        }
        return false;
    }

    /// The operations that make up a pattern with paths, in the pattern's order.
    ///
    /// @param graph of the pattern; null where it is that on which the query runs
    public static Op apart(@Nullable Node graph, BasicPattern pattern) {
        OpSequence all = OpSequence.create();
        BasicPattern plain = new BasicPattern();
        for (Triple triple : pattern) {
            Path path = PathNode.of(triple);
            if (path == null) {
                plain.add(triple);
            } else {
                if (!plain.isEmpty()) {
                    all.add(pattern(graph, plain));
                    plain = new BasicPattern();
                }
                Op walk = new OpPath(new TriplePath(triple.getSubject(), path, triple.getObject()));
                all.add(graph == null ? walk : new OpGraph(graph, walk));
            }
        }
        if (!plain.isEmpty()) {
            all.add(pattern(graph, plain));
        }
        return all;
    }

    /// A path of alternatives as a union of patterns, for which the indexes have all pairs of ends;
    /// on the graph on which the query runs.
    public static Op union(TriplePath path) {
        return branch(path.getSubject(), path.getPath(), path.getObject());
    }

    private static Op branch(Node subject, Path path, Node object) {
        return switch (path) {
            case P_Link link -> triple(subject, link.getNode(), object);
            case P_ReverseLink link -> triple(object, link.getNode(), subject);
            case P_Inverse inverse -> branch(object, inverse.getSubPath(), subject);
            case P_Alt either ->
                    new OpUnion(
                            branch(subject, either.getLeft(), object),
                            branch(subject, either.getRight(), object));
            default -> new OpPath(new TriplePath(subject, path, object));
        };
    }

    private static Op triple(Node subject, Node property, Node object) {
        BasicPattern one = new BasicPattern();
        one.add(Triple.create(subject, property, object));
        return new OpBGP(one);
    }

    private static Op pattern(@Nullable Node graph, BasicPattern pattern) {
        return graph == null ? new OpBGP(pattern) : new OpQuadPattern(graph, pattern);
    }

    private static final class Gathering extends TransformCopy {
        @Override
        public Op transform(OpPath path) {
            TriplePath of = path.getTriplePath();
            if (of.getPath() == null) {
                return path;
            }
            BasicPattern one = new BasicPattern();
            one.add(PathNode.triple(of.getSubject(), of.getPath(), of.getObject()));
            return new OpBGP(one);
        }
    }
}
