package chancery.release.dump;

/// A file of the dumps as it lies on disk.
///
/// @param name path below `dumps/`, with `/`
/// @param mediaType of its bytes, such as `text/turtle`; of a compressed one that of compression
/// @param sha256 64 hexadecimal digits
public record DumpedFile(String name, String mediaType, long sizeBytes, String sha256) {}
