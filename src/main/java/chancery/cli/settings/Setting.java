package chancery.cli.settings;

/// The value of an option, and where it is from.
///
/// @param origin for messages: `chancery.conf:3` or `CHANCERY_PORT`
record Setting(String value, String origin) {}
