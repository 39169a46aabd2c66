package chancery.release.dump;

/// A file of the dumps as it lies on disk.
///
/// @param name path below `dumps/`, with `/`
/// @param mediaType of what is in it, unpacked, such as `text/turtle`
/// @param compression media type of the compression, such as `application/gzip`; `""` if none
/// @param sha256 of its bytes, 64 hexadecimal digits
public record DumpedFile(
        String name, String mediaType, String compression, long sizeBytes, String sha256) {}
