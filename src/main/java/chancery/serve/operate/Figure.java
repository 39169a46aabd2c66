package chancery.serve.operate;

import java.util.function.DoubleSupplier;

/// A number that the metrics tell for somebody else.
///
/// @param name    with dots, such as `chancery.follow.failures`
/// @param counts  whether it only grows, so that its name gets `_total`
/// @param value   asked for each time
public record Figure(String name, String description, boolean counts, DoubleSupplier value) {
    /// What only grows.
    public static Figure counter(String name, String description, DoubleSupplier value) {
        return new Figure(name, description, true, value);
    }

    /// What goes up and down.
    public static Figure gauge(String name, String description, DoubleSupplier value) {
        return new Figure(name, description, false, value);
    }
}
