package chancery.page.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class LeastTest {
    private static Node event(int number) {
        return NodeFactory.createURI("https://example.org/id/event/" + number);
    }

    private static List<Node> bySorting(List<Node> nodes, int count, Predicate<Node> wanted) {
        return nodes.stream()
                .filter(wanted)
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .limit(count)
                .toList();
    }

    @Test
    void findsWhatSortingFinds() {
        Random random = new Random(20261130);
        for (int round = 0; round < 200; round++) {
            List<Node> nodes = new ArrayList<>();
            IntStream.range(0, random.nextInt(60))
                    .forEach(i -> nodes.add(event(random.nextInt(40))));
            Collections.shuffle(nodes, random);
            int count = random.nextInt(20);
            Predicate<Node> wanted = node -> node.toString().hashCode() % 3 != 0;
            assertEquals(bySorting(nodes, count, wanted), Least.of(nodes, count, wanted));
        }
    }

    @Test
    void asksOnlyOfThoseThatMayBeFirst() {
        List<Node> ascending = IntStream.range(1_000, 2_000).mapToObj(LeastTest::event).toList();
        List<Node> asked = new ArrayList<>();
        List<Node> found =
                Least.of(
                        ascending,
                        3,
                        node -> {
                            asked.add(node);
                            return true;
                        });
        assertEquals(List.of(event(1_000), event(1_001), event(1_002)), found);
        assertEquals(found, asked);
    }

    @Test
    void nothingOfNothing() {
        assertEquals(List.of(), Least.of(List.of(), 5, node -> true));
        assertEquals(List.of(), Least.of(List.of(event(1)), 0, node -> true));
    }
}
