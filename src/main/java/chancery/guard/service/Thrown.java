package chancery.guard.service;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What lies behind a call that failed: the libraries wrap it in exceptions of their own.
public final class Thrown {
    private Thrown() {}

    /// Whether one of that kind is among the causes.
    public static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    /// Why a connection by TLS is not trusted, in words; empty when that is not the matter.
    ///
    /// @param server as a sentence names it
    public static Optional<String> distrust(Throwable thrown, String server) {
        if (has(thrown, CertPathBuilderException.class)
                || has(thrown, CertPathValidatorException.class)) {
            return Optional.of(
                    "found %s to show a certificate that is not trusted, expected one that is"
                            .formatted(server));
        }
        if (isOfAnotherName(thrown)) {
            return Optional.of(
                    "found %s to show a certificate of another name, expected one of its own"
                            .formatted(server));
        }
        return has(thrown, SSLException.class)
                ? Optional.of("found no connection to %s that can be trusted".formatted(server))
                : Optional.empty();
    }

    /// Java tells of this by the mere class of all such exceptions, and Apache's client by one of
    /// its own.
    private static boolean isOfAnotherName(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each.getClass() == CertificateException.class) {
                return true;
            }
        }
        return has(thrown, SSLPeerUnverifiedException.class);
    }
}
