package chancery.spark;

import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.check.GroupKeys;
import chancery.check.KeyChecker;
import chancery.check.KeyFindings;
import chancery.check.keys.KeyStore;
import chancery.map.compiled.RowKeys;
import chancery.map.compiled.SplitMapper;
import chancery.spark.Plan.Part;
import chancery.spark.PartWriter.Written;
import chancery.table.Position;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/// Looks for primary keys that come twice, and for references that do not lead to one row: the
/// digests of both are shuffled so that equal ones meet. What is looked at closely is bounded.
///
/// @param plan which tables there are
/// @param parts all of them
record Keys(Plan plan, List<Part> parts) {
    /// So many of each kind are told with their places; the others are counted.
    private static final int MOST_TOLD = 1000;

    private static final int KEYS_IN_MEMORY = 1 << 19;

    /// Something wrong.
    ///
    /// @param key number of an index, or below 0 that of a reference, see [SplitMapper#number]
    /// @param other the line of the earlier row, or to how many rows a reference leads
    private record Wrong(int key, long line, long row, long other) implements Serializable {
        static final Comparator<Wrong> ORDER =
                Comparator.comparingInt(Wrong::key).thenComparingLong(Wrong::row);
    }

    /// What is wrong with the keys that met at one place.
    ///
    /// @param counts key → how many are wrong
    private record Met(List<Wrong> first, Map<Integer, Long> counts) implements Serializable {}

    /// The text of a row that refers.
    private record Shown(int key, long line, long record, long row, String text)
            implements Serializable {}

    /// @return one line a finding, as [Findings#lines] has them
    List<String> wrong(JavaSparkContext spark, JavaRDD<Written> written) {
        // a packed table is one part, but its keys may meet at several places
        int groups = Math.max(spark.defaultParallelism(), written.getNumPartitions());
        Plan shared = plan;
        List<Met> met =
                written.flatMapToPair(part -> byGroup(part.keys(), groups).iterator())
                        .partitionBy(new HashPartitioner(groups))
                        .mapPartitions(
                                all -> List.of(met(shared.groupKeys(), all)).iterator())
                        .collect();
        Map<Integer, Long> counts = new HashMap<>();
        met.forEach(one -> one.counts().forEach((key, n) -> counts.merge(key, n, Long::sum)));
        List<Wrong> first = new ArrayList<>();
        for (int key : counts.keySet()) {
            met.stream()
                    .flatMap(one -> one.first().stream())
                    .filter(one -> one.key() == key)
                    .sorted(Wrong.ORDER)
                    .limit(MOST_TOLD)
                    .forEach(first::add);
        }
        Findings findings = new Findings();
        tell(spark, first, findings);
        List<String> lines = new ArrayList<>(findings.lines());
        long others = counts.values().stream().mapToLong(n -> n).sum() - first.size();
        if (others > 0) {
            lines.add("… and %d more keys that were not looked at closely".formatted(others));
        }
        return lines;
    }

    /// Equal digests go to the same group.
    private static List<Tuple2<Integer, RowKeys>> byGroup(RowKeys keys, int groups) {
        RowKeys[] parted = new RowKeys[groups];
        keys.each(
                (key, high, low, line, row) -> {
                    int group = (int) Long.remainderUnsigned(low, groups);
                    if (parted[group] == null) {
                        parted[group] = new RowKeys();
                    }
                    parted[group].add(key, high, low, line, row);
                });
        List<Tuple2<Integer, RowKeys>> all = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            if (parted[i] != null) {
                all.add(new Tuple2<>(i, parted[i].trimmed()));
            }
        }
        return all;
    }

    /// Looks at keys as [KeyChecker] does, beyond some of them on disk.
    ///
    /// @param all of one place, taken one after another: together they may be more than memory
    private static Met met(GroupKeys keys, Iterator<Tuple2<Integer, RowKeys>> all)
            throws IOException {
        Collector into = new Collector();
        Map<Integer, KeyStore> stores = new HashMap<>();
        int inMemory =
                KEYS_IN_MEMORY / Math.max(1, keys.indexes().size() + keys.references().size());
        try (KeyStore none = KeyStore.of(1)) {
            while (all.hasNext()) {
                all.next()._2().<IOException>each(
                        (key, high, low, line, row) ->
                                stores.computeIfAbsent(
                                                key, k -> KeyStore.of(Math.max(1, inMemory)))
                                        .add(high, low, line, row));
            }
            for (int i = 0; i < keys.indexes().size(); i++) {
                int key = i;
                if (keys.indexes().get(i).primary() && stores.containsKey(i)) {
                    stores.get(i)
                            .duplicates(
                                    (line, row, firstLine, firstRow) ->
                                            into.add(new Wrong(key, line, row, firstLine)));
                }
            }
            for (int i = 0; i < keys.references().size(); i++) {
                int key = SplitMapper.number(i);
                if (stores.containsKey(key)) {
                    keys.references()
                            .get(i)
                            .target()
                            .map(stores::get)
                            .orElse(none)
                            .unresolved(
                                    stores.get(key),
                                    (line, row, count) ->
                                            into.add(new Wrong(key, line, row, count)));
                }
            }
        } finally {
            for (KeyStore store : stores.values()) {
                store.close();
            }
        }
        return new Met(into.first, into.counts);
    }

    /// Keeps the first ones of each key and counts all.
    private static final class Collector {
        private final List<Wrong> first = new ArrayList<>();
        private final HashMap<Integer, Long> counts = new HashMap<>();

        void add(Wrong wrong) {
            if (counts.merge(wrong.key(), 1L, Long::sum) <= MOST_TOLD) {
                first.add(wrong);
            }
        }
    }

    /// The texts of references were not sent around: the parts where they stand are read again.
    private void tell(JavaSparkContext spark, List<Wrong> all, Findings findings) {
        GroupKeys keys = plan.groupKeys();
        Map<Part, HashMap<Long, List<Integer>>> rowsOfPart = new HashMap<>();
        Map<String, Wrong> wrongAt = new HashMap<>();
        for (Wrong wrong : all) {
            if (wrong.key() >= 0) {
                GroupKeys.Index index = keys.indexes().get(wrong.key());
                Position at =
                        new Position(index.table().source().name(), wrong.line(), 0, wrong.row());
                findings.add(KeyFindings.repeated(index.table(), at, wrong.other()));
                continue;
            }
            part(keys.references().get(-1 - wrong.key()).number(), wrong.row())
                    .ifPresent(
                            part ->
                                    rowsOfPart
                                            .computeIfAbsent(part, p -> new HashMap<>())
                                            .computeIfAbsent(wrong.row(), r -> new ArrayList<>())
                                            .add(wrong.key()));
            wrongAt.put(wrong.key() + " " + wrong.row(), wrong);
        }
        if (rowsOfPart.isEmpty()) {
            return;
        }
        Plan shared = plan;
        List<Tuple2<Part, HashMap<Long, List<Integer>>>> wanted =
                rowsOfPart.entrySet().stream()
                        .map(it -> new Tuple2<>(it.getKey(), it.getValue()))
                        .toList();
        spark.parallelize(new ArrayList<>(wanted), wanted.size())
                .flatMap(it -> shown(shared, it._1(), it._2()).iterator())
                .collect()
                .forEach(
                        shown ->
                                findings.add(
                                        finding(
                                                keys.references().get(-1 - shown.key()),
                                                shown,
                                                wrongAt.get(shown.key() + " " + shown.row()))));
    }

    private Optional<Part> part(int table, long row) {
        return parts.stream()
                .filter(part -> part.table() == table)
                .filter(part -> part.split().rows() < row)
                .max(Comparator.comparingLong(part -> part.split().rows()));
    }

    private static List<Shown> shown(Plan plan, Part part, Map<Long, List<Integer>> rows)
            throws Exception {
        GroupKeys keys = plan.groupKeys();
        List<Shown> all = new ArrayList<>();
        plan.read(
                part,
                row ->
                        rows.getOrDefault(row.position().row(), List.of())
                                .forEach(
                                        key ->
                                                all.add(
                                                        new Shown(
                                                                key,
                                                                row.position().line(),
                                                                row.position().record(),
                                                                row.position().row(),
                                                                KeyChecker.shown(
                                                                        row,
                                                                        keys.references()
                                                                                .get(-1 - key)
                                                                                .key()
                                                                                .columns())))));
        return all;
    }

    private static Finding finding(GroupKeys.Reference reference, Shown shown, Wrong wrong) {
        String file = reference.table().source().name();
        Position at = new Position(file, shown.line(), shown.record(), shown.row());
        return KeyFindings.unresolved(
                reference.table(), reference.key(), at, shown.text(), wrong.other());
    }
}
