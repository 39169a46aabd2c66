package chancery.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase0;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sys.JenaSystem;

/// A server in a process of its own, with a function that takes all memory there is, past every
/// budget and net.
final class HungryServer {
    static final String FUNCTION = "http://www.w3.org/2005/xpath-functions#take-all-memory";
    static final String PORT = "port ";

    private HungryServer() {}

    /// @param args folder of releases
    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        FunctionRegistry.get().put(FUNCTION, iri -> new TakeAll());
        ChanceryServer server =
                ChanceryServer.start(ServerSettings.of(Path.of(args[0]), 0), HungryServer::print);
        print(PORT + server.port());
        server.join();
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static final class TakeAll extends FunctionBase0 {
        @Override
        public NodeValue exec() {
            List<byte[]> all = new ArrayList<>();
            for (int size = 1 << 20; all.size() < 1 << 20; ) {
                all.add(new byte[size]);
            }
            return NodeValue.makeInteger(all.size());
        }
    }
}
