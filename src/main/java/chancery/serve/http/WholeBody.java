package chancery.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;

/// Reads the body of a request: what is wrong with it is known before anybody handles it, and is
/// not taken for a mistake of ours.
public final class WholeBody {
    private WholeBody() {}

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

    /// @param most bytes to read
    /// @throws IOException when whoever asks is gone
    public static byte[] read(HttpServletRequest http, int most) throws Unreadable, IOException {
        try {
            return http.getInputStream().readNBytes(most);
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
}
