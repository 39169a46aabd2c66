package chancery.spark;

import chancery.map.compiled.SplitMapper.Key;
import chancery.spark.PartWriter.Written;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/// Looks for primary keys that come twice: their digests are shuffled so that equal ones meet.
final class Keys {
    private static final int MOST_SHOWN = 100;

    private Keys() {}

    /// The digest of a key of a table.
    private record Digest(int table, long high, long low) implements Serializable {}

    /// Where a key stands.
    private record Place(String file, long line, long row) implements Serializable {
        static final Comparator<Place> ORDER =
                (Comparator<Place> & Serializable)
                        (one, other) -> Long.compare(one.row(), other.row());
    }

    /// @return a line for each row whose key an earlier row has, the first ones
    static List<String> duplicates(JavaRDD<Written> written) {
        JavaPairRDD<Digest, Place> all =
                written.flatMapToPair(
                        part -> {
                            List<Tuple2<Digest, Place>> keys = new ArrayList<>();
                            for (Key key : part.keys()) {
                                keys.add(
                                        new Tuple2<>(
                                                new Digest(part.table(), key.high(), key.low()),
                                                new Place(part.name(), key.line(), key.row())));
                            }
                            return keys.iterator();
                        });
        return all.groupByKey().flatMap(group -> lines(group._2())).takeOrdered(MOST_SHOWN);
    }

    private static java.util.Iterator<String> lines(Iterable<Place> places) {
        List<Place> sorted = new ArrayList<>();
        places.forEach(sorted::add);
        sorted.sort(Place.ORDER);
        List<String> lines = new ArrayList<>();
        for (Place place : sorted.subList(1, sorted.size())) {
            lines.add(
                    ("%s:%d: found the primary key of line %d again, expected a key that no other"
                                    + " row has [duplicate-key]")
                            .formatted(place.file(), place.line(), sorted.getFirst().line()));
        }
        return lines.iterator();
    }
}
