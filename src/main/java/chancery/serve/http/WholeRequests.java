package chancery.serve.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;

/// Hands a request on when all of it is there: one that stalls holds a connection until that has
/// been idle too long, and no thread. Then it is answered with 408.
///
/// Jetty 12.1 tells whoever waits for content of the time that is over as of a failure that one may
/// read past, and [EagerContentHandler] does, for ever.
public final class WholeRequests {
    private static final String STALLED = WholeRequests.class.getName() + ".stalled";

    private WholeRequests() {}

    /// @param handler    of whole requests
    /// @param limitBytes of a body
    public static Handler before(Handler handler, long limitBytes) {
        return new Noticing(
                new EagerContentHandler(
                        new Refusing(handler),
                        new EagerContentHandler.RetainedContentLoaderFactory(limitBytes, 0, true)));
    }

    private static final class Noticing extends Handler.Wrapper {
        Noticing(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            return super.handle(new EndingRequest(request), response, callback);
        }
    }

    /// Whose content ends with the first failure.
    private static final class EndingRequest extends Request.Wrapper {
        EndingRequest(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (Content.Chunk.isFailure(chunk, false)) {
                setAttribute(STALLED, true);
                return Content.Chunk.from(chunk.getFailure(), true);
            }
            return chunk;
        }
    }

    private static final class Refusing extends Handler.Wrapper {
        Refusing(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            if (request.getAttribute(STALLED) == null) {
                return super.handle(request, response, callback);
            }
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
            return true;
        }
    }
}
