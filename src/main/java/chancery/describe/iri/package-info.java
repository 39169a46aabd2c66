/// IRIs as metadata write them: templates, short forms, relative references, and when two are the
/// same. Plain text in, plain text out; nothing is fetched.
@NullMarked
package chancery.describe.iri;

import org.jspecify.annotations.NullMarked;
