package chancery.serve.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/// A request whose parameters and body have been read: what is wrong with them is known before
/// anybody handles it, and is not taken for a mistake of ours.
public final class WholeRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    private WholeRequest(HttpServletRequest http, byte[] body) {
        super(http);
        this.body = body;
    }

    /// A request that cannot be read.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        Unreadable(int status, String reason, Throwable cause) {
            super(reason, cause);
            this.status = status;
        }

        /// 413 if it is too large, else 400.
        public int status() {
            return status;
        }
    }

    /// @param http the server holds no more of its body than a query may have
    /// @throws IOException when whoever asks is gone
    public static HttpServletRequest of(HttpServletRequest http) throws Unreadable, IOException {
        try {
            var unused = http.getParameterMap();
            String type = http.getContentType();
            boolean isForm = type != null && type.startsWith("application/x-www-form-urlencoded");
            return isForm ? http : new WholeRequest(http, http.getInputStream().readAllBytes());
        } catch (IOException | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException wrong) {
                    boolean isLarge = wrong.getCode() == 413;
                    throw new Unreadable(
                            isLarge ? 413 : 400,
                            isLarge
                                    ? "request: found more than a query may have"
                                    : "request: found it unreadable (" + reason(wrong) + ")",
                            e);
                }
            }
            throw e;
        }
    }

    private static String reason(HttpException wrong) {
        String reason = wrong.getReason();
        return reason == null ? "code " + wrong.getCode() : reason;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Read(new ByteArrayInputStream(body));
    }

    private static final class Read extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Read(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            throw new IllegalStateException("all has been read already");
        }
    }
}
