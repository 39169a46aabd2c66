package chancery.describe;

/// Common properties that we read ourselves.
final class Properties {
    static final String DESCRIPTION = "http://purl.org/dc/terms/description";

    private Properties() {}
}
